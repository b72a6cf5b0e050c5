package io.github.tiercel.result;

import java.util.stream.DoubleStream;

/**
 * One metric over the folds on which it is defined, each of them counting once whatever its rows weigh.
 *
 * @param mean their mean; NaN where it is defined on no fold
 * @param deviation the standard deviation between them, with one less than their number below; NaN for fewer than two
 * @param min the smallest; NaN where it is defined on no fold
 * @param max the largest; NaN where it is defined on no fold
 * @param undefined on how many folds it is undefined, as a rank metric is where all labels are alike
 * @since 0.1
 */
public record FoldSpread(double mean, double deviation, double min, double max, int undefined) {

    /**
     * {@return the spread of the values of all folds}
     *
     * @param values one a fold; NaN where the metric is undefined
     */
    public static FoldSpread of(double... values) {
        double[] defined =
                DoubleStream.of(values).filter(value -> !Double.isNaN(value)).toArray();
        double mean = DoubleStream.of(defined).average().orElse(Double.NaN);
        double squares = DoubleStream.of(defined)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return new FoldSpread(
                mean,
                defined.length < 2 ? Double.NaN : Math.sqrt(squares / (defined.length - 1)),
                DoubleStream.of(defined).min().orElse(Double.NaN),
                DoubleStream.of(defined).max().orElse(Double.NaN),
                values.length - defined.length);
    }
}
