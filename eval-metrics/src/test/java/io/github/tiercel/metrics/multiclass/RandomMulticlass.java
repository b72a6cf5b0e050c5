package io.github.tiercel.metrics.multiclass;

import io.github.tiercel.metrics.MulticlassPredictions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Random multiclass predictions: 0 to 24 rows of 1 to 5 classes, some rare or absent, with scores that are
 * distributions, distributions with ties, distributions of zeros and ones, or anything with infinities; and weights
 * that are none, whole with zeros, or fractional.
 */
public final class RandomMulticlass {

    private static final double[] EXTREMES = {
        Double.NEGATIVE_INFINITY, -1e200, -1.0, -0.0, 0.0, 0.5, 1.0, 1e200, Double.POSITIVE_INFINITY
    };

    private RandomMulticlass() {}

    public static Arbitrary<MulticlassPredictions> any() {
        return Arbitraries.randomValue(random -> of(random, random.nextInt(4)));
    }

    /** {@return predictions in which no two scores of a row are equal} */
    static Arbitrary<MulticlassPredictions> withoutTies() {
        return Arbitraries.randomValue(random -> of(random, 0));
    }

    private static MulticlassPredictions of(Random random, int kind) {
        int rows = random.nextInt(20) == 0 ? 0 : 1 + random.nextInt(24);
        int classes = 1 + random.nextInt(5);
        int frequent = 1 + random.nextInt(classes);
        int[] labels = random.ints(rows, 0, frequent).toArray();
        double[][] scores = new double[classes][rows];
        for (int row = 0; row < rows; row++) {
            double[] some = scores(random, kind, classes);
            for (int c = 0; c < classes; c++) {
                scores[c][row] = some[c];
            }
        }
        List<String> names =
                IntStream.range(0, classes).mapToObj(c -> "class " + c).toList();
        return weighted(MulticlassPredictions.of(names, labels, scores), random);
    }

    private static MulticlassPredictions weighted(MulticlassPredictions predictions, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> predictions;
            case 1 ->
                predictions.withWeights(random.ints(predictions.rows(), 0, 4)
                        .mapToDouble(weight -> weight)
                        .toArray());
            default ->
                predictions.withWeights(
                        random.doubles(predictions.rows(), 0.1, 10).toArray());
        };
    }

    private static double[] scores(Random random, int kind, int classes) {
        return switch (kind) {
            case 0 -> distribution(random.doubles(classes, 0.01, 1).toArray());
            case 1 -> distribution(random.ints(classes, 1, 4).asDoubleStream().toArray());
            case 2 -> certain(classes, random.nextInt(classes));
            default ->
                random.ints(classes, 0, EXTREMES.length)
                        .mapToDouble(i -> EXTREMES[i])
                        .toArray();
        };
    }

    private static double[] distribution(double[] parts) {
        double sum = Arrays.stream(parts).sum();
        return Arrays.stream(parts).map(part -> part / sum).toArray();
    }

    private static double[] certain(int classes, int winner) {
        double[] scores = new double[classes];
        scores[winner] = 1;
        return scores;
    }
}
