"use strict";

// Okabe and Ito's colours, told apart by all eyes and on light and dark ground; grey and wine stand for their yellow and
// black. Eight, for the doublings of H from 8 to 1024.
const COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#999999", "#a0306a"];

// Each eight curves that follow have the same colours again, and points of another shape.
const SHAPES = ["circle", "square", "triangle-up"];

// Of networks, named along an axis.
const MOST_SIZES = 8;

// A stage has one colour in all figures.
const STAGES = {
  dense: "#999999", cpa_hidden: "#d55e00", cpna_hidden: "#0072b2", cpna_all: "#009e73", retrained_random: "#e69f00",
  retrained_initial: "#cc79a7", train: "#d55e00", test: "#0072b2",
};

const figures = JSON.parse(document.getElementById("figure-data").textContent);
let views = [];

/** As many columns of legend entries as fit side by side. */
function legendColumns(rows, width) {
  const longest = Math.max(...rows.map((row) => String(row.series ?? "").length), 4);
  return Math.max(1, Math.floor(width / (longest * 6.5 + 34)));
}

/** Along the width; of ranks, runs and inputs none between whole numbers. */
function ticks(rows, width) {
  const most = Math.max(3, Math.floor(width / 70));
  const whole = rows.map((row) => row.rank ?? row.run ?? row.p).filter(Number.isInteger);
  return whole.length ? Math.max(1, Math.min(most, Math.max(...whole) - Math.min(...whole))) : most;
}

function configuration(rows, width) {
  const names = series(rows);
  return {
    font: "system-ui, sans-serif",
    background: null,
    view: { stroke: null },
    axis: { labelFontSize: 11, titleFontSize: 12, titleFontWeight: 400, titlePadding: 8, labelFlush: false },
    axisX: { tickCount: ticks(rows, width), labelOverlap: true, grid: false },
    axisY: { tickCount: 6 },
    legend: {
      orient: "top", columns: legendColumns(rows, width), labelFontSize: 11, labelLimit: width - 40,
      symbolStrokeWidth: 2, symbolOpacity: 1, offset: 8, layout: { top: { direction: "vertical", margin: 4 } },
    },
    line: { strokeWidth: 1.75 },
    point: { size: names.length > COLOURS.length ? 45 : 20 }, // a shape has to be seen
    range: { category: colours(names), symbol: SHAPES.flatMap((shape) => COLOURS.map(() => shape)) },
  };
}

function colours(names) {
  return names.every((name) => name in STAGES) ? names.map((name) => STAGES[name]) : COLOURS;
}

/** The names of the curves, in the order of the rows. */
function series(rows) {
  return [...new Set(rows.map((row) => row.series))];
}

/** Where the networks' sizes are; of many each second or fourth. */
function sizes(rows) {
  return { values: [...new Set(rows.map((row) => row.h))].sort((a, b) => a - b), tickCount: MOST_SIZES };
}

/** Colour and shape share a legend only where both say the same domain outright. Ticks of H are at the sizes there are. */
function told(spec, rows) {
  const domain = series(rows);
  return JSON.parse(JSON.stringify(spec), (key, value) => {
    if ((key === "color" || key === "shape") && value.field === "series") return { ...value, scale: { domain } };
    if (key === "x" && value.field === "h") return { ...value, axis: { ...value.axis, ...sizes(rows) } };
    return value;
  });
}

async function draw(chart) {
  const { spec, rows: values } = figures[chart.dataset.figure][Number(chart.dataset.panel)];
  const size = { width: "container", autosize: { type: "fit-x", contains: "padding" } };
  const whole = { ...told(spec, values), data: { values }, ...size };
  try {
    const { view } = await vegaEmbed(chart, whole, {
      renderer: "svg",
      config: configuration(values, chart.clientWidth),
      actions: { export: true, source: false, compiled: false, editor: false },
    });
    views.push(view);
  } catch (error) {
    chart.textContent = "This figure could not be drawn: " + error.message;
    console.error(error);
  }
}

async function drawAll() {
  views.forEach((view) => view.finalize());
  views = [];
  for (const chart of document.querySelectorAll(".chart")) {
    await draw(chart);
  }
  document.documentElement.dataset.drawn = String(views.length);
}

/** Empty cells stay last, whichever way the others are sorted. */
function sortBy(header) {
  const table = header.closest("table");
  const column = header.cellIndex;
  const descending = header.getAttribute("aria-sort") === "ascending";
  const value = (row) => {
    const cell = row.cells[column];
    return cell.dataset.v === undefined ? cell.textContent : cell.dataset.v === "" ? null : Number(cell.dataset.v);
  };
  const compare = (a, b) =>
    typeof a === "number" ? a - b : a.localeCompare(b, "en", { numeric: true });
  const rows = [...table.tBodies[0].rows].map((row) => ({ row, value: value(row) }));
  rows.sort((a, b) => {
    const aMissing = a.value === null || a.value === "" || Number.isNaN(a.value);
    const bMissing = b.value === null || b.value === "" || Number.isNaN(b.value);
    if (aMissing || bMissing) return Number(aMissing) - Number(bMissing);
    return descending ? compare(b.value, a.value) : compare(a.value, b.value);
  });
  table.tBodies[0].append(...rows.map(({ row }) => row));
  for (const other of header.parentElement.cells) other.removeAttribute("aria-sort");
  header.setAttribute("aria-sort", descending ? "descending" : "ascending");
}

for (const button of document.querySelectorAll(".sortable th button")) {
  button.addEventListener("click", () => sortBy(button.parentElement));
}

let width = window.innerWidth;
let waiting;
window.addEventListener("resize", () => {
  if (window.innerWidth === width) return; // a phone's address bar
  width = window.innerWidth;
  clearTimeout(waiting);
  waiting = setTimeout(drawAll, 200);
});
drawAll();
