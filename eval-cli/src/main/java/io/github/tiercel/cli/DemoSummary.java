package io.github.tiercel.cli;

import io.github.tiercel.report.FidelityText;
import io.github.tiercel.result.EpochHistory;
import io.github.tiercel.result.EpochRecord;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.Fidelity;
import io.github.tiercel.result.InferenceCost;
import io.github.tiercel.result.TierRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the evaluation of a run cost and saved, as measured in it. */
final class DemoSummary {

    private static final double SECOND_MILLIS = 1000;
    private static final double MOST_TIMES = 1000;

    private final EpochHistory history;
    private final InferenceCost inference;
    private final boolean isStored;

    private DemoSummary(EvaluationResult result) {
        history = result.history().orElseThrow();
        Stream<InferenceCost> epochs = history.epochs().stream()
                .flatMap(epoch -> epoch.tiers().values().stream())
                .map(tier -> tier.time().inference());
        inference = Stream.concat(epochs, Stream.of(result.time().inference()))
                .reduce(InferenceCost.NONE, InferenceCost::plus);
        isStored = result.model().warnings().stream()
                .noneMatch(notice -> notice.code().equals("NOT_STORED"));
    }

    static List<String> lines(EvaluationResult result, Path store) {
        DemoSummary summary = new DemoSummary(result);
        List<String> lines = new ArrayList<>();
        lines.add("evaluation   " + summary.fastTiers());
        summary.fullTiers().ifPresent(text -> lines.add("             " + text));
        Fidelity.of(summary.history).map(FidelityText::of).ifPresent(text -> lines.add("             " + text));
        lines.addAll(summary.inference(store));
        return lines;
    }

    private String fastTiers() {
        List<TierRecord> fast = tiers("fast");
        double millis = total(fast);
        return String.format(
                Locale.ROOT,
                "fast tier: %s for %s, %s each%s; training took %s",
                duration(millis),
                epochs(fast.size()),
                duration(millis / fast.size()),
                share(millis),
                duration(history.trainingMillis()));
    }

    /** What it would have taken to evaluate thoroughly at every epoch; unknown if no epoch had a full tier. */
    private Optional<String> fullTiers() {
        List<TierRecord> full = tiers("full");
        if (full.isEmpty()) {
            return Optional.empty();
        }
        double millis = total(full);
        int all = history.epochs().size();
        return Optional.of(String.format(
                Locale.ROOT,
                "full tier: %s for %s; for all %d it would have taken %s%s",
                duration(millis),
                epochs(full.size()),
                all,
                duration(millis / full.size() * all),
                share(millis / full.size() * all)));
    }

    /** Beside the time of training; where that was next to nothing, a share of it says nothing either. */
    private String share(double millis) {
        double times = millis / history.trainingMillis();
        return times < MOST_TIMES ? String.format(Locale.ROOT, " (%.1f times training)", times) : "";
    }

    private List<String> inference(Path store) {
        List<String> lines = new ArrayList<>();
        lines.add("inference    " + counted());
        if (inference.rowsChecked() > 0) {
            lines.add(String.format(Locale.ROOT, "             %,d of these checked again", inference.rowsChecked()));
        }
        if (isRepeated()) {
            lines.add("             all came from " + store);
        } else if (isStored) {
            lines.add("             run it again: what " + store + " holds is not inferred twice");
        }
        return lines;
    }

    private String counted() {
        String reused = String.format(Locale.ROOT, "%,d", inference.rowsReused());
        String saved = duration(inference.savedMillis());
        return isRepeated()
                ? "none: all " + reused + " scores were stored, which saved " + saved
                : String.format(
                        Locale.ROOT,
                        "%,d scores inferred in %s; %s reused, which saved %s",
                        inference.rowsInferred(),
                        duration(inference.millis()),
                        reused,
                        saved);
    }

    private static String epochs(int number) {
        return number + (number == 1 ? " epoch" : " epochs");
    }

    private boolean isRepeated() {
        return inference.rowsInferred() == 0;
    }

    private List<TierRecord> tiers(String name) {
        return history.epochs().stream()
                .map(EpochRecord::tiers)
                .flatMap(tiers -> Optional.ofNullable(tiers.get(name)).stream())
                .toList();
    }

    private static double total(List<TierRecord> tiers) {
        return tiers.stream().mapToDouble(tier -> tier.time().totalMillis()).sum();
    }

    private static String duration(double millis) {
        return millis < SECOND_MILLIS
                ? String.format(Locale.ROOT, "%.0f ms", millis)
                : String.format(Locale.ROOT, "%.1f s", millis / SECOND_MILLIS);
    }
}
