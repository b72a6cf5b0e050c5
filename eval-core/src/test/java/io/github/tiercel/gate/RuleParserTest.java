package io.github.tiercel.gate;

import static io.github.tiercel.data.Thrown.assertMisuse;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleParserTest {

    @ParameterizedTest
    @CsvSource({"roc_auc >= 0.7,AT_LEAST", "roc_auc <= 0.7,AT_MOST", "roc_auc > 0.7,ABOVE", "roc_auc < 0.7,BELOW"})
    void operatorsAreRead(String text, Inequality comparator) {
        Rule.Limit rule = limit(text);
        assertEquals("roc_auc", rule.metric());
        assertEquals(comparator, rule.comparator());
        assertEquals(0.7, rule.limit());
        assertEquals(Scope.ALL, rule.scope());
        assertEquals(text, rule.text(rule.scope()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"roc_auc>=0.7", "  roc_auc   >=   0.7  ", "\troc_auc >=0.7\n", "roc_auc>= 0.7"})
    void spacingDoesNotMatter(String text) {
        assertEquals(limit("roc_auc >= 0.7"), limit(text));
    }

    @ParameterizedTest
    @CsvSource({"-0.25,-0.25", "1e-3,0.001", "-2.5E+2,-250", "0,0", "+.5,0.5"})
    void numbersMayHaveSignsAndExponents(String number, double expected) {
        assertEquals(expected, limit("mcc >= " + number).limit());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "m@origin >= 1|origin|",
                "m@origin=ORD >= 1|origin|ORD",
                "m@origin=ORD>=1|origin|ORD",
                "m@ origin = ORD >= 1|origin|ORD",
                "m@departure hour >= 1|departure hour|",
                "m@departure hour=New  York City <= 1|departure hour|New  York City",
                "m@Straße=Zürich 東京 > 1|Straße|Zürich 東京",
                "m@url=http://x/?a=b&c=d >= 1|url|http://x/?a=b&c=d",
                "m@mail=a@b.c >= 1|mail|a@b.c",
                "m@a@b=c >= 1|a@b|c",
                "m@age=>=65 < 1|age|>=65",
                "m@age=<18 < 1|age|<18",
                "m@range=a>=b>=1|range|a>=b",
                "m@note=no-worse-than you >= 1|note|no-worse-than you",
                "m@x=-1 >= 1|x|-1"
            })
    void columnsAndValuesAreRead(String text, String column, String value) {
        Rule.Limit rule = limit(text);
        assertEquals("m", rule.metric());
        assertEquals(Optional.of(column), rule.scope().column());
        assertEquals(Optional.ofNullable(value), rule.scope().value());
        assertEquals(1, rule.limit());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "f1[New York] >= 1|f1[New York]||",
                "f1[x@y>=1] >= 1|f1[x@y>=1]||",
                "f1[x@y>=1]@region >= 1|f1[x@y>=1]|region|",
                "recall[a]b]@region=[c] >= 1|recall[a]b]|region|[c]",
                "precision[no-worse-than baseline by 1] >= 1|precision[no-worse-than baseline by 1]||",
                "ndcg@10 >= 1|ndcg@10||",
                "ndcg@10@region >= 1|ndcg@10|region|",
                "ndcg@10@2023=5 >= 1|ndcg@10|2023|5",
                "ndcg@10=5 >= 1|ndcg|10|5",
                "precision@2023 >= 1|precision@2023||",
                "precision@ 2023 >= 1|precision|2023|",
                "accuracy@2023 >= 1|accuracy|2023|",
                "accuracy@2023=5 >= 1|accuracy|2023|5",
                "accuracy@2023@q >= 1|accuracy|2023@q|",
                "f1[a]@2023 >= 1|f1[a]|2023|",
                "f0.5@2023 >= 1|f0.5|2023|",
                "own@5 >= 1|own@5||"
            })
    void classesAndCutsBelongToTheMetric(String text, String metric, String column, String value) {
        Rule.Limit rule = limit(text);
        assertEquals(metric, rule.metric());
        assertEquals(Optional.ofNullable(column), rule.scope().column());
        assertEquals(Optional.ofNullable(value), rule.scope().value());
    }

    @Test
    void valuesMayBeEmpty() {
        assertEquals(Optional.of(""), limit("m@c= >= 1").scope().value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "log_loss no-worse-than baseline by 0.01",
                " log_loss  no-worse-than   baseline  by   0.01 ",
                "log_loss\tno-worse-than baseline by\t0.01"
            })
    void rulesAgainstABaselineAreRead(String text) {
        assertEquals(new Rule.NoWorse("log_loss", Scope.ALL, 0.01, "0.01"), RuleParser.parse(text));
    }

    @Test
    void rulesAgainstABaselineMayNameSlices() {
        Rule.OfMetric rule = (Rule.OfMetric) RuleParser.parse("f1@origin=São Paulo no-worse-than baseline by 1e-2");
        assertEquals("f1", rule.metric());
        assertEquals(Optional.of("origin"), rule.scope().column());
        assertEquals(Optional.of("São Paulo"), rule.scope().value());
        assertEquals("f1@origin=São Paulo no-worse-than baseline by 1e-2", rule.text(rule.scope()));
        assertEquals(
                "f1@origin=x no-worse-than baseline by 1e-2",
                rule.text(rule.scope().of("x")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "roc_auc",
                "roc_auc == 0.7",
                "roc_auc => 0.7",
                "roc_auc > = 0.7",
                ">= 0.7",
                "roc_auc >=",
                "roc auc >= 0.7",
                "f1[a >= 0.7",
                "f1[a]b >= 0.7",
                "@origin >= 0.7",
                "roc_auc@ >= 0.7",
                "roc_auc 0.7",
                "roc_auc >= 0.7 0.8",
                "roc_auc no-worse-than baseline by",
                "roc_auc no-worse-than champion by 0.1",
                "roc_aucno-worse-than baseline by 0.1"
            })
    void whatIsNoRuleIsRefused(String text) {
        assertMisuse(
                "Gate \"" + text + "\" is not a rule. Write METRIC >= NUMBER, METRIC@COLUMN=VALUE <= NUMBER, or METRIC"
                        + " no-worse-than baseline by MARGIN, for example \"roc_auc >= 0.95\".",
                () -> RuleParser.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"high", "NaN", "Infinity", "95%", "0,95", "1e999", "1d", "0x1p3"})
    void limitsMustBeFiniteNumbers(String number) {
        String sentence = "\" needs a number where it has \"" + number + "\", for example 0.95.";
        String limit = "roc_auc >= " + number;
        String margin = "roc_auc no-worse-than baseline by " + number;
        assertMisuse("Gate \"" + limit + sentence, () -> RuleParser.parse(limit));
        assertMisuse("Gate \"" + margin + sentence, () -> RuleParser.parse(margin));
    }

    @Test
    void marginsMustBeThereAndNotNegative() {
        assertMisuse(
                "Gate \"roc_auc no-worse-than baseline\" needs a margin: write how much worse is still acceptable, for"
                        + " example \"roc_auc no-worse-than baseline by 0.002\".",
                () -> RuleParser.parse("roc_auc no-worse-than baseline"));
        assertMisuse(
                "Gate \"roc_auc no-worse-than baseline by -0.1\" has the negative margin -0.1. A margin is at least 0.",
                () -> RuleParser.parse("roc_auc no-worse-than baseline by -0.1"));
    }

    private static Rule.Limit limit(String text) {
        return (Rule.Limit) RuleParser.parse(text);
    }
}
