package io.github.tiercel.serving;

import io.github.tiercel.data.DataException;
import io.github.tiercel.data.RowsByKey;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which row of one side is which of the other, in the reference's order.
 *
 * @param reference rows of the reference, from 0
 * @param served for each of them the row of the served side
 * @param lost how many rows only the reference has
 * @param added how many rows only the served side has
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and not handed out.
record RowPairs(int[] reference, int[] served, int lost, int added) {

    static RowPairs of(PipelineScores reference, PipelineScores served, boolean sharedOnly) {
        requireRows(reference);
        requireRows(served);
        if (reference.keys().isPresent() && served.keys().isPresent()) {
            RowPairs pairs = byKey(reference.keys().get(), served.keys().get());
            requireShared(pairs, reference, served, sharedOnly);
            return pairs;
        }
        requireIdsOfNeither(reference, served);
        return byPlace(reference, served);
    }

    private static void requireRows(PipelineScores side) {
        if (side.scores().rows() == 0) {
            throw new DataException(
                    "NO_ROWS", "There is no row to compare: \"" + side.name() + "\" has no score. Give at least one.");
        }
    }

    /** Ids of one side say that its order is not to be relied on. */
    private static void requireIdsOfNeither(PipelineScores reference, PipelineScores served) {
        if (reference.keys().isPresent() != served.keys().isPresent()) {
            boolean isReference = reference.keys().isPresent();
            throw new DataException(
                    "OTHER_ROWS",
                    "\"" + (isReference ? reference : served).name() + "\" has ids but \""
                            + (isReference ? served : reference).name()
                            + "\" has none, so its rows cannot be found by them. Name the ids of both to join by them, or"
                            + " of neither to compare row by row.");
        }
    }

    private static RowPairs byPlace(PipelineScores reference, PipelineScores served) {
        int rows = reference.scores().rows();
        if (rows != served.scores().rows()) {
            throw new DataException(
                    "LENGTH_MISMATCH",
                    "\"" + reference.name() + "\" has scores of " + Count.of(rows) + " rows but \"" + served.name()
                            + "\" of " + Count.of(served.scores().rows())
                            + ". Score the same rows with both, or name the ids to join them by.");
        }
        int[] all = IntStream.range(0, rows).toArray();
        return new RowPairs(all, all, 0, 0);
    }

    private static RowPairs byKey(long[] reference, long[] served) {
        RowsByKey rows = RowsByKey.of(served);
        int[] found = Arrays.stream(reference).mapToInt(rows::row).toArray();
        int[] shared = rowsWhere(found, true);
        int[] partners = Arrays.stream(shared).map(row -> found[row]).toArray();
        return new RowPairs(shared, partners, found.length - shared.length, served.length - shared.length);
    }

    private static int[] rowsWhere(int[] found, boolean isThere) {
        return IntStream.range(0, found.length)
                .filter(row -> found[row] >= 0 == isThere)
                .toArray();
    }

    private static void requireShared(
            RowPairs pairs, PipelineScores reference, PipelineScores served, boolean sharedOnly) {
        if (pairs.rows() == 0) {
            throw new DataException(
                    "OTHER_ROWS",
                    "\"" + reference.name() + "\" and \"" + served.name() + "\" share no id: of "
                            + Count.of(pairs.lost) + " and " + Count.of(pairs.added)
                            + " rows, none is the same. Name the column of ids that both have, or score the same rows.");
        }
        if (!sharedOnly && pairs.lost + pairs.added > 0) {
            throw new DataException("OTHER_ROWS", others(pairs, reference, served));
        }
    }

    private static String others(RowPairs pairs, PipelineScores reference, PipelineScores served) {
        int all = reference.scores().rows();
        return "\"" + served.name() + "\" lacks " + Count.of(pairs.lost) + " of the " + Count.of(all) + " rows of \""
                + reference.name() + "\"" + (pairs.lost == 0 ? "" : " (" + Count.where(pairs.lostRows(all)) + ")")
                + " and has " + Count.of(pairs.added) + " that it has not. Score the same rows with both, or"
                + " compare those of both alone: --shared-rows, in Java sharedRowsOnly().";
    }

    private int[] lostRows(int all) {
        boolean[] isShared = new boolean[all];
        Arrays.stream(reference).forEach(row -> isShared[row] = true);
        return IntStream.range(0, all).filter(row -> !isShared[row]).toArray();
    }

    int rows() {
        return reference.length;
    }

    boolean isWhole() {
        return lost + added == 0;
    }
}
