package io.github.tiercel.report;

import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.curve.CurvePoint;
import io.github.tiercel.metrics.curve.RocCurve;
import io.github.tiercel.metrics.ranking.FirstRelevant;
import io.github.tiercel.metrics.ranking.QueryHistogram;
import io.github.tiercel.metrics.regression.ErrorCurve;
import io.github.tiercel.metrics.regression.ResidualBin;
import io.github.tiercel.metrics.regression.ResidualHistogram;
import io.github.tiercel.metrics.regression.Residuals;
import io.github.tiercel.result.ClassCurve;
import io.github.tiercel.result.CutPoint;
import io.github.tiercel.result.RankingFindings;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is behind the pictures of classes, numbers and rankings, at random: any that records accept. */
final class AnyPanels {

    private final Random random;

    private AnyPanels(Random random) {
        this.random = random;
    }

    static AnyPanels of(Random random) {
        return new AnyPanels(random);
    }

    List<ClassCurve> curves(List<String> names) {
        return names.stream()
                .limit(10)
                .map(name -> new ClassCurve(
                        name,
                        random.nextDouble(),
                        new RocCurve(some(() -> new CurvePoint(number(), share(), share())))))
                .toList();
    }

    Residuals residuals() {
        double lowest = number();
        return new Residuals(
                some(this::bin),
                new ResidualHistogram(lowest, lowest + random.nextInt(3), weight(), some(this::weight), weight()),
                new ErrorCurve(some(() -> new ErrorCurve.Point(weight(), share()))));
    }

    private ResidualBin bin() {
        double lowest = number();
        double residual = number();
        return new ResidualBin(
                lowest,
                lowest + weight(),
                number(),
                number(),
                interval(),
                residual,
                residual + weight(),
                residual + 1e6,
                1e-9 + weight(),
                1 + random.nextInt(1_000));
    }

    RankingFindings ranking(int queries, int withoutRelevant) {
        List<CutPoint> points = IntStream.rangeClosed(1, random.nextInt(21))
                .mapToObj(k -> new CutPoint(k, share(), interval()))
                .toList();
        return new RankingFindings(
                queries,
                withoutRelevant,
                points,
                maybe(() -> new QueryHistogram(some(this::weight))),
                maybe(() -> new FirstRelevant(some(this::weight), weight(), weight())));
    }

    private Optional<Interval> interval() {
        double lower = number();
        return maybe(() -> new Interval(lower, lower + weight(), 0.9, "any"));
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> List<T> some(Supplier<T> item) {
        return Stream.generate(item).limit(1 + random.nextInt(4)).toList();
    }

    private double number() {
        return random.nextGaussian() * Math.pow(10, random.nextInt(9) - 4);
    }

    /** 0 at times. */
    private double weight() {
        return random.nextInt(4) == 0 ? 0 : random.nextInt(1_000) * random.nextDouble();
    }

    private double share() {
        return random.nextInt(4) == 0 ? random.nextInt(2) : random.nextDouble();
    }
}
