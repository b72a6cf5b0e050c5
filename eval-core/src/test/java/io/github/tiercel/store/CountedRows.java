package io.github.tiercel.store;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import io.github.tiercel.evaluation.CountingModel;
import io.github.tiercel.result.HoldoutUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Rows whose use is counted. */
final class CountedRows {

    static final StoredOrder<double[]> ROWS = of(100);
    static final String ORDER = ROWS.fingerprint().orElseThrow();

    private CountedRows() {}

    static StoredOrder<double[]> of(int rows) {
        return StoredOrder.of(EvaluationSet.binary(new boolean[rows]).build(), Features.of(new double[rows][1]));
    }

    static HoldoutUse use(PredictionStore store, String model, String tier) {
        return store.used(ROWS, CountingModel.named(model), tier);
    }

    /** "models/evaluations", and the same of each tier. */
    static String shown(HoldoutUse use) {
        StringBuilder text = new StringBuilder(use.models() + "/" + use.evaluations());
        use.tiers().forEach((tier, of) -> text.append(' ')
                .append(tier)
                .append(' ')
                .append(of.models())
                .append('/')
                .append(of.evaluations()));
        return text.toString();
    }

    static List<Path> files(Path root) throws IOException {
        Path folder = root.resolve("uses").resolve(ORDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
