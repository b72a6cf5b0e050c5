package io.github.tiercel.metrics.resample;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.MeanMetric;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.binary.ScoreGroupMetric;
import io.github.tiercel.metrics.multiclass.ClassAgainstRestMetric;
import io.github.tiercel.metrics.multiclass.ClassPairMetric;
import io.github.tiercel.metrics.multiclass.PooledMetric;
import io.github.tiercel.metrics.multiclass.TableMetric;
import java.util.List;

/** What metrics must have in common to share the work of a replicate; their type says it. */
enum Kind {
    /** Metrics of the steps of recall, functions of the binary confusion matrix, means over rows. */
    STEPS {
        @Override
        <P extends Predictions> Kernel kernel(List<Metric<P>> metrics, P predictions, long[] unitKeys) {
            return HashedKernel.of(metrics, (BinaryPredictions) predictions, unitKeys);
        }
    },
    /** Other functions of binary score groups. */
    GROUPS {
        @Override
        <P extends Predictions> Kernel kernel(List<Metric<P>> metrics, P predictions, long[] unitKeys) {
            return new GroupKernel(
                    all(ScoreGroupMetric.class, metrics), RankedRows.of((BinaryPredictions) predictions, unitKeys));
        }
    },
    /** Functions of the confusion table of several classes. */
    TABLE {
        @Override
        <P extends Predictions> Kernel kernel(List<Metric<P>> metrics, P predictions, long[] unitKeys) {
            return TableKernel.of(all(TableMetric.class, metrics), (MulticlassPredictions) predictions, unitKeys);
        }
    },
    /** Means over classes of a binary metric of each class against the rest. */
    CLASSES {
        @Override
        <P extends Predictions> Kernel kernel(List<Metric<P>> metrics, P predictions, long[] unitKeys) {
            return ClassKernel.of(
                    all(ClassAgainstRestMetric.class, metrics), (MulticlassPredictions) predictions, unitKeys);
        }
    },
    /** Means over pairs of classes of the ROC-AUC of the two. */
    CLASS_PAIRS {
        @Override
        <P extends Predictions> Kernel kernel(List<Metric<P>> metrics, P predictions, long[] unitKeys) {
            return ClassPairKernel.of(
                    all(ClassPairMetric.class, metrics), (MulticlassPredictions) predictions, unitKeys);
        }
    },
    /** Binary metrics of all pairs of a row and a class. */
    PAIRS {
        @Override
        <P extends Predictions> Kernel kernel(List<Metric<P>> metrics, P predictions, long[] unitKeys) {
            return PairKernel.of(all(PooledMetric.class, metrics), (MulticlassPredictions) predictions, unitKeys);
        }
    },
    /** Means over rows or queries. */
    MEANS {
        @Override
        <P extends Predictions> Kernel kernel(List<Metric<P>> metrics, P predictions, long[] unitKeys) {
            List<MeanMetric<P>> means =
                    metrics.stream().map(metric -> (MeanMetric<P>) metric).toList();
            return MeanKernel.of(means, predictions, unitKeys);
        }
    },
    /** Whatever needs the rows themselves. */
    ROWS {
        @Override
        <P extends Predictions> Kernel kernel(List<Metric<P>> metrics, P predictions, long[] unitKeys) {
            return RowKernel.of(metrics, predictions, Draws.poisson(unitKeys));
        }
    };

    static Kind of(Metric<?> metric) {
        if (StepKernel.reads(metric)) {
            return STEPS;
        }
        if (metric instanceof ScoreGroupMetric) {
            return GROUPS;
        }
        if (metric instanceof TableMetric) {
            return TABLE;
        }
        if (metric instanceof ClassAgainstRestMetric) {
            return CLASSES;
        }
        if (metric instanceof ClassPairMetric) {
            return CLASS_PAIRS;
        }
        if (metric instanceof PooledMetric) {
            return PAIRS;
        }
        return metric instanceof MeanMetric ? MEANS : ROWS;
    }

    static <M> List<M> all(Class<M> type, List<? extends Metric<?>> metrics) {
        return metrics.stream().map(type::cast).toList();
    }

    abstract <P extends Predictions> Kernel kernel(List<Metric<P>> metrics, P predictions, long[] unitKeys);
}
