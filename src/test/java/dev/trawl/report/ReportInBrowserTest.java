package dev.trawl.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page as Debian's chromium shows it. */
class ReportInBrowserTest {

    private static final File BROWSER = new File("/usr/bin/chromium");
    private static final File DRIVER = new File("/usr/bin/chromedriver");
    private static final int PHONE = 390;
    private static final int DESK = 1280;

    private static ChromeDriver browser;

    @BeforeAll
    static void open() {
        assumeTrue(BROWSER.canExecute() && DRIVER.canExecute(), "needs Debian's chromium and chromium-driver");
        Logger.getLogger("org.openqa.selenium").setLevel(Level.SEVERE); // it has no DevTools for every version
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        var options = new ChromeOptions();
        options.setBinary(BROWSER);
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage");
        options.setCapability("goog:loggingPrefs", logs);
        var service =
                new ChromeDriverService.Builder().usingDriverExecutable(DRIVER).build();
        browser = new ChromeDriver(service, options);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    @BeforeEach
    void load() {
        show(DESK, "light");
    }

    @Test
    void theConsoleHasNoErrors() {
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
                .filteredOn(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .isEmpty();
    }

    @Test
    void eachFigureHasMarks() {
        var charts = browser.findElements(By.cssSelector(".chart"));

        assertThat(charts).hasSizeGreaterThanOrEqualTo(Figure.NAMES.size());
        assertThat(charts).allSatisfy(chart -> assertThat(chart.findElements(By.cssSelector(".mark-line path[d^=M]")))
                .as(chart.getDomAttribute("data-figure"))
                .isNotEmpty());
    }

    @Test
    void noTwoCurvesOfAChartLookAlike() {
        String looks = """
                const charts = [...document.querySelectorAll('.chart')];
                const looks = (chart, marks, ...styles) => [...chart.querySelectorAll(marks + ' path')]
                    .map(path => path.getAttribute('d') + styles.map(style => path.getAttribute(style)));
                const legend = chart => looks(chart, '.role-legend-symbol', 'fill', 'stroke', 'stroke-dasharray');
                """;

        assertThat(list(looks + """
                return charts.filter(chart => new Set(legend(chart)).size < legend(chart).length)
                    .map(about);
                """)).isEmpty();
        assertThat(number(looks + """
                const crowded = charts.find(chart => legend(chart).length === 16);
                return new Set(looks(crowded, '.mark-symbol.role-mark', 'fill')).size;
                """)).as("kinds of points").isEqualTo(16);
        assertThat(list(looks + """
                return charts.filter(chart => /sorted_runs|pruning|curves/.test(chart.dataset.figure)).filter(chart => {
                  const grey = looks(chart, '.role-legend-symbol', 'stroke-dasharray');
                  return new Set(grey).size < grey.length;
                }).map(about);
                """)).as("alike without colour").isEmpty();
    }

    @Test
    void whatCanBeReachedByKeysHasAName() {
        assertThat(list("""
                return [...document.querySelectorAll('[tabindex="0"], .chart summary')]
                    .filter(e => !e.ariaLabel).map(e => e.outerHTML.slice(0, 80));
                """)).isEmpty();
        assertThat(list("""
                return [...document.querySelectorAll('.chart')].filter(chart => {
                  const images = [...chart.querySelectorAll('[role=img]')];
                  return images.length !== 1 || !images[0].querySelector('svg') || images[0].querySelector('summary')
                      || !images[0].ariaLabel.endsWith(': ' + chart.closest('figure').querySelector('figcaption').textContent);
                }).map(about);
                """)).isEmpty();
    }

    @Test
    void aChartIsSavedUnderItsNameOnWhite() {
        assertThat(list("return [...document.querySelectorAll('.chart a[download]')].map(link => link.download)"))
                .doesNotHaveDuplicates()
                .contains("sorted_minima-4-D-XOR-p-16-n-3000.svg", "sorted_minima-4-D-XOR-p-16-n-3000.png");
        assertThat(browser.executeAsyncScript("views[0].toSVG().then(arguments[0])"))
                .asString()
                .containsPattern("<rect [^>]*fill=\"white\"");
        browser.executeScript("""
                const menu = document.querySelector('.chart details');
                menu.open = true;
                menu.querySelector('a').focus();
                """);
        new WebDriverWait(browser, Duration.ofSeconds(10))
                .until(page -> browser.executeScript("return document.activeElement.href")
                        .toString()
                        .startsWith("blob:"));
    }

    @Test
    void aTableSortsBothWaysByItsHeader() {
        WebElement table = browser.findElement(By.cssSelector("#compared table"));
        int column = names(table).indexOf("ours");
        WebElement header = table.findElements(By.cssSelector("th")).get(column);

        header.findElement(By.cssSelector("button")).click();
        assertThat(header.getDomAttribute("aria-sort")).isEqualTo("ascending");
        assertThat(numbers(table, column)).isSorted();

        header.findElement(By.cssSelector("button")).click();
        assertThat(header.getDomAttribute("aria-sort")).isEqualTo("descending");
        assertThat(numbers(table, column)).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @ParameterizedTest
    @ValueSource(ints = {PHONE, 768, DESK})
    void nothingOverflowsOrOverlaps(int width) {
        show(width, "light");

        assertThat(number("return document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
        assertThat(list("""
                return [...document.querySelectorAll('.chart svg')]
                    .filter(svg => svg.getBoundingClientRect().right > innerWidth + 1
                        || svg.getBoundingClientRect().right > svg.closest('figure').getBoundingClientRect().right + 1)
                    .map(svg => about(svg))
                """)).isEmpty();
        assertThat(list("""
                const boxes = [...document.querySelectorAll('h1, h2, .caption, figure, .claims, dt, dd, nav a')]
                    .filter(e => e.checkVisibility()) // what is folded has a place all the same
                    .map(e => ({ text: e.textContent.slice(0, 40), box: e.getBoundingClientRect() }))
                    .filter(e => e.box.width > 0);
                const over = [];
                for (const [i, a] of boxes.entries()) for (const b of boxes.slice(i + 1)) {
                  const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
                  const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
                  if (wide > 1 && high > 1) over.push(a.text + ' | ' + b.text);
                }
                return over;
                """)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {PHONE, DESK})
    void noWordsOfAChartRunIntoOthers(int width) {
        show(width, "light");

        assertThat(list("""
                return [...document.querySelectorAll('.chart')].flatMap(chart => {
                  const words = [...chart.querySelectorAll('svg text')]
                      .filter(e => e.textContent && e.getAttribute('opacity') !== '0')
                      .map(e => ({ text: e.textContent, box: e.getBoundingClientRect() }));
                  return words.flatMap((a, i) => words.slice(i + 1).filter(b =>
                      Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left) > 1
                      && Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top) > 3)
                      .map(b => about(chart) + ': ' + a.text + ' | ' + b.text));
                });
                """)).isEmpty();
        assertThat(number("""
                const heights = [...document.querySelectorAll('[data-figure=curves_loss] svg text')]
                    .filter(e => /^(dense|cpna_.*)$/.test(e.textContent)).map(e => e.getBoundingClientRect().top);
                return new Set(heights).size;
                """)).as("lines of phases").isEqualTo(width == PHONE ? 2 : 1);
    }

    @Test
    void theTableBesideThePaperFitsASmallScreen() {
        show(1000, "light");

        assertThat(number("""
                const box = document.querySelector('#compared .scroll');
                return box.scrollWidth - box.clientWidth;
                """)).isZero();
    }

    @Test
    void numbersEndUnderTheirHeadings() {
        assertThat(list("""
                const right = e => {
                  const words = document.createRange();
                  words.selectNodeContents(e);
                  return Math.max(...[...words.getClientRects()].map(line => line.right));
                };
                const table = document.querySelector('#compared table');
                const numbers = head => [...table.tBodies[0].rows].map(row => row.cells[head.cellIndex])
                    .filter(cell => cell.textContent);
                return [...table.querySelectorAll('th.number')]
                    .filter(head => numbers(head).some(cell => Math.abs(right(cell) - right(head)) > 1))
                    .map(head => head.textContent);
                """)).isEmpty();
    }

    @Test
    void theHeadOfALongTableStays() {
        assertThat(number("""
                const box = document.querySelector('#tables details > .scroll');
                box.parentElement.open = true;
                box.scrollTop = 500;
                return box.querySelector('th').getBoundingClientRect().top - box.getBoundingClientRect().top
                    + (box.scrollTop === 500 ? 0 : 1000);
                """)).isBetween(-1.0, 1.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {PHONE, DESK})
    void onlyMessagesOfFailuresGoOnInANewLine(int width) {
        show(width, "light");

        assertThat(list("""
                const broken = [...document.querySelectorAll('#failures tbody tr')].flatMap(row => [...row.cells]
                    .filter(cell => cell.cellIndex !== 2)
                    .filter(cell => {
                      const words = document.createRange();
                      words.selectNodeContents(cell);
                      return words.getClientRects().length > 1;
                    }));
                return broken.map(cell => cell.textContent);
                """)).isEmpty();
        assertThat(number("return document.querySelector('#failures td:nth-child(3)').clientWidth"))
                .isGreaterThanOrEqualTo(14 * 16);
    }

    @Test
    void sizesOfNetworksAreNamedAlongTheirAxis() {
        assertThat(list("""
                return [...document.querySelectorAll('[data-figure=hidden_nodes], [data-figure=pruning]')].flatMap(chart => {
                  const there = figures[chart.dataset.figure][chart.dataset.panel].rows.map(row => String(row.h));
                  const axis = chart.querySelector('[aria-label^=X-axis]');
                  const named = [...axis.querySelectorAll('.role-axis-label text')]
                      .filter(label => label.getAttribute('opacity') !== '0')
                      .map(label => label.textContent);
                  return named.length > 1 && named.every(size => there.includes(size))
                      ? [] : [about(chart) + ': ' + named];
                });
                """)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {PHONE, DESK})
    void noTitleRunsUnderTheButtonOfItsChart(int width) {
        show(width, "light");

        assertThat(list("""
                return [...document.querySelectorAll('figure')].filter(figure => {
                  const title = figure.querySelector('figcaption');
                  title.textContent += ', a setting=of many'.repeat(9);
                  const words = document.createRange();
                  words.selectNodeContents(title);
                  const right = Math.max(...[...words.getClientRects()].map(line => line.right));
                  return right > figure.querySelector('summary').getBoundingClientRect().left;
                }).map(figure => figure.textContent);
                """)).isEmpty();
    }

    @Test
    void aPhoneShowsClaimsWhole() {
        show(PHONE, "light");

        assertThat(list("""
                const claims = [...document.querySelectorAll('.claims')];
                return claims.filter(table => table.parentElement.scrollWidth > table.parentElement.clientWidth)
                    .map(table => table.textContent).concat(claims.length ? [] : ['no claims']);
                """)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void textStandsOutFromItsGround(String scheme) {
        show(PHONE, scheme);

        assertThat(number("return luminance(getComputedStyle(document.documentElement).backgroundColor)"))
                .isBetween(scheme.equals("dark") ? 0.0 : 0.9, scheme.equals("dark") ? 0.05 : 1.0);
        assertThat(list("""
                const ground = luminance(getComputedStyle(document.documentElement).backgroundColor);
                return [...document.querySelectorAll('h1, .caption, td, dt, .chart svg text')]
                    .filter(e => e.getBoundingClientRect().width > 0)
                    .filter(e => {
                      const style = getComputedStyle(e);
                      const ink = luminance(e instanceof SVGElement ? style.fill : style.color);
                      return (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05) < 4.5;
                    })
                    .map(e => e.textContent);
                """)).isEmpty();
    }

    /** WCAG 2 asks for 3 to 1 where a part of a picture is needed to understand it. */
    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void curvesStandOutFromTheirGround(String scheme) {
        show(PHONE, scheme);

        assertThat(list("""
                const ground = luminance(getComputedStyle(document.documentElement).backgroundColor);
                const colours = new Set(
                    [...document.querySelectorAll('.chart svg :is(.mark-line, .mark-symbol) path')]
                        .map(e => getComputedStyle(e))
                        .flatMap(style => [style.fill, style.stroke])
                        .filter(colour => colour.startsWith('rgb(')));
                const faint = [...colours].filter(colour => {
                  const ink = luminance(colour);
                  return (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05) < 3;
                });
                return colours.size < 8 ? [...colours, 'too few'] : faint;
                """)).isEmpty();
    }

    private static void show(int width, String scheme) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        browser.get(SamplePage.file().toUri().toString());
        // The relative luminance of WCAG 2, and which chart something is in.
        browser.executeScript("""
                window.about = (e) => e.closest('[data-figure]').dataset.figure + ' ' + e.closest('figure').textContent;
                window.luminance = (colour) => {
                  const [r, g, b] = colour.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255)
                      .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
                  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
                };
                """);
        new WebDriverWait(browser, Duration.ofSeconds(60))
                .until(page -> Boolean.TRUE.equals(
                        browser.executeScript("return Number(document.documentElement.dataset.drawn)"
                                + " === document.querySelectorAll('.chart').length")));
    }

    private static List<String> names(WebElement table) {
        return table.findElements(By.cssSelector("th")).stream()
                .map(WebElement::getText)
                .map(String::strip)
                .toList();
    }

    private static List<Double> numbers(WebElement table, int column) {
        return table.findElements(By.cssSelector("tbody tr")).stream()
                .map(row -> row.findElements(By.cssSelector("td")).get(column).getDomAttribute("data-v"))
                .map(Double::valueOf)
                .toList();
    }

    private static double number(String script) {
        return ((Number) browser.executeScript(script)).doubleValue();
    }

    @SuppressWarnings("unchecked")
    private static List<String> list(String script) {
        return (List<String>) browser.executeScript(script);
    }
}
