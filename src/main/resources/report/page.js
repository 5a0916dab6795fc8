"use strict";

// Told apart by all eyes, and from white by 3 to 1 or more; page.css has as many for a dark ground. In the order of Okabe
// and Ito's, with wine for their yellow. Eight, for the doublings of H from 8 to 1024.
const COLOURS = ["#0055c0", "#a82a00", "#00735a", "#d8648c", "#98800f", "#1a98d8", "#1b1d20", "#80186a"];
const [BLUE, RED, GREEN, PINK, OCHRE, , INK] = COLOURS;

// Points change with colours; the 25th curve would be the first to look like another.
const SHAPES = ["circle", "square", "triangle-up"];

const CURVES = ["color", "shape", "strokeDash"];

// Of networks, named along an axis.
const MOST_SIZES = 8;

// A stage has one colour and one kind of point in all figures.
const STAGES = {
  dense: [INK, "circle"], cpa_hidden: [RED, "square"], cpna_hidden: [BLUE, "triangle-up"], cpna_all: [GREEN, "diamond"],
  retrained_random: [OCHRE, "triangle-down"], retrained_initial: [PINK, "cross"], train: [RED], test: [BLUE],
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
    background: "white", // of what is saved
    view: { stroke: null },
    axis: { labelFontSize: 11, titleFontSize: 12, titleFontWeight: 400, titlePadding: 8, labelFlush: false },
    axisX: { tickCount: ticks(rows, width), labelOverlap: true, grid: false },
    axisY: { tickCount: 6 },
    legend: {
      orient: "top", columns: legendColumns(rows, width), labelFontSize: 11, labelLimit: width - 40,
      symbolStrokeWidth: 2, symbolOpacity: 1, offset: 8, layout: { top: { direction: "vertical", margin: 4 } },
    },
    line: { strokeWidth: 1.75 },
    point: { size: names.length > 1 ? 35 : 20 }, // a shape has to be seen
    range: areStages(names)
      ? { category: names.map((name) => STAGES[name][0]), symbol: names.map((name) => STAGES[name][1]) }
      : { category: COLOURS, symbol: SHAPES },
  };
}

function areStages(names) {
  return names.every((name) => name in STAGES);
}

/** The names of the curves, in the order of the rows. */
function series(rows) {
  return [...new Set(rows.map((row) => row.series))];
}

/** Where the networks' sizes are; of many each second or fourth. */
function sizes(rows) {
  return { values: [...new Set(rows.map((row) => row.h))].sort((a, b) => a - b), tickCount: MOST_SIZES };
}

/** Each phase's name over its line, or before it at the right end; higher where it would run into another. */
function placed(rows, width) {
  const plot = width - 60;
  const last = Math.max(...rows.map((row) => row.epoch));
  const taken = []; // up to where, of each line of names
  return rows.map((row) => {
    if (!row.phase) return row;
    const wide = row.phase.length * 6 + 8;
    const at = (row.epoch / last) * plot;
    const before = at + wide > plot;
    const from = before ? at - wide : at;
    const free = taken.findIndex((end) => end <= from);
    const line = free < 0 ? taken.length : free;
    taken[line] = from + wide;
    return { ...row, before, line };
  });
}

/** What tells curves apart shares a legend only where all say the same domain outright. Ticks of H are at its sizes. */
function told(spec, rows) {
  const domain = series(rows);
  const highest = Math.max(...rows.map((row) => row.line ?? 0));
  return JSON.parse(JSON.stringify(spec), (key, value) => {
    if (CURVES.includes(key) && value.field === "series") return { ...value, scale: { ...value.scale, domain } };
    if (key === "legend" && value?.offset) return { ...value, offset: value.offset + 12 * highest };
    if (key === "x" && value.field === "h") return { ...value, axis: { ...value.axis, ...sizes(rows) } };
    return value;
  });
}

async function draw(chart) {
  const { spec, rows } = figures[chart.dataset.figure][Number(chart.dataset.panel)];
  const values = placed(rows, chart.clientWidth);
  const title = chart.parentElement.querySelector("figcaption").textContent;
  const size = { width: "container", autosize: { type: "fit-x", contains: "padding" } };
  const whole = { ...told(spec, values), data: { values }, ...size };
  try {
    const { view } = await vegaEmbed(chart, whole, {
      renderer: "svg",
      config: configuration(values, chart.clientWidth),
      actions: { export: true, source: false, compiled: false, editor: false },
      downloadFileName: fileName(chart.dataset.figure + " " + title),
      i18n: { CLICK_TO_VIEW_ACTIONS: "Save this chart" },
    });
    view.container().setAttribute("role", "img"); // has the spec's description
    chart.querySelector("summary").setAttribute("aria-label", "Save this chart: " + title);
    for (const link of chart.querySelectorAll("a[download]")) { // made on a mouse's way to it, and now on a key's
      link.addEventListener("focus", () => link.dispatchEvent(new Event("mousedown")));
    }
    views.push(view);
  } catch (error) {
    chart.textContent = "This figure could not be drawn: " + error.message;
    console.error(error);
  }
}

function fileName(words) {
  return words.replace(/[^\p{L}\p{N}_.]+/gu, "-").slice(0, 100).replace(/[-.]+$/, "");
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
