package io.github.tiercel.store;

import io.github.tiercel.data.Batch;
import io.github.tiercel.data.DataException;
import io.github.tiercel.data.Features;
import io.github.tiercel.inference.KnownCategories;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.inference.UnknownCategories;
import io.github.tiercel.result.Notice;
import io.github.tiercel.sampling.RowOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Looks for rows that hold categories which a model {@linkplain Predictor#categories() does not know}: each would get a
 * plausible score from inputs that say nothing.
 *
 * <p>Rows are read anew, before any is scored, so what is found is the same whether scores come from the model or from
 * a store, and on any number of threads. O(rows) for each column; nothing is read for a model that knows of no
 * categories.
 *
 * <pre>{@code
 * List<Notice> notices = CategoryCheck.of(features, set.order(), set.rows(), model);
 * }</pre>
 *
 * @since 0.1
 */
public final class CategoryCheck {

    /** Divides the blocks of a packed set, so that a batch lies in one of them. */
    private static final int BATCH_ROWS = 1024;

    /** Fewer rows may all be rare ones of a column that is as it should be. */
    private static final int FEWEST_REFUSED = 10;

    private CategoryCheck() {}

    /**
     * {@return a warning for each column in which some rows hold a category that the model does not know}
     *
     * @param features what the model reads
     * @param order the order of the rows
     * @param rows how many of them, from the first position on
     * @param model the model
     * @param <X> what it reads of one row
     * @throws DataException if all rows of a column that have a value, ten at least, have one that the model does not
     *     know
     */
    public static <X> List<Notice> of(Features<X> features, RowOrder order, int rows, Predictor<X> model) {
        // Rows that do not go together are refused by whoever scores them.
        boolean goTogether = features.rows() == order.size();
        return goTogether ? of(features, order::row, rows, model.categories()) : List.of();
    }

    /**
     * {@return the same of all rows, as they lie}
     *
     * @param features what the model reads
     * @param model the model
     * @param <X> what it reads of one row
     * @throws DataException if all rows of a column that have a value, ten at least, have one that the model does not
     *     know
     */
    public static <X> List<Notice> of(Features<X> features, Predictor<X> model) {
        int[] rows = features.firstRows(features.rows());
        return of(features, position -> rows[position], rows.length, model.categories());
    }

    private static <X> List<Notice> of(
            Features<X> features, IntUnaryOperator order, int rows, List<KnownCategories<X>> columns) {
        UnknownCategories[] found = new UnknownCategories[columns.size()];
        Arrays.fill(found, UnknownCategories.NONE);
        for (int from = 0; from < rows && found.length > 0; from += BATCH_ROWS) {
            int to = Math.min(rows, from + BATCH_ROWS);
            Batch<X> batch =
                    batch(features, IntStream.range(from, to).map(order).toArray());
            for (int i = 0; i < found.length; i++) {
                found[i] = found[i].plus(columns.get(i).unknown(batch));
            }
        }
        return IntStream.range(0, found.length)
                .mapToObj(i -> notice(columns.get(i), found[i], rows))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Features are asked by one thread at a time, however many models read them. */
    private static <X> Batch<X> batch(Features<X> features, int[] rows) {
        synchronized (features) {
            return features.batch(rows);
        }
    }

    private static Optional<Notice> notice(KnownCategories<?> column, UnknownCategories found, int rows) {
        if (found.rows() == 0) {
            return Optional.empty();
        }
        if (found.rows() + found.missing() == rows && found.rows() >= FEWEST_REFUSED) {
            throw new DataException("UNKNOWN_CATEGORIES", none(column, found));
        }
        return Optional.of(new Notice("UNKNOWN_CATEGORIES", some(column, found, rows)));
    }

    private static String none(KnownCategories<?> column, UnknownCategories found) {
        return String.format(
                Locale.ROOT,
                "Column \"%s\" holds no category that the model knows in any of %,d rows: it has %s, and the model knows"
                        + " %s. Give the column as it was for training, or the model that was made for it.",
                column.column(),
                found.rows(),
                quoted(found.first()),
                shown(column.known()));
    }

    private static String some(KnownCategories<?> column, UnknownCategories found, int rows) {
        return String.format(
                Locale.ROOT,
                "Column \"%s\" holds a category that the model does not know in %,d of %,d rows (%s), such as %s; it knows"
                        + " %s. Their scores are those of rows without a category%s, which is right only if it was trained"
                        + " so.",
                column.column(),
                found.rows(),
                rows,
                share(found.rows(), rows),
                quoted(found.first()),
                shown(column.known()),
                found.missing() == 0 ? "" : String.format(Locale.ROOT, " (there are %,d)", found.missing()));
    }

    private static String share(int part, int rows) {
        double percent = 100.0 * part / rows;
        return percent < 0.1 ? "below 0.1 %" : String.format(Locale.ROOT, "%.1f %%", percent);
    }

    /** The first ones, and how many more there may be. */
    private static String shown(List<String> values) {
        int more = values.size() - UnknownCategories.MOST_SHOWN;
        return more <= 0
                ? quoted(values)
                : quoted(values.subList(0, UnknownCategories.MOST_SHOWN)) + " and "
                        + String.format(Locale.ROOT, "%,d", more) + (more == 1 ? " other" : " others");
    }

    private static String quoted(List<String> values) {
        return values.stream().map(value -> "\"" + value + "\"").collect(Collectors.joining(", "));
    }
}
