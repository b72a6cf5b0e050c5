package io.github.tiercel.testkit;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.binary.CostMatrix;
import io.github.tiercel.metrics.binary.FBeta;
import io.github.tiercel.metrics.binary.Gain;
import io.github.tiercel.metrics.binary.Lift;
import io.github.tiercel.metrics.binary.LogLoss;
import io.github.tiercel.metrics.binary.MeanCost;
import io.github.tiercel.metrics.binary.PartialRocAuc;
import io.github.tiercel.metrics.binary.PrecisionAtRecall;
import io.github.tiercel.metrics.binary.RecallAtPrecision;
import net.jqwik.api.Group;

/**
 * Every metric of {@link BinaryMetrics#all()} keeps the laws; {@link LawsOfEveryMetricTest} checks that none is left
 * out.
 */
@SuppressWarnings("ClassCanBeStatic") // jqwik runs groups that are inner classes
class BinaryMetricsProperties {

    @Group
    class RocAuc implements RankMetricLaws {
        @Override
        public Metric<BinaryPredictions> metric() {
            return BinaryMetrics.ROC_AUC;
        }
    }

    @Group
    class AveragePrecision implements RankMetricLaws {
        @Override
        public Metric<BinaryPredictions> metric() {
            return BinaryMetrics.AVERAGE_PRECISION;
        }
    }

    @Group
    class BestF1 implements RankMetricLaws {
        @Override
        public Metric<BinaryPredictions> metric() {
            return BinaryMetrics.BEST_F1;
        }
    }

    @Group
    class Gini implements RankMetricLaws {
        @Override
        public Metric<BinaryPredictions> metric() {
            return BinaryMetrics.GINI;
        }
    }

    @Group
    class KolmogorovSmirnov implements RankMetricLaws {
        @Override
        public Metric<BinaryPredictions> metric() {
            return BinaryMetrics.KS;
        }
    }

    @Group
    class PartialRocAucByFalsePositiveRate implements RankMetricLaws {
        @Override
        public Metric<BinaryPredictions> metric() {
            return PartialRocAuc.byFalsePositiveRate(0, 0.1);
        }
    }

    @Group
    class RawPartialRocAucByFalsePositiveRate implements RankMetricLaws {
        @Override
        public Metric<BinaryPredictions> metric() {
            return PartialRocAuc.byFalsePositiveRate(0, 0.1).raw();
        }
    }

    @Group
    class PartialRocAucBySensitivity implements RankMetricLaws {
        @Override
        public Metric<BinaryPredictions> metric() {
            return PartialRocAuc.bySensitivity(0.9, 1);
        }
    }

    @Group
    class RawPartialRocAucBySensitivity implements RankMetricLaws {
        @Override
        public Metric<BinaryPredictions> metric() {
            return PartialRocAuc.bySensitivity(0.9, 1).raw();
        }
    }

    @Group
    class DavisGoadrichPrAuc implements RankMetricLaws {
        @Override
        public Metric<BinaryPredictions> metric() {
            return BinaryMetrics.PR_AUC_DG;
        }
    }

    @Group
    class TrapezoidPrAuc implements RankMetricLaws {
        @Override
        public Metric<BinaryPredictions> metric() {
            return BinaryMetrics.PR_AUC_TRAPEZOID;
        }
    }

    @Group
    class PrecisionAtRecallOfNineTenths implements RankMetricLaws {
        @Override
        public Metric<BinaryPredictions> metric() {
            return new PrecisionAtRecall(0.9);
        }
    }

    @Group
    class RecallAtPrecisionOfNineTenths implements RankMetricLaws {
        @Override
        public Metric<BinaryPredictions> metric() {
            return new RecallAtPrecision(0.9);
        }
    }

    @Group
    class LiftOfTopTenth implements RankMetricLaws {
        @Override
        public Metric<BinaryPredictions> metric() {
            return new Lift(0.1);
        }
    }

    @Group
    class GainOfTopTenth implements RankMetricLaws {
        @Override
        public Metric<BinaryPredictions> metric() {
            return new Gain(0.1);
        }
    }

    @Group
    class LogLossDefault implements MetricLaws<BinaryPredictions> {
        @Override
        public Metric<BinaryPredictions> metric() {
            return BinaryMetrics.LOG_LOSS;
        }
    }

    @Group
    class Brier implements MetricLaws<BinaryPredictions> {
        @Override
        public Metric<BinaryPredictions> metric() {
            return BinaryMetrics.BRIER;
        }
    }

    @Group
    class Accuracy implements MetricLaws<BinaryPredictions> {
        @Override
        public Metric<BinaryPredictions> metric() {
            return BinaryMetrics.ACCURACY;
        }
    }

    @Group
    class BalancedAccuracy implements MetricLaws<BinaryPredictions> {
        @Override
        public Metric<BinaryPredictions> metric() {
            return BinaryMetrics.BALANCED_ACCURACY;
        }
    }

    @Group
    class Precision implements MetricLaws<BinaryPredictions> {
        @Override
        public Metric<BinaryPredictions> metric() {
            return BinaryMetrics.PRECISION;
        }
    }

    @Group
    class Recall implements MetricLaws<BinaryPredictions> {
        @Override
        public Metric<BinaryPredictions> metric() {
            return BinaryMetrics.RECALL;
        }
    }

    @Group
    class Specificity implements MetricLaws<BinaryPredictions> {
        @Override
        public Metric<BinaryPredictions> metric() {
            return BinaryMetrics.SPECIFICITY;
        }
    }

    @Group
    class F1 implements MetricLaws<BinaryPredictions> {
        @Override
        public Metric<BinaryPredictions> metric() {
            return BinaryMetrics.F1;
        }
    }

    @Group
    class NegativePredictiveValue implements MetricLaws<BinaryPredictions> {
        @Override
        public Metric<BinaryPredictions> metric() {
            return BinaryMetrics.NPV;
        }
    }

    @Group
    class FalsePositiveRate implements MetricLaws<BinaryPredictions> {
        @Override
        public Metric<BinaryPredictions> metric() {
            return BinaryMetrics.FPR;
        }
    }

    @Group
    class FalseNegativeRate implements MetricLaws<BinaryPredictions> {
        @Override
        public Metric<BinaryPredictions> metric() {
            return BinaryMetrics.FNR;
        }
    }

    @Group
    class F2 implements MetricLaws<BinaryPredictions> {
        @Override
        public Metric<BinaryPredictions> metric() {
            return BinaryMetrics.F2;
        }
    }

    @Group
    class Jaccard implements MetricLaws<BinaryPredictions> {
        @Override
        public Metric<BinaryPredictions> metric() {
            return BinaryMetrics.JACCARD;
        }
    }

    @Group
    class YoudenJ implements MetricLaws<BinaryPredictions> {
        @Override
        public Metric<BinaryPredictions> metric() {
            return BinaryMetrics.YOUDEN_J;
        }
    }

    @Group
    class CostOfErrors implements MetricLaws<BinaryPredictions> {
        @Override
        public Metric<BinaryPredictions> metric() {
            return new MeanCost(CostMatrix.ofErrors(1, 5), 0.5);
        }
    }

    @Group
    class Mcc implements MetricLaws<BinaryPredictions> {
        @Override
        public Metric<BinaryPredictions> metric() {
            return BinaryMetrics.MCC;
        }
    }

    @Group
    class CohenKappa implements MetricLaws<BinaryPredictions> {
        @Override
        public Metric<BinaryPredictions> metric() {
            return BinaryMetrics.COHEN_KAPPA;
        }
    }

    @Group
    class LogLossWithWideClip implements MetricLaws<BinaryPredictions> {
        @Override
        public Metric<BinaryPredictions> metric() {
            return new LogLoss(0.01);
        }
    }

    @Group
    class F2AtLowThreshold implements MetricLaws<BinaryPredictions> {
        @Override
        public Metric<BinaryPredictions> metric() {
            return new FBeta(2, 0.25);
        }
    }

    @Group
    class MccAtLowThreshold implements MetricLaws<BinaryPredictions> {
        @Override
        public Metric<BinaryPredictions> metric() {
            return BinaryMetrics.MCC.at(0.25);
        }
    }
}
