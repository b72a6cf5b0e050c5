package io.github.tiercel.metrics.multiclass;

import io.github.tiercel.metrics.CompensatedSum;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.SharedView;
import io.github.tiercel.metrics.UndefinedReason;
import java.util.Arrays;
import java.util.Optional;

/** The share of the total weight that each declared class has by label. */
final class ClassShares {

    private static final SharedView<MulticlassPredictions, ClassShares> VIEW = new SharedView<>(ClassShares::sum);

    private final double[] weights;
    private final double total;

    private ClassShares(double[] weights) {
        this.weights = weights;
        this.total = Arrays.stream(weights).sum();
    }

    static ClassShares of(MulticlassPredictions predictions) {
        return predictions.shared(VIEW);
    }

    static ClassShares ofWeights(double[] weights) {
        return new ClassShares(weights.clone());
    }

    private static ClassShares sum(MulticlassPredictions predictions) {
        CompensatedSum[] sums = new CompensatedSum[predictions.classes().size()];
        Arrays.setAll(sums, c -> new CompensatedSum());
        for (int row = 0; row < predictions.rows(); row++) {
            sums[predictions.label(row)].add(predictions.weight(row));
        }
        return new ClassShares(
                Arrays.stream(sums).mapToDouble(CompensatedSum::value).toArray());
    }

    int size() {
        return weights.length;
    }

    double share(int c) {
        return weights[c] / total;
    }

    boolean isPresent(int c) {
        return share(c) > 0;
    }

    /** Why no class can be told from another one. */
    Optional<UndefinedReason> withoutTwo() {
        return withoutTwo(present());
    }

    /** Why no class could be told from another one, whatever the labels. */
    Optional<UndefinedReason> withoutTwoDeclared() {
        return withoutTwo(size());
    }

    private Optional<UndefinedReason> withoutTwo(int classes) {
        if (!(total > 0)) {
            return Optional.of(UndefinedReason.EMPTY);
        }
        return classes < 2 ? Optional.of(UndefinedReason.ONE_CLASS) : Optional.empty();
    }

    /** Why not every class can be told from the others. */
    Optional<UndefinedReason> withoutAll() {
        boolean absent = total > 0 && present() < size();
        return absent ? Optional.of(UndefinedReason.ABSENT_CLASS) : withoutTwo();
    }

    private int present() {
        int present = 0;
        for (int c = 0; c < size(); c++) {
            present += isPresent(c) ? 1 : 0;
        }
        return present;
    }
}
