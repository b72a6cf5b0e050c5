package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.binary.Gini;
import io.github.tiercel.metrics.binary.PrecisionRecallArea;
import io.github.tiercel.metrics.binary.RocAuc;

/**
 * How far the planning formulas of rank metrics raise the variances of a plain estimate from a sample. What borrows
 * from another model is raised in proportion: the formulas know nothing of a difference, but what makes the plain error
 * too small, few positive rows among negative ones that stand for many, makes its error too small as well.
 *
 * @param around by what the variance around the full set is raised, at least 1
 * @param ofSet the least variance of the full set itself; 0 if any will do
 * @param degreesOfFreedom the most that an error has
 */
record RankGuard(double around, double ofSet, double degreesOfFreedom) {

    static <P extends Predictions> RankGuard of(Subject<P> subject, Contributions contributions) {
        Metric<P> metric = subject.metric();
        Design design = subject.design();
        double most = Linearisation.degreesOfFreedomAtMost(design, metric, subject.predictions());
        double own = contributions.fullSet().value();
        if (!(subject.predictions() instanceof BinaryPredictions binary)) {
            return new RankGuard(1, 0, most);
        }
        Positives counts = Positives.of(binary, design);
        if (metric instanceof PrecisionRecallArea) {
            return ofPrecisionRecall(subject.value(), counts, own);
        }
        if (metric instanceof RocAuc) {
            return ofAuc(subject.value(), ClassUnits.of(design, binary), counts, own, 1, most);
        }
        if (metric instanceof Gini) {
            return ofAuc((subject.value() + 1) / 2, ClassUnits.of(design, binary), counts, own, 4, most);
        }
        return new RankGuard(1, 0, most);
    }

    private static RankGuard ofPrecisionRecall(double value, Positives counts, double own) {
        double effective = counts.effectiveInSample();
        double boyd = value * (1 - value);
        double inAll = counts.effective() / counts.positivesSampled() * counts.positivesInAll();
        return new RankGuard(
                Math.max(1, counts.shareLeft() * boyd / effective / own), boyd / inAll, Math.max(1, effective - 1));
    }

    private static RankGuard ofAuc(
            double auc, ClassUnits units, Positives counts, double own, double stretch, double most) {
        if (!AucRule.isGuarded(auc, units.rarer())) {
            return new RankGuard(1, 0, most);
        }
        double planned = AucError.hanleyMcNeil(auc, units.positives(), units.negatives());
        double inAll = AucError.hanleyMcNeil(auc, counts.positivesInAll(), counts.negativesInAll());
        return new RankGuard(
                Math.max(1, counts.shareLeft() * stretch * planned * planned / own), stretch * inAll * inAll, most);
    }
}
