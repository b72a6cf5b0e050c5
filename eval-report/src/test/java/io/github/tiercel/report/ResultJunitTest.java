package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.Interval;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.InferenceCost;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.TimeBreakdown;
import io.github.tiercel.result.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

class ResultJunitTest {

    private static final String CASE = "<testcase classname=\"tiercel.naive_bayes\" name=\"roc_auc &gt;= 0.7\">";

    @Test
    void everythingIsAsInTheGoldenFile() throws IOException {
        Golden.assertGolden("everything.xml", ResultJunit.render(HandMade.everything()));
    }

    @Test
    void everyTaskIsInTheForm() {
        JunitSchema.assertValid(ResultJunit.render(HandMade.everything()));
        JunitSchema.assertValid(ResultJunit.render(HandMade.everything(), Inconclusive.PASSES));
        JunitSchema.assertValid(ResultJunit.render(HandMade.of(HandMadeTasks.multiclass())));
        JunitSchema.assertValid(ResultJunit.render(HandMade.of(HandMadeTasks.regression())));
        JunitSchema.assertValid(ResultJunit.render(HandMade.of(HandMadeTasks.ranking())));
    }

    @Test
    void anEvaluationWithoutAResultIsAnError() {
        String text = ResultJunit.renderError("holdout.csv", "NOT_FINITE", "2 of 9 scores are not finite (rows 3, 4).");
        JunitSchema.assertValid(text);
        assertEquals("""
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="tiercel" tests="1" failures="0" errors="1">
                <testsuite name="evaluation" tests="1" failures="0" errors="1" skipped="0">
                <testcase classname="tiercel.evaluation" name="holdout.csv">
                <error type="NOT_FINITE" message="2 of 9 scores are not finite (rows 3, 4).">NOT_FINITE: 2 of 9 scores are not finite (rows 3, 4).
                </error>
                </testcase>
                </testsuite>
                </testsuites>
                """, text);
    }

    @Test
    void gatesAreTestCasesOfTheirModel() {
        Document xml = xml(HandMade.everything(), Inconclusive.FAILS);
        assertEquals(List.of("naive_bayes", "gbm"), Page.texts(xml, "/testsuites/testsuite/@name"));
        assertEquals(
                List.of(
                        "roc_auc >= 0.7",
                        "roc_auc no-worse-than baseline by 0.005",
                        "roc_auc@origin=ORD >= 0.72",
                        "accuracy >= 0.9",
                        "p99 <= 5ms",
                        "memory <= 512MiB"),
                Page.texts(xml, "//testcase[@classname='tiercel.naive_bayes']/@name"));
        assertEquals(List.of("roc_auc >= 0.7"), Page.texts(xml, "//testcase[@classname='tiercel.gbm']/@name"));
    }

    @Test
    void failedAndInconclusiveGatesHaveOneFailureEachAndNoneIsSkipped() {
        Document xml = xml(HandMade.everything(), Inconclusive.FAILS);
        assertEquals(
                List.of("inconclusive", "gate", "inconclusive", "gate"), Page.texts(xml, "//testcase/failure/@type"));
        assertEquals(
                0, Page.texts(xml, "//testcase[count(failure) > 1] | //skipped").size());
        assertEquals(List.of("7"), Page.texts(xml, "/testsuites/@tests"));
        assertEquals(List.of("4"), Page.texts(xml, "/testsuites/@failures"));
        assertEquals(List.of("4", "0"), Page.texts(xml, "//testsuite/@failures"));
        assertEquals(List.of("6", "1"), Page.texts(xml, "//testsuite/@tests"));
    }

    @Test
    void inconclusiveGatesThatPassSayThatTheyAreOpen() {
        Document xml = xml(HandMade.everything(), Inconclusive.PASSES);
        assertEquals(List.of("gate", "gate"), Page.texts(xml, "//testcase/failure/@type"));
        assertEquals(List.of("2"), Page.texts(xml, "/testsuites/@failures"));
        List<String> printed = Page.texts(xml, "//testcase/system-out");
        assertEquals(2, printed.size());
        assertTrue(printed.get(0).startsWith("INCONCLUSIVE roc_auc no-worse-than baseline by 0.005: "), printed.get(0));
        assertEquals(
                List.of("INCONCLUSIVE", "INCONCLUSIVE"),
                Page.texts(xml, "//testcase[system-out]/properties/property[@name='verdict']/@value"));
    }

    @Test
    void failureSaysWhyAndWhatWasHeldAgainstTheLimit() {
        Document xml = xml(HandMade.everything(), Inconclusive.FAILS);
        String failed = "//failure[@type='gate']";
        assertEquals(
                List.of(
                        "no value in the interval satisfies the rule",
                        "the most memory that the process had does not satisfy the rule"),
                Page.texts(xml, failed + "/@message"));
        assertEquals(
                List.of(
                        "FAIL roc_auc@origin=ORD >= 0.72: 0.6902 in [0.6614, 0.71999] at 0.975, limit 0.72, 78,543 rows;"
                                + " no value in the interval satisfies the rule\n",
                        "FAIL memory <= 512MiB: 536870913 bytes, limit 512.0 MiB; the most memory that the process had"
                                + " does not satisfy the rule\n"),
                Page.texts(xml, failed));
    }

    @Test
    void figuresOfAGateAreItsPropertiesWithAllTheirDigits() {
        Document xml = xml(HandMade.everything(), Inconclusive.FAILS);
        String second = "//testsuite[1]/testcase[2]/properties/property";
        assertEquals(
                List.of(
                        "verdict",
                        "value",
                        "lower",
                        "upper",
                        "level",
                        "method",
                        "limit",
                        "rows",
                        "rows_needed",
                        "reason"),
                Page.texts(xml, second + "/@name"));
        assertEquals(
                List.of("-0.00101", "-0.00642", "0.0044"),
                Page.texts(xml, second + "[@name='value' or @name='lower' or @name='upper']/@value"));
        assertEquals(List.of("109731"), Page.texts(xml, second + "[@name='rows_needed']/@value"));
    }

    @Test
    void infiniteEndsAreSaidAndWhatIsNoNumberIsLeftOut() {
        GateResult odd = new GateResult(
                "own >= 0",
                Verdict.INCONCLUSIVE,
                OptionalDouble.of(Double.NaN),
                Optional.of(new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0.95, "none")),
                0,
                3,
                OptionalLong.empty(),
                "nobody knows");
        Document xml = xml(HandMade.of(HandMade.bare("m").withGates(List.of(odd), List.of())), Inconclusive.FAILS);
        assertEquals(
                List.of("-inf", "inf"),
                Page.texts(xml, "//property[@name='value' or @name='lower' or @name='upper']/@value"));
    }

    @Test
    void metricsArePropertiesOfTheSuiteAndWarningsItsOutput() {
        Document xml = xml(HandMade.everything(), Inconclusive.FAILS);
        String suite = "//testsuite[1]";
        assertEquals(
                List.of("0.7166 [0.7083, 0.7249]"),
                Page.texts(xml, suite + "/properties/property[@name='metric roc_auc']/@value"));
        assertEquals(
                List.of("undefined: scores are not probabilities: some lie outside [0, 1]"),
                Page.texts(xml, suite + "/properties/property[@name='metric accuracy']/@value"));
        List<String> printed = Page.texts(xml, suite + "/system-out");
        assertEquals(1, printed.size());
        assertTrue(printed.get(0).startsWith("note NOT_PROBABILITIES: 37 scores "), printed.get(0));
    }

    @Test
    void withoutGatesASuiteHasNoCases() {
        EvaluationResult bare = HandMade.of(HandMade.bare("m"));
        Document xml = xml(bare, Inconclusive.FAILS);
        assertEquals(List.of("0"), Page.texts(xml, "//testsuite[not(testcase)]/@tests"));
        assertEquals(0, Page.texts(xml, "//property[@name='verdict']").size());
    }

    @ParameterizedTest
    @CsvSource({"1311.75, 1.312", "0, 0.000"})
    void timeIsInSeconds(double millis, String seconds) {
        assertEquals(List.of(seconds), Page.texts(xml(took(millis), Inconclusive.FAILS), "/testsuites/@time"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -1})
    void timeThatIsNoneIsNotThere(double millis) {
        assertEquals(List.of(), Page.texts(xml(took(millis), Inconclusive.FAILS), "/testsuites/@time"));
    }

    private static EvaluationResult took(double millis) {
        return HandMade.of(HandMade.bare("m"))
                .traced(new TimeBreakdown(0, InferenceCost.NONE, 0, 0, millis), HandMade.provenance());
    }

    /** A schema that accepts anything would find nothing. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '\t',
            value = {
                "<testcase \t<test ",
                "type=\"gate\"\ttype=\"skipped\"",
                "classname=\"tiercel.\tclassname=\"evals.",
                "</failure>\t</failure><failure type=\"gate\" message=\"twice\"/>",
                "</failure>\t</failure><skipped/>",
                "failures=\"4\"\tfailures=\"three\"",
                "time=\"1\ttime=\"soon 1",
                " name=\"roc_auc &gt;= 0.7\"\t ''"
            })
    void schemaRefusesOtherForms(String part, String other) throws SAXException {
        String xml = ResultJunit.render(HandMade.everything());
        JunitSchema.validate(xml);
        String changed = xml.replaceFirst(Pattern.quote(part), other.replace("''", ""));
        assertTrue(!changed.equals(xml), part);
        assertThrows(SAXException.class, () -> JunitSchema.validate(changed));
    }

    @Test
    void controlCharactersShowAsTheirCode() {
        ModelResult model = HandMade.bare("a\u0000\u001b\ud800\uffff\nb");
        assertEquals(
                List.of("a\\u0000\\u001B\\uD800\\uFFFF\\nb"),
                Page.texts(xml(HandMade.of(model), Inconclusive.FAILS), "//testsuite/@name"));
    }

    @Test
    void textDoesNotDependOnTheLocale() {
        String before = ResultJunit.render(HandMade.everything());
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals(before, ResultJunit.render(HandMade.everything()));
        } finally {
            Locale.setDefault(locale);
        }
    }

    @Test
    void writerGetsTheTextAndStaysOpen() {
        StringWriter out = new StringWriter();
        ResultJunit.write(HandMade.everything(), Inconclusive.PASSES, out);
        assertEquals(ResultJunit.render(HandMade.everything(), Inconclusive.PASSES), out.toString());
        assertTrue(out.toString().contains(CASE), out::toString);
    }

    @Test
    void failingWriterIsReported() {
        EvaluationResult result = HandMade.everything();
        Writer full = new FullDisk();
        Exception thrown =
                assertThrows(UncheckedIOException.class, () -> ResultJunit.write(result, Inconclusive.FAILS, full));
        assertEquals("the result could not be written as JUnit XML: No space left on device", thrown.getMessage());
    }

    private static Document xml(EvaluationResult result, Inconclusive inconclusive) {
        String text = ResultJunit.render(result, inconclusive);
        JunitSchema.assertValid(text);
        return Page.parsed(text);
    }
}
