package io.github.tiercel.report;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.HoldoutUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** How often the rows have been used, and what that may pretend, in sentences without a full stop. */
final class HoldoutText {

    private HoldoutText() {}

    /**
     * {@return for example "these rows have been used for 37 models; the best of 37 equal models looks better by up to
     * about 0.0041 in log_loss"; empty for a single model, and where nobody counts}
     */
    static Optional<String> of(EvaluationResult result) {
        return result.holdout()
                .filter(use -> use.models() > 1)
                .map(use -> "these rows have been used for "
                        + models(use)
                        + firstOptimism(result, use)
                                .map(text -> "; the best of " + number(use.models())
                                        + " equal models looks better by up to " + text)
                                .orElse(""));
    }

    /** {@return for example "37 models in 120 evaluations (fast: 36 in 112, full: 5 in 8)"} */
    static String counts(HoldoutUse use) {
        List<String> tiers = new ArrayList<>();
        use.tiers()
                .forEach(
                        (name, of) -> tiers.add(name + ": " + number(of.models()) + " in " + number(of.evaluations())));
        return models(use) + " in " + number(use.evaluations())
                + (use.evaluations() == 1 ? " evaluation" : " evaluations") + " (" + String.join(", ", tiers) + ")";
    }

    /** {@return for example "about 0.0041"; empty where nothing can be said} */
    static Optional<String> optimism(HoldoutUse use, Estimate estimate) {
        OptionalDouble optimism = use.optimism(estimate);
        return optimism.isPresent() && Double.isFinite(optimism.getAsDouble()) && optimism.getAsDouble() > 0
                ? Optional.of("about " + number(optimism.getAsDouble()))
                : Optional.empty();
    }

    /** The first metric of the first model speaks for all; the others are in the report and in the JSON. */
    private static Optional<String> firstOptimism(EvaluationResult result, HoldoutUse use) {
        return result.models().get(0).metrics().values().stream()
                .flatMap(estimate -> optimism(use, estimate).map(text -> text + " in " + estimate.metric()).stream())
                .findFirst();
    }

    private static String models(HoldoutUse use) {
        return number(use.models()) + (use.models() == 1 ? " model" : " models");
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** With two digits: it is a scale. */
    private static String number(double optimism) {
        return Digits.ofMargin(optimism).plain(optimism);
    }
}
