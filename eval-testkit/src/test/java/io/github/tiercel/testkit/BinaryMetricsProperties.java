package io.github.tiercel.testkit;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.binary.FBeta;
import io.github.tiercel.metrics.binary.LogLoss;
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
