package io.github.tiercel.report;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.result.EpochHistory;
import io.github.tiercel.result.EpochRecord;
import io.github.tiercel.result.InferenceCost;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.TierRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** One row an epoch: the monitored metric of each tier, and what the epoch took. */
final class EpochTable {

    private EpochTable() {}

    static TextTable of(EpochHistory history) {
        List<String> tiers = EpochTiers.of(history).names();
        List<Column> columns = new ArrayList<>();
        columns.add(Column.right("epoch"));
        tiers.forEach(tier -> columns.add(Column.left(history.monitor() + ", " + tier)));
        columns.add(Column.left(""));
        columns.add(Column.right("training"));
        columns.add(Column.right("evaluation"));
        columns.add(Column.right("rows inferred"));
        columns.add(Column.right("rows reused"));
        columns.add(Column.left("warnings"));
        return new TextTable(
                columns,
                history.epochs().stream()
                        .map(epoch -> row(epoch, history, tiers))
                        .toList());
    }

    private static Row row(EpochRecord epoch, EpochHistory history, List<String> tiers) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(Integer.toString(epoch.epoch())));
        tiers.forEach(tier -> cells.add(value(epoch, tier, history.monitor())));
        cells.add(mark(epoch, history));
        cells.add(Cell.of(DurationText.of(epoch.trainingMillis())));
        cells.add(Cell.of(DurationText.of(epoch.evaluationMillis())));
        InferenceCost cost = cost(epoch);
        cells.add(count(cost.rowsInferred()));
        cells.add(count(cost.rowsReused()));
        cells.add(Cell.of(epoch.warnings().stream().map(Notice::text).collect(Collectors.joining("; "))));
        return new Row(cells, Cell.EMPTY);
    }

    private static Cell value(EpochRecord epoch, String tier, String metric) {
        return Optional.ofNullable(epoch.tiers().get(tier))
                .flatMap(found -> Optional.ofNullable(found.metrics().get(metric)))
                .map(EpochTable::value)
                .orElse(Cell.EMPTY);
    }

    private static Cell value(Estimate estimate) {
        String borrowed = estimate.borrowed().isPresent() ? " " + BorrowedText.MARK : "";
        return new Cell(IntervalText.of(estimate) + borrowed, estimate.value().isDefined() ? Tone.NORMAL : Tone.FAINT);
    }

    private static Cell mark(EpochRecord epoch, EpochHistory history) {
        if (EpochTiers.isFailed(epoch)) {
            return new Cell("✗ failed", Tone.BAD);
        }
        if (history.bestEpoch().filter(best -> best == epoch.epoch()).isPresent()) {
            return new Cell("best", Tone.GOOD);
        }
        return Cell.of(ProgressText.of(epoch));
    }

    private static InferenceCost cost(EpochRecord epoch) {
        return epoch.tiers().values().stream()
                .map(TierRecord::time)
                .map(time -> time.inference())
                .reduce(InferenceCost.NONE, InferenceCost::plus);
    }

    private static Cell count(long rows) {
        return rows == 0 ? Cell.EMPTY : Cell.of(String.format(Locale.ROOT, "%,d", rows));
    }
}
