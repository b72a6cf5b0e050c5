package io.github.tiercel.report;

import io.github.tiercel.metrics.Interval;
import io.github.tiercel.result.LatencyProfile;
import io.github.tiercel.result.ServingProfile;
import io.github.tiercel.result.ThroughputProfile;
import java.util.Optional;

/**
 * How much faster a model is than another: by the middle latency where both were asked alike, else by throughput if
 * that was. A number is only given where the intervals of both are apart and nothing disturbed either.
 */
final class SpeedText {

    private static final String ALIKE = "about as fast";
    private static final String NOISY = "too noisy to tell how much faster";

    /** What one model was seen to do, with the interval that it may be in. */
    private record Figure(double value, Interval interval) {

        static Optional<Figure> of(double value, Optional<Interval> interval) {
            return interval.map(ends -> new Figure(value, ends));
        }

        boolean overlaps(Figure other) {
            return interval.lower() <= other.interval.upper() && other.interval.lower() <= interval.upper();
        }
    }

    private SpeedText() {}

    /** {@return for example "1.9x faster"; nothing where they have no intervals of the same} */
    static String of(ServingProfile ours, ServingProfile theirs) {
        return byLatency(ours, theirs)
                .or(() -> byThroughput(ours, theirs))
                .map(text -> isNoisy(ours) || isNoisy(theirs) ? NOISY : text)
                .orElse("");
    }

    private static Optional<String> byLatency(ServingProfile ours, ServingProfile theirs) {
        boolean areAlike = first(ours)
                .flatMap(latency -> first(theirs).map(other -> areAlike(latency, other)))
                .orElse(false);
        return areAlike ? text(middle(theirs), middle(ours)) : Optional.empty();
    }

    private static boolean areAlike(LatencyProfile one, LatencyProfile other) {
        return one.batchRows() == other.batchRows() && one.arrivalsPerSecond().equals(other.arrivalsPerSecond());
    }

    private static Optional<String> text(Optional<Figure> more, Optional<Figure> less) {
        return more.flatMap(large -> less.map(small -> text(large, small)));
    }

    private static String text(Figure more, Figure less) {
        String ratio = RatioText.of(more.value, less.value, "faster", "slower");
        return ratio.isEmpty() || more.overlaps(less) ? ALIKE : ratio;
    }

    private static Optional<Figure> middle(ServingProfile serving) {
        return first(serving)
                .map(latency -> latency.percentiles().get("p50"))
                .flatMap(found -> Figure.of(found.millis(), found.interval()));
    }

    private static Optional<String> byThroughput(ServingProfile ours, ServingProfile theirs) {
        return ours.throughput().stream()
                .flatMap(one -> theirs.throughput().stream()
                        .filter(other -> areAlike(one, other))
                        .flatMap(other -> text(figure(one), figure(other)).stream()))
                .findFirst();
    }

    private static boolean areAlike(ThroughputProfile one, ThroughputProfile other) {
        return one.batchRows() == other.batchRows() && one.latencyLimitMillis().equals(other.latencyLimitMillis());
    }

    private static Optional<Figure> figure(ThroughputProfile throughput) {
        return Figure.of(throughput.rowsPerSecond(), throughput.interval());
    }

    private static boolean isNoisy(ServingProfile serving) {
        return first(serving).flatMap(LatencyProfile::noise).isPresent();
    }

    private static Optional<LatencyProfile> first(ServingProfile serving) {
        return serving.latency().stream().findFirst();
    }
}
