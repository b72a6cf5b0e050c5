package io.github.tiercel.report;

import io.github.tiercel.result.EpochComparison;
import io.github.tiercel.result.EpochHistory;
import io.github.tiercel.result.EpochRecord;
import io.github.tiercel.result.Progress;
import io.github.tiercel.result.TierRecord;
import java.util.Arrays;
import java.util.Optional;

/** Reads the epochs of a training run as {@link HistoryJson} writes them; how well tiers agree follows from them. */
final class HistoryReader {

    private static final String BEST = "best_epoch";

    private HistoryReader() {}

    static EpochHistory history(JsonSource json) {
        return new EpochHistory(
                json.text("run"),
                json.text("monitor"),
                EstimateReader.direction(json),
                json.objects("epochs", HistoryReader::epoch),
                json.has(BEST) ? Optional.of(number(json, BEST)) : Optional.empty(),
                json.maybeText("stopped"));
    }

    private static EpochRecord epoch(JsonSource json) {
        return new EpochRecord(
                number(json, "epoch"),
                json.members("tiers", (name, tier) -> tier(tier)),
                json.truth("best"),
                json.choice("progress", Arrays.asList(Progress.values()), ProgressText::key),
                json.maybeObject("comparison", HistoryReader::comparison),
                json.number("training_ms", Double.NaN),
                json.number("evaluation_ms", Double.NaN),
                json.objects("warnings", ModelReader::warning));
    }

    private static EpochComparison comparison(JsonSource json) {
        return new EpochComparison(
                number(json, "reference"),
                json.count("rows"),
                json.number("gain", Double.NaN),
                json.number("lower", Double.NEGATIVE_INFINITY),
                json.number("upper", Double.POSITIVE_INFINITY),
                json.number("alpha", Double.NaN));
    }

    private static TierRecord tier(JsonSource json) {
        return new TierRecord(
                json.count("rows"), EstimateReader.members(json, "metrics"), json.object("time", ResultReader::time));
    }

    private static int number(JsonSource json, String name) {
        return (int) json.whole(name, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
}
