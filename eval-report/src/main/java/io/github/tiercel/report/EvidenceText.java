package io.github.tiercel.report;

import io.github.tiercel.result.BinaryFindings;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.MulticlassFindings;
import io.github.tiercel.result.RankingFindings;
import io.github.tiercel.result.RegressionFindings;
import java.util.Locale;

/** On how much a model was evaluated, in what metrics of its task rest on. */
final class EvidenceText {

    private EvidenceText() {}

    /**
     * {@return for example "78,543 rows, 3,948 positive (5.0 %)", "78,543 rows, 3 classes", "78,543 rows, label 12.1 ±
     * 40.2" or "1,000 queries, 23 without a relevant row, 12,345 rows"}
     */
    static String of(ModelResult model) {
        if (model.findings() instanceof BinaryFindings binary) {
            return rows(model) + ", " + positives(model, binary);
        }
        if (model.findings() instanceof MulticlassFindings multiclass) {
            return rows(model) + ", " + counted(multiclass.classes().size(), "class", "classes");
        }
        if (model.findings() instanceof RegressionFindings regression) {
            return rows(model) + ", label " + spread(regression);
        }
        return model.findings() instanceof RankingFindings ranking
                ? queries(ranking) + ", " + rows(model)
                : rows(model);
    }

    private static String rows(ModelResult model) {
        String all = counted(model.rowsTotal(), "row", "rows");
        return model.isSample() ? format("%,d of %s", model.rows(), all) : counted(model.rows(), "row", "rows");
    }

    private static String positives(ModelResult model, BinaryFindings binary) {
        String count = format("%,d positive", binary.positives());
        // Rare classes are oversampled, so a share of the sampled rows would pass for a prevalence and is none.
        if (model.isSample() || model.rows() == 0) {
            return count;
        }
        double percent = 100.0 * binary.positives() / model.rows();
        return count + format(percent < 1 ? " (%.2f %%)" : " (%.1f %%)", percent);
    }

    private static String spread(RegressionFindings regression) {
        double mean = regression.labelMean();
        double deviation = regression.labelDeviation();
        return Digits.ofSpread(mean, deviation).plain(mean) + " ± "
                + Digits.ofDeviation(mean, deviation).plain(deviation);
    }

    private static String queries(RankingFindings ranking) {
        String queries = counted(ranking.queries(), "query", "queries");
        return ranking.withoutRelevant() == 0
                ? queries
                : queries + format(", %,d without a relevant row", ranking.withoutRelevant());
    }

    private static String counted(int number, String one, String several) {
        return format("%,d %s", number, number == 1 ? one : several);
    }

    private static String format(String pattern, Object... arguments) {
        return String.format(Locale.ROOT, pattern, arguments);
    }
}
