package io.github.tiercel.training;

import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.compare.Difference;
import io.github.tiercel.result.EpochComparison;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Compares each epoch with the last one that improved, on the same rows: {@link EarlyStopping}. One thread. */
final class PairedProgress implements ProgressRule {

    private final Evaluator evaluator;
    private final SampleGrowth growth;
    private final EarlyStopping rule;
    private final Direction direction;
    private final GainTest test;
    private final Wait wait;
    private final PowerCheck power;
    private @Nullable EpochScores reference;
    private double referenceValue = Double.NaN;
    private int seen;
    private int looks;
    private boolean saysThatSpent;

    PairedProgress(
            Evaluator evaluator, SampleGrowth growth, EarlyStopping rule, Direction direction, AlphaSpending spending) {
        this.evaluator = evaluator;
        this.growth = growth;
        this.rule = rule;
        this.direction = direction;
        this.test = new GainTest(rule, spending);
        this.wait = new Wait(rule);
        this.power = new PowerCheck(rule, evaluator.set().rows());
    }

    @Override
    public Step next(Optional<EpochScores> now, OptionalDouble value) {
        seen++;
        if (now.isEmpty() || value.isEmpty()) {
            return withoutValue();
        }
        EpochScores known = reference;
        if (known == null) {
            return refer(now.get(), value.getAsDouble(), Progress.IMPROVED);
        }
        return seen <= rule.warmUp()
                ? warmUp(now.get(), value.getAsDouble())
                : look(now.get(), value.getAsDouble(), known);
    }

    /** In the warm-up nobody is impatient. */
    private Step withoutValue() {
        if (seen <= rule.warmUp()) {
            return Step.of(Progress.NOT_IMPROVED, Optional.empty());
        }
        wait.withoutValue();
        return Step.of(Progress.NOT_IMPROVED, wait.isOver() ? Optional.of(wait.inVain()) : Optional.empty());
    }

    @Override
    public void widen(EpochScores more) {
        if (reference != null && reference.epoch() == more.epoch() && more.rows() > reference.rows()) {
            reference = more;
        }
    }

    private Step refer(EpochScores now, double value, Progress progress) {
        reference = now;
        referenceValue = value;
        wait.begin();
        return Step.of(progress, Optional.empty());
    }

    private Step warmUp(EpochScores now, double value) {
        return direction.isBetter(value, referenceValue)
                ? refer(now, value, Progress.UNDECIDED)
                : Step.of(Progress.UNDECIDED, Optional.empty());
    }

    private Step look(EpochScores now, double value, EpochScores known) {
        looks++;
        return test.isSpentAt(looks) ? untested() : compared(now, value, known);
    }

    /** Said once. */
    private Step untested() {
        List<Notice> notices = saysThatSpent ? List.of() : List.of(spent());
        saysThatSpent = true;
        return new Step(Progress.UNDECIDED, Optional.empty(), notices, Optional.empty());
    }

    private Notice spent() {
        return new Notice(
                "ALPHA_SPENT",
                "All of alpha, " + rule.alpha() + ", was for the epochs that epochBudget announced, so whether "
                        + rule.monitor() + " improves in later ones is not tested. Announce as many epochs as there"
                        + " will be.");
    }

    private Step compared(EpochScores now, double value, EpochScores known) {
        Difference difference = evaluator.difference(rule.monitor(), now.scores(), known.scores());
        int rows = Math.min(now.rows(), known.rows());
        Optional<EpochComparison> comparison = test.compare(known.epoch(), rows, difference, looks);
        Progress progress = comparison.map(test::progress).orElse(Progress.UNDECIDED);
        List<Notice> notices = new ArrayList<>();
        if (progress.isImproved()) {
            refer(comparison.filter(test::isClose).isPresent() ? ahead(now, notices) : now, value, progress);
            return new Step(progress, comparison, notices, Optional.empty());
        }
        wait.without(progress, comparison);
        comparison.flatMap(power::notice).ifPresent(notices::add);
        return new Step(progress, comparison, notices, stopOrGrow(now, known, rows, notices));
    }

    /**
     * A reference that is hard to beat will be asked for more rows soon, when its model has trained on. Early epochs
     * beat each other by far, so that this costs them nothing.
     */
    private EpochScores ahead(EpochScores now, List<Notice> notices) {
        return now.staysAsItIs() || growth.isWhole() ? now : now.widened(evaluator, growth.next(), notices);
    }

    private Optional<String> stopOrGrow(EpochScores now, EpochScores known, int rows, List<Notice> notices) {
        if (!wait.isOver()) {
            return Optional.empty();
        }
        if (wait.isInVain()) {
            return Optional.of(wait.inVain());
        }
        return grows(now, known, rows, notices) ? Optional.empty() : Optional.of(wait.limitedByNoise(rows));
    }

    /** Rows help only if both epochs have them: the next one as this one, and the reference still. */
    private boolean grows(EpochScores now, EpochScores known, int rows, List<Notice> notices) {
        Tier next = growth.next();
        if (growth.isWhole() || !now.source().covers(evaluator, next)) {
            return false;
        }
        // A network that has trained on would be scored in its earlier epoch's place.
        EpochScores wider = known.staysAsItIs() ? known.widened(evaluator, next, notices) : known;
        if (wider.rows() == rows) {
            return false;
        }
        growth.grow();
        reference = wider;
        wait.onMoreRows();
        notices.add(SampleGrowth.notice(rule.monitor(), known.epoch(), rows, growth));
        return true;
    }
}
