package io.github.tiercel.data;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A condition on the columns of a row, simple enough for a reader to push down to the file. Immutable.
 *
 * <p>A condition is data, never SQL: a name or a value cannot change what is asked. Values are held as text and read by
 * the type of their column: {@code equal("late", "1")} and {@code equal("late", 1)} are the same condition. A column of
 * integers takes whole numbers, a column of numbers any number but NaN, a column of dates or times ISO-8601 text. Text
 * is compared by code points.
 *
 * <p>A row whose value is missing or NaN meets no condition on it.
 *
 * <pre>{@code
 * Filter mayInBoston = Filter.equal("origin", "BOS")
 *         .and(Filter.atLeast("date", "2001-05-01"))
 *         .and(Filter.below("date", "2001-06-01"));
 * }</pre>
 *
 * @since 0.1
 */
public sealed interface Filter {

    /** {@return the names of the columns it looks at, each once} */
    Set<String> columns();

    /**
     * {@return rows whose value is this one}
     *
     * @param column the column's name
     * @param value the value as text
     */
    static Filter equal(String column, String value) {
        return in(column, List.of(value));
    }

    /**
     * {@return rows whose value is this number}
     *
     * @param column the column's name
     * @param value the number
     */
    static Filter equal(String column, Number value) {
        return equal(column, value.toString());
    }

    /**
     * {@return rows whose value is one of these}
     *
     * @param column the column's name
     * @param values the values as text, at least one
     */
    static Filter in(String column, Collection<String> values) {
        return new In(column, List.copyOf(values));
    }

    /**
     * {@return rows whose value is this or a greater one}
     *
     * @param column the column's name
     * @param value the bound as text
     */
    static Filter atLeast(String column, String value) {
        return new Compare(column, Bound.AT_LEAST, value);
    }

    /**
     * {@return rows whose value is this or a greater number}
     *
     * @param column the column's name
     * @param value the bound
     */
    static Filter atLeast(String column, Number value) {
        return atLeast(column, value.toString());
    }

    /**
     * {@return rows whose value is greater than this one}
     *
     * @param column the column's name
     * @param value the bound as text
     */
    static Filter above(String column, String value) {
        return new Compare(column, Bound.ABOVE, value);
    }

    /**
     * {@return rows whose value is greater than this number}
     *
     * @param column the column's name
     * @param value the bound
     */
    static Filter above(String column, Number value) {
        return above(column, value.toString());
    }

    /**
     * {@return rows whose value is this or a smaller one}
     *
     * @param column the column's name
     * @param value the bound as text
     */
    static Filter atMost(String column, String value) {
        return new Compare(column, Bound.AT_MOST, value);
    }

    /**
     * {@return rows whose value is this or a smaller number}
     *
     * @param column the column's name
     * @param value the bound
     */
    static Filter atMost(String column, Number value) {
        return atMost(column, value.toString());
    }

    /**
     * {@return rows whose value is smaller than this one}
     *
     * @param column the column's name
     * @param value the bound as text
     */
    static Filter below(String column, String value) {
        return new Compare(column, Bound.BELOW, value);
    }

    /**
     * {@return rows whose value is smaller than this number}
     *
     * @param column the column's name
     * @param value the bound
     */
    static Filter below(String column, Number value) {
        return below(column, value.toString());
    }

    /**
     * {@return rows that have a value; NaN is one}
     *
     * @param column the column's name
     */
    static Filter present(String column) {
        return new Present(column);
    }

    /**
     * {@return rows that meet this condition and another}
     *
     * @param other the other condition
     */
    default Filter and(Filter other) {
        return new And(this, other);
    }

    /** Where a value must lie, seen from the bound. */
    enum Bound {
        /** The bound itself or greater. */
        AT_LEAST,
        /** Greater than the bound. */
        ABOVE,
        /** The bound itself or smaller. */
        AT_MOST,
        /** Smaller than the bound. */
        BELOW
    }

    /**
     * The value is one of a list.
     *
     * @param column the column's name
     * @param values the values as text, at least one
     */
    record In(String column, List<String> values) implements Filter {

        /** Copies the list and refuses an empty one, which no row could meet. */
        public In {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("The filter on column \"" + column + "\" needs at least one value.");
            }
        }

        @Override
        public Set<String> columns() {
            return Set.of(column);
        }
    }

    /**
     * The value lies on one side of a bound.
     *
     * @param column the column's name
     * @param bound the side, and whether the bound belongs to it
     * @param value the bound as text
     */
    record Compare(String column, Bound bound, String value) implements Filter {

        @Override
        public Set<String> columns() {
            return Set.of(column);
        }
    }

    /**
     * There is a value.
     *
     * @param column the column's name
     */
    record Present(String column) implements Filter {

        @Override
        public Set<String> columns() {
            return Set.of(column);
        }
    }

    /**
     * Both conditions are met.
     *
     * @param left one condition
     * @param right the other
     */
    record And(Filter left, Filter right) implements Filter {

        @Override
        public Set<String> columns() {
            Set<String> both = new LinkedHashSet<>(left.columns());
            both.addAll(right.columns());
            return both;
        }
    }
}
