package io.github.tiercel.store;

import java.util.List;

/**
 * What a folder has of the scores from a position on, which is 0 unless another was asked for.
 *
 * @param segments contiguous from there, without overlap; empty if the score of that position is missing
 * @param quarantined how many files failed a check and were taken away
 */
record StoredPrefix(List<Segment> segments, int quarantined) {

    StoredPrefix {
        segments = List.copyOf(segments);
    }

    /** Returns the position up to which there are scores. */
    int rows() {
        return segments.isEmpty() ? 0 : segments.get(segments.size() - 1).to();
    }
}
