package io.github.tiercel.evaluation;

import static io.github.tiercel.data.Thrown.assertMisuse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.EvaluationSetBuilder;
import io.github.tiercel.data.Scores;
import io.github.tiercel.gate.Gates;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.SliceSearch;
import io.github.tiercel.result.WorseSlice;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SliceSearchTest {

    private static final int ROWS = 4000;
    private static final Tier ALL = Tier.full().withReplicates(0);

    /** Two columns of four values each: the rows of one pair are a sixteenth. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record World(Simulated rows, int[] hour, int[] place) {

        static World of(long seed) {
            Random random = new Random(-seed);
            return new World(
                    Simulated.rows(ROWS, 0.5, seed),
                    random.ints(ROWS, 0, 4).toArray(),
                    random.ints(ROWS, 0, 4).toArray());
        }

        boolean isBad(int row) {
            return hour[row] == 1 && place[row] == 2;
        }

        /** The model, but blind where an hour and a place meet. */
        Scores blind() {
            double[] scores = rows.scores().clone();
            for (int row = 0; row < ROWS; row++) {
                scores[row] = isBad(row) ? 1 - scores[row] : scores[row];
            }
            return Scores.of("blind", scores);
        }

        EvaluationSetBuilder set() {
            return rows.set().slice("hour", names("h", hour)).slice("place", names("p", place));
        }

        private static List<String> names(String prefix, int[] codes) {
            return IntStream.of(codes).mapToObj(code -> prefix + code).toList();
        }

        SliceSearch search(String metric, Tier tier, Scores candidate, Optional<Scores> baseline) {
            return result(Slicing.all().searching(metric), metric, tier, candidate, baseline)
                    .sliceSearch()
                    .orElseThrow();
        }

        ModelResult result(Slicing slicing, String metric, Tier tier, Scores candidate, Optional<Scores> baseline) {
            return Evaluator.of(set().build())
                    .metrics(metric)
                    .slicing(slicing)
                    .build()
                    .evaluate(tier, List.of(candidate), baseline)
                    .model();
        }
    }

    /**
     * At most one search in 40 may find something; of 200 searches without anything to find, more than 12 do once in
     * 500 seeds if it is exactly so many.
     */
    @ParameterizedTest
    @ValueSource(strings = {"log_loss", "roc_auc", "accuracy"})
    void findsNothingWhereNothingIs(String metric) {
        int alarms = 0;
        for (int seed = 0; seed < 200; seed++) {
            World world = World.of(seed);
            SliceSearch search = world.search(metric, ALL, world.rows().candidate(), Optional.empty());
            assertEquals(24, search.searched());
            alarms += search.worseThanRest().significant() > 0 ? 1 : 0;
        }
        assertTrue(alarms <= 12, alarms + " of 200 searches found what is not there");
    }

    @ParameterizedTest
    @ValueSource(strings = {"log_loss", "roc_auc", "accuracy", "f1"})
    void findsThePairThatIsWorse(String metric) {
        World world = World.of(1);
        SliceSearch search = world.search(metric, ALL, world.blind(), Optional.empty());
        WorseSlice worst = search.worseThanRest().worst().get(0);
        assertEquals("hour & place", worst.column());
        assertEquals("h1 & p2", worst.value());
        assertTrue(worst.adjustedP() < 1e-4, () -> "p " + worst.adjustedP());
        assertTrue(worst.interval().contains(worst.difference()));
        assertTrue(!worst.interval().contains(0), worst.interval()::toString);
        assertEquals(1 - 0.05 / 24, worst.interval().level(), 1e-12);
        assertEquals(0.025, search.alpha(), 1e-12);
        assertEquals(Optional.empty(), search.worseThanBaseline());
    }

    @Test
    void rowsThatTwoColumnsNameAreOneFinding() {
        World world = World.of(1);
        List<String> places = World.names("p", world.place());
        List<String> aliases = World.names("place ", world.place());
        double[] blind = world.rows().scores().clone();
        for (int row = 0; row < ROWS; row++) {
            blind[row] = world.place()[row] == 2 ? 1 - blind[row] : blind[row];
        }
        SliceSearch search = Evaluator.of(world.rows()
                        .set()
                        .slice("place", places)
                        .slice("alias", aliases)
                        .build())
                .metrics("log_loss")
                .slicing(Slicing.all().searching("log_loss"))
                .build()
                .evaluate(ALL, List.of(Scores.of("blind", blind)), Optional.empty())
                .model()
                .sliceSearch()
                .orElseThrow();
        assertEquals(1, search.worseThanRest().significant());
        assertEquals("place 2", search.worseThanRest().worst().get(0).value());
    }

    @Test
    void aSampleFindsItToo() {
        World world = World.of(1);
        Tier sample = Tier.fast().withRows(new SampleRows.Exactly(3000));
        SliceSearch search = world.search("roc_auc", sample, world.blind(), Optional.empty());
        assertEquals("h1 & p2", search.worseThanRest().worst().get(0).value());
    }

    @Test
    void theBaselineIsHeldAgainstEachSlice() {
        World world = World.of(1);
        SliceSearch search = world.search(
                "log_loss", ALL, world.blind(), Optional.of(world.rows().candidate()));
        SliceSearch.Findings found = search.worseThanBaseline().orElseThrow();
        assertEquals("h1 & p2", found.worst().get(0).value());
        SliceSearch same = world.search(
                "log_loss",
                ALL,
                world.rows().candidate(),
                Optional.of(world.rows().candidate()));
        assertEquals(
                new SliceSearch.Findings(0, List.of()), same.worseThanBaseline().orElseThrow());
    }

    @Test
    void aPairThatIsWorseAsItsWholeColumnIsNoFindingOfItsOwn() {
        World world = World.of(2);
        double[] scores = world.rows().scores().clone();
        for (int row = 0; row < ROWS; row++) {
            scores[row] = world.hour()[row] == 3 ? 1 - scores[row] : scores[row];
        }
        SliceSearch search = world.search("log_loss", ALL, Scores.of("m", scores), Optional.empty());
        assertEquals(1, search.worseThanRest().significant(), search::toString);
        assertEquals("hour", search.worseThanRest().worst().get(0).column());
        assertEquals("h3", search.worseThanRest().worst().get(0).value());
    }

    @Test
    void pairsThatAreListedAreSearchedOnce() {
        World world = World.of(1);
        List<String> pairs = IntStream.range(0, ROWS)
                .mapToObj(row -> "h" + world.hour()[row] + " & p" + world.place()[row])
                .toList();
        ModelResult model = Evaluator.of(
                        world.set().slice("hour & place", pairs).build())
                .metrics("log_loss")
                .slicing(Slicing.all().searching())
                .build()
                .evaluate(ALL, List.of(world.rows().candidate()), Optional.empty())
                .model();
        // The listed pairs cross with the columns too, but each of these is the pair itself.
        assertEquals(24, model.sliceSearch().orElseThrow().searched());
    }

    @Test
    void theFirstGatedMetricIsSearchedBy() {
        World world = World.of(1);
        ModelResult model = Evaluator.of(world.set().build())
                .metrics("ece", "log_loss")
                .judgedBy(Gates.of("brier <= 0.5"))
                .slicing(Slicing.all().searching())
                .build()
                .evaluate(ALL, List.of(world.rows().candidate()), Optional.empty())
                .model();
        assertEquals("brier", model.sliceSearch().orElseThrow().metric());
        ModelResult ungated = Evaluator.of(world.set().build())
                .metrics("ece", "log_loss")
                .slicing(Slicing.all().searching())
                .build()
                .evaluate(ALL, List.of(world.rows().candidate()), Optional.empty())
                .model();
        assertEquals("log_loss", ungated.sliceSearch().orElseThrow().metric());
    }

    @Test
    void smallSlicesAreCountedAndNotSearched() {
        World world = World.of(1);
        ModelResult model = world.result(
                Slicing.all().minRows(500).searching("log_loss"),
                "log_loss",
                ALL,
                world.rows().candidate(),
                Optional.empty());
        assertEquals(8, model.sliceSearch().orElseThrow().searched());
        assertEquals(16, model.sliceSearch().orElseThrow().tooSmall());
    }

    @Test
    void aSearchThatWouldTakeTooLongSaysWhatItLeavesOut() {
        assertEquals(
                new Notice(
                        "SLICE_SEARCH_CUT",
                        "4,945 of 4,950 pairs of columns were not searched for worse slices, because all would take too"
                                + " long on 20,000,000 rows. Slice by fewer columns, or search a sample."),
                SliceSearcher.cut(4_945, 4_950, 20_000_000));
    }

    @Test
    void aSearchThatCannotBeSaysWhy() {
        World world = World.of(1);
        ModelResult none = world.result(
                Slicing.all().minRows(ROWS).searching("log_loss"),
                "log_loss",
                ALL,
                world.rows().candidate(),
                Optional.empty());
        assertEquals(Optional.empty(), none.sliceSearch());
        assertTrue(none.warnings()
                .contains(new Notice(
                        "SLICES_NOT_SEARCHED", "Worse slices were not searched for: no slice has enough rows.")));
        Scores logits =
                Scores.of("m", IntStream.range(0, ROWS).mapToDouble(row -> row).toArray());
        ModelResult undefined = Evaluator.of(world.set().build())
                .slicing(Slicing.all().searching())
                .build()
                .evaluate(ALL.withMetrics(List.of("log_loss")), List.of(logits), Optional.empty())
                .model();
        assertEquals(Optional.empty(), undefined.sliceSearch());
        assertTrue(
                undefined.warnings().stream().anyMatch(notice -> notice.text()
                        .startsWith("Worse slices were not searched for: log_loss is undefined: scores are not")),
                undefined.warnings()::toString);
    }

    @Test
    void whatCannotBeSearchedIsRefused() {
        World world = World.of(1);
        Evaluator bare = Evaluator.of(world.rows().set().build())
                .slicing(Slicing.all().searching())
                .build();
        assertMisuse(
                "A search for worse slices needs columns to slice by, and folds are none. Name some with --slice (in"
                        + " code: add slices to the set).",
                () -> bare.full(world.rows().candidate()));
        for (String metric : List.of("ece", "best_f1")) {
            assertMisuse(
                    "Slices cannot be searched by " + metric + ": that takes a metric with a better end and a standard"
                            + " error without the bootstrap, such as roc_auc, log_loss, accuracy or mae.",
                    () -> world.search(metric, ALL, world.rows().candidate(), Optional.empty()));
        }
        assertMisuse("minRows must be at least 1, got 0. Slices without a row are never listed.", () -> Slicing.all()
                .minRows(0));
    }
}
