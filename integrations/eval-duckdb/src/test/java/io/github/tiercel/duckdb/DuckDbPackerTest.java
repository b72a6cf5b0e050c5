package io.github.tiercel.duckdb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.tiercel.data.ColumnRoles;
import io.github.tiercel.data.Columns;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.FeatureRow;
import io.github.tiercel.data.Features;
import io.github.tiercel.data.Scores;
import io.github.tiercel.evaluation.Candidate;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.metrics.Task;
import io.github.tiercel.packed.PackedSet;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.sampling.Strata;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DuckDbPackerTest {

    /** 70,000 rows cross a block; every column has something that is missing or odd. */
    private static final String ROWS = """
            SELECT range * 7919 % 70001 AS id,
                   hash(range) % 10 = 0 AS late,
                   CASE WHEN range % 11 = 0 THEN NULL ELSE 'M' || (range % 12) END AS month,
                   range % 5 AS day,
                   CASE WHEN range % 13 = 0 THEN NULL WHEN range % 17 = 0 THEN 'nan'::DOUBLE ELSE range / 3.0 END AS distance,
                   (range / 7.0)::FLOAT AS delay,
                   CASE WHEN range % 19 = 0 THEN NULL ELSE range % 1000 - 500 END AS hour,
                   CASE WHEN range % 23 = 0 THEN '' ELSE 'Ω' || (range % 300) END AS carrier,
                   1 + range % 3 AS weight,
                   hash(range) % 3 AS kind,
                   (hash(range) % 1000) / 7.0 AS minutes,
                   'u' || (range // 4) AS user,
                   'row ' || range AS name,
                   hash(range) % 4 AS relevance,
                   (hash(range * 3) % 1000) / 1000.0 AS score
            FROM range(70000)""";

    private static final String[] FEATURES = {"distance", "delay", "hour", "carrier", "day"};

    @TempDir
    private static Path folder;

    private static Path source() {
        Path file = folder.resolve("rows.parquet");
        return Files.exists(file) ? file : Written.parquet(folder, "rows.parquet", ROWS);
    }

    private static Stream<ColumnRoles> roles() {
        return Stream.of(
                ColumnRoles.label("late")
                        .id("id")
                        .slice("month")
                        .slice("month & day")
                        .slice("distance:4"),
                ColumnRoles.label("late").positive("false").weight("weight"),
                ColumnRoles.label("late").cluster("user").slice("day"),
                ColumnRoles.label("kind").task(Task.MULTICLASS).id("id"),
                ColumnRoles.label("minutes").task(Task.REGRESSION).id("name").slice("month"),
                ColumnRoles.label("relevance").query("user").id("id"));
    }

    @ParameterizedTest
    @MethodSource("roles")
    void equalsTheSetInMemory(ColumnRoles roles) {
        PackedSet packed = DuckDbPacker.of(source(), roles).features(FEATURES).pack(folder.resolve("equal.packed"));
        Columns columns = DuckDbReader.open(source()).read();
        EvaluationSet memory = EvaluationSet.from(columns, roles);
        EvaluationSet set = packed.evaluationSet();
        assertArrayEquals(memory.keys(), set.keys());
        assertEquals(memory.hasIds(), set.hasIds());
        int[] order = set.order().rows(set.rows());
        assertArrayEquals(memory.order().rows(memory.rows()), order);
        assertEquals(memory.strata().map(Strata::parts), set.strata().map(Strata::parts));
        Features<FeatureRow> inMemory = Features.from(columns, FEATURES);
        Features<FeatureRow> onDisk = packed.features();
        assertFalse(onDisk.inMemory());
        assertEquals(inMemory.fingerprint(memory.keys(), order), onDisk.fingerprint(set.keys(), order));
        for (Tier tier : List.of(Tier.fast(), Tier.full())) {
            EvaluationResult expected = evaluated(memory, tier);
            EvaluationResult found = evaluated(set, tier);
            assertEquals(expected.models(), found.models());
            assertEquals(expected.provenance(), found.provenance());
            assertEquals(metrics(memory, inMemory, tier), metrics(set, onDisk, tier));
        }
    }

    private static EvaluationResult evaluated(EvaluationSet set, Tier tier) {
        double[] scores = IntStream.range(0, set.rows())
                .mapToDouble(row -> row * 7919L % 10007 / 10007.0)
                .toArray();
        double[][] ofClasses = new double[3][];
        Arrays.fill(ofClasses, scores);
        Scores candidate = set.task() == Task.MULTICLASS
                ? Scores.ofClasses("m", set.classes(), ofClasses)
                : Scores.of("m", scores);
        return Evaluator.of(set).replicates(20).build().evaluate(tier, List.of(candidate), Optional.empty());
    }

    /** What a model's metrics are; batches do not end where blocks do. */
    private static List<Object> metrics(EvaluationSet set, Features<FeatureRow> features, Tier tier) {
        if (set.task() == Task.MULTICLASS) {
            return List.of();
        }
        Predictor<FeatureRow> model = Predictor.of(DuckDbPackerTest::score);
        EvaluationResult result = Evaluator.of(set)
                .replicates(20)
                .features(features)
                .batchRows(999)
                .build()
                .evaluate(tier, List.of(Candidate.of("m", model)), Optional.empty());
        return List.of(result.models().get(0).metrics(), result.models().get(0).slices());
    }

    private static double score(FeatureRow row) {
        double distance =
                row.isMissing("distance") || Double.isNaN(row.number("distance")) ? 5 : row.number("distance");
        double hour = row.isMissing("hour") ? 0 : row.integer("hour");
        return 1
                / (1
                        + Math.exp((hour - row.text("carrier").length()) / 300
                                + distance / 30_000
                                - row.number("delay") / 1e4));
    }
}
