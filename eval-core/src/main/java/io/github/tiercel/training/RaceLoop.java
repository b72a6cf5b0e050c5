package io.github.tiercel.training;

import io.github.tiercel.inference.ModelException;
import io.github.tiercel.result.InferenceCost;
import io.github.tiercel.result.RaceResult;
import io.github.tiercel.result.RaceStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The state of a race: who is still in, and how many rows it took so far. One thread. */
final class RaceLoop {

    private final RaceMetric<?> metric;
    private final RaceRule rule;
    private final RaceSteps steps;
    private final List<Runner> runners;
    private final double alpha;
    private long scored;
    private InferenceCost inference = InferenceCost.NONE;

    RaceLoop(RaceMetric<?> metric, RaceRule rule, RaceSteps steps, List<Runner> runners) {
        this.metric = metric;
        this.rule = rule;
        this.steps = steps;
        this.runners = runners;
        this.alpha = rule.alphaOfComparison(runners.size(), steps.count());
    }

    RaceResult run() {
        Optional<String> end = Optional.empty();
        for (int step = 0; end.isEmpty(); step++) {
            end = step == steps.count() ? Optional.of(allSeen()) : run(step);
        }
        return result(end.get());
    }

    /** Why the race ends at this step; empty to go on. */
    private Optional<String> run(int step) {
        long most = affordable(step);
        if (most <= rule.survivors()) {
            return Optional.of(unaffordable(step));
        }
        in().stream().skip(most).forEach(runner -> runner.leave(RaceStatus.CUT_BY_BUDGET));
        in().forEach(runner -> see(runner, step));
        drop();
        return in().size() > rule.survivors() ? Optional.empty() : Optional.of(fewLeft());
    }

    /** How many candidates there are rows for. */
    private long affordable(int step) {
        if (rule.budget().isEmpty()) {
            return runners.size();
        }
        int each = Math.max(1, steps.rows(step) - seen());
        return (rule.budget().getAsLong() - scored) / each;
    }

    private int seen() {
        return in().stream().mapToInt(Runner::rows).max().orElse(0);
    }

    private void see(Runner runner, int step) {
        int before = runner.rows();
        inference = inference.plus(beyond(before, runner.see(steps.tier(step), metric)));
        scored += (runner.isIn() ? runner.rows() : steps.rows(step)) - before;
    }

    /** Rows of the looks before are there again at each look, which saves nothing. */
    private static InferenceCost beyond(int before, InferenceCost cost) {
        long reused = Math.max(0, cost.rowsReused() - before);
        double share = reused == 0 ? 0 : reused / (double) cost.rowsReused();
        return new InferenceCost(
                cost.millis(),
                cost.rowsInferred(),
                reused,
                cost.rowsChecked(),
                share * cost.savedMillis(),
                cost.waitingMillis(),
                cost.batchRows());
    }

    private void drop() {
        List<Runner> in = in();
        if (in.isEmpty() || !in.get(0).hasValue()) {
            return;
        }
        for (Runner runner : in.subList(1, in.size())) {
            if (runner.hasValue()) {
                runner.compare(in.get(0), metric, alpha);
            }
        }
    }

    /** The best first; of equal ones, the one that was named first. */
    private List<Runner> in() {
        return runners.stream()
                .filter(Runner::isIn)
                .sorted(Runner.byValue(metric.direction()))
                .toList();
    }

    private RaceResult result(String end) {
        in().stream().filter(runner -> !runner.hasValue()).forEach(runner -> runner.failWithout(metric.name()));
        requireOneThatWorked();
        boolean cut = runners.stream().anyMatch(runner -> runner.status() == RaceStatus.CUT_BY_BUDGET);
        if (in().size() == 1 && !cut) {
            in().get(0).leave(RaceStatus.WON);
        }
        return new RaceResult(
                metric.name(),
                metric.direction(),
                rule.alpha(),
                steps.count(),
                runners.stream().sorted(byRank()).map(Runner::entry).toList(),
                steps.order().size(),
                scored,
                inference,
                end);
    }

    private Comparator<Runner> byRank() {
        return Comparator.comparingInt((Runner runner) -> place(runner.status()))
                .thenComparing(Comparator.comparingInt(Runner::rows).reversed())
                .thenComparing(Runner.byValue(metric.direction()));
    }

    private static int place(RaceStatus status) {
        return switch (status) {
            case WON, SURVIVED -> 0;
            case CUT_BY_BUDGET -> 1;
            case DROPPED -> 2;
            case FAILED -> 3;
        };
    }

    private void requireOneThatWorked() {
        if (runners.stream().allMatch(runner -> runner.status() == RaceStatus.FAILED)) {
            Runner first = runners.get(0);
            throw new ModelException("All " + runners.size() + " candidates of the race failed. The first, \""
                    + first.model() + "\": " + first.failure().orElse(""));
        }
    }

    private String fewLeft() {
        int left = in().size();
        if (left == 0) {
            return "the candidates that were left failed";
        }
        return left + " of " + runners.size() + " candidates " + (left == 1 ? "is" : "are") + " left";
    }

    private String allSeen() {
        return String.format(
                Locale.ROOT, "all %,d rows were seen", steps.order().size());
    }

    private String unaffordable(int step) {
        return String.format(
                Locale.ROOT,
                "%,d of the budget of %,d rows are left, too few for %d candidates at %,d rows",
                rule.budget().orElse(0) - scored,
                rule.budget().orElse(0),
                rule.survivors() + 1,
                steps.rows(step));
    }
}
