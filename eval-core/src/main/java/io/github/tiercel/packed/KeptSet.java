package io.github.tiercel.packed;

import java.time.Instant;

/**
 * A packed set of a {@linkplain PackedCatalog folder of them}. Immutable.
 *
 * @param name the name of its folder: 64 hexadecimal digits
 * @param path where its source was when the set was last asked for; the source's name alone where that is not recorded,
 *     empty if the set is damaged too
 * @param source what has become of the source since
 * @param rows the number of rows; 0 if the set is damaged
 * @param bytes the size of its files
 * @param lastUsed when it was last asked for
 * @since 0.1
 */
public record KeptSet(String name, String path, Source source, int rows, long bytes, Instant lastUsed) {

    /** What has become of a source. */
    public enum Source {
        /** Its files have the lengths and times of change that they had. */
        UNCHANGED,
        /** Its files have others, or there are more or fewer of them. */
        CHANGED,
        /** It cannot be read any more. */
        GONE,
        /** Nobody recorded where it was. */
        UNKNOWN
    }

    /** {@return whether some of its files are missing, or not what was written} */
    public boolean isDamaged() {
        return rows == 0;
    }

    /** Whether nobody will find it again unless a source gets the bytes back that it had. */
    boolean isStale() {
        return isDamaged() || source == Source.CHANGED || source == Source.GONE;
    }
}
