package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.tiercel.result.EvaluationResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of all tasks as Chromium shows them: on a phone, to who does not see them, and without styles. */
class PagesInBrowserTest {

    private static final String AXE = "/axe/axe-core-4.14.1.min.js";
    private static final int PHONE = 390;

    @TempDir
    private static Path folder;

    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Browser.program().isPresent(), "There is no Chromium on the PATH: no page is tried in one.");
        browser = Browser.start(Browser.program().get(), Files.createDirectories(folder.resolve("profile")));
    }

    @AfterAll
    static void close() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    private static EvaluationResult result(String task) {
        return switch (task) {
            case "binary" -> HandMade.everything();
            case "multiclass" -> HandMade.of(HandMadeTasks.multiclass());
            case "many classes" -> HandMade.of(HandMadeTasks.manyClasses(30));
            case "regression" -> HandMade.of(HandMadeTasks.regression());
            case "ranking" -> HandMade.of(HandMadeTasks.fullRanking());
            default -> throw new IllegalArgumentException(task);
        };
    }

    private static void open(String page) throws Exception {
        Path file = folder.resolve("page.html");
        Files.writeString(file, page);
        browser.open(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"binary", "multiclass", "many classes", "regression", "ranking"})
    void nothingIsWiderThanAPhone(String task) throws Exception {
        browser.resize(PHONE, 800);
        open(ResultHtml.render(result(task)));
        // A phone shows a page that is too wide in a wider window, smaller.
        assertEquals(
                "",
                browser.evaluate("[...document.querySelectorAll('body *')].filter(part => !part.closest('.scroll *')"
                        + " && !part.closest('svg *') && part.getBoundingClientRect().right > " + PHONE
                        + ").map(part => part.outerHTML.slice(0, 120)).join('\\n')"),
                "parts that leave the screen");
        assertEquals(Integer.toString(PHONE), browser.evaluate("innerWidth"));
        assertEquals(Integer.toString(PHONE), browser.evaluate("document.documentElement.scrollWidth"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"binary", "multiclass", "regression", "ranking"})
    void whoReadsWithoutEyesOrMouseIsNotLeftOut(String task) throws Exception {
        browser.resize(1200, 900);
        open(ResultHtml.render(result(task)));
        browser.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true; })");
        browser.evaluate(
                new String(PagesInBrowserTest.class.getResourceAsStream(AXE).readAllBytes(), StandardCharsets.UTF_8));
        for (String scheme : List.of("light", "dark")) {
            browser.prefer(scheme);
            assertEquals(
                    "",
                    browser.evaluate("axe.run().then(found => found.violations.map(violation => violation.impact + ' '"
                            + " + violation.id + ': ' + violation.nodes.map(node => node.target + ' ' +"
                            + " node.failureSummary).join('; ')).join('\\n'))"),
                    scheme);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"binary", "multiclass", "regression", "ranking"})
    void withoutStylesAndScriptPicturesKeepTheirSizeAndColours(String task) throws Exception {
        browser.resize(1200, 900);
        String bare = ResultHtml.render(result(task))
                .replaceAll("(?s)<style>.*?</style>", "")
                .replaceAll("(?s)<script>.*?</script>", "");
        open(bare);
        assertEquals("0", browser.evaluate("document.styleSheets.length"));
        String pictures = "[...document.querySelectorAll('svg[role]')]";
        assertTrue(Integer.parseInt(browser.evaluate(pictures + ".length")) >= 2);
        assertEquals(
                "",
                browser.evaluate(pictures + ".filter(svg => svg.getBoundingClientRect().width !== Number("
                        + "svg.getAttribute('width'))).map(svg => svg.outerHTML.slice(0, 80)).join()"));
        assertEquals(
                "",
                browser.evaluate("[...document.querySelectorAll('svg path, svg line, svg rect, svg circle, svg text')]"
                        + ".filter(shape => getComputedStyle(shape).fill === 'rgb(0, 0, 0)')"
                        + ".map(shape => shape.outerHTML).join()"),
                "shapes without a colour of their own");
        assertEquals(
                "",
                browser.evaluate("[...document.querySelectorAll('.tiles dt, .tiles dd, figcaption strong + p')]"
                        + ".filter(part => getComputedStyle(part).display !== 'block')"
                        + ".map(part => part.outerHTML).join()"),
                "parts that would run together");
    }
}
