package io.github.tiercel.result;

import io.github.tiercel.metrics.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a reader should know of rows that many models were evaluated on.
 *
 * <p>Rows are worn once picking the best of the models that the tier evaluated may pretend more than the interval
 * allows for error: from then on the interval of the best one need not hold the truth. Only where all rows were
 * evaluated: a model that was chosen by n of N rows is optimistic on all of them by at most about sqrt(n/N) of the
 * bound, since its luck on the n is diluted by the others. A sample is there to choose by.
 */
final class HoldoutNotices {

    private static final String WORN = "HOLDOUT_WORN";
    private static final String COUNT_LOST = "HOLDOUT_COUNT_LOST";

    private HoldoutNotices() {}

    /** The model with what is to be said now, in place of what was said when the rows had been used less. */
    static ModelResult renewed(HoldoutUse use, ModelResult model) {
        List<Notice> notices = new ArrayList<>(model.warnings());
        notices.removeIf(notice -> notice.code().equals(WORN) || notice.code().equals(COUNT_LOST));
        notices.addAll(of(use, model));
        return model.withGates(model.gates(), notices);
    }

    private static List<Notice> of(HoldoutUse use, ModelResult model) {
        List<Notice> notices = new ArrayList<>();
        if (!use.isWhole()) {
            notices.add(new Notice(
                    COUNT_LOST,
                    "Files that count how often these rows were used were damaged or could not be read, so they were"
                            + " used more often than is said."));
        }
        if (!model.isSample()) {
            worn(use, model).ifPresent(notices::add);
        }
        return notices;
    }

    /** The first metric that has both an interval and a better end speaks for all. */
    private static Optional<Notice> worn(HoldoutUse use, ModelResult model) {
        return model.metrics().values().stream()
                .filter(estimate -> estimate.population().isPresent()
                        && use.optimism(estimate, model.tier()).isPresent())
                .findFirst()
                .flatMap(estimate -> worn(use, model.tier(), estimate));
    }

    private static Optional<Notice> worn(HoldoutUse use, String tier, Estimate estimate) {
        double optimism = use.optimism(estimate, tier).orElseThrow();
        double halfWidth = estimate.population().orElseThrow().width() / 2;
        return optimism > halfWidth
                ? Optional.of(worn(use.models(tier), estimate.metric(), optimism, halfWidth))
                : Optional.empty();
    }

    private static Notice worn(int models, String metric, double optimism, double halfWidth) {
        return new Notice(
                WORN,
                String.format(
                        Locale.ROOT,
                        "%,d models were evaluated on all of these rows. The best of so many equal models looks better"
                                + " by up to about %.2g in %s, more than the %.2g that its interval allows for. Confirm"
                                + " the one that is chosen on rows that had no part in choosing it.",
                        models,
                        optimism,
                        metric,
                        halfWidth));
    }
}
