package io.github.tiercel.serving;

import io.github.tiercel.data.TextColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** How the categories of two sets differ. O(rows), and the categories sorted once. */
final class TextSkew {

    /** More bins than this would each hold too few rows to say anything; the rarest are counted together. */
    private static final int MOST_BINS = 50;

    private static final int NAMED = 3;

    private final TextColumn reference;
    private final TextColumn data;
    private final int[] known;

    /** By the code of the data; -1 where the reference has no row of it. */
    private final int[] codes;

    TextSkew(TextColumn reference, TextColumn data) {
        this.reference = reference;
        this.data = data;
        this.known = counts(reference);
        this.codes = codes();
    }

    private static int[] counts(TextColumn column) {
        int[] counts = new int[column.dictionary().size()];
        for (int row = 0; row < column.rows(); row++) {
            if (!column.isMissing(row)) {
                counts[column.code(row)]++;
            }
        }
        return counts;
    }

    private int[] codes() {
        Map<String, Integer> places = new HashMap<>();
        for (int code = 0; code < known.length; code++) {
            if (known[code] > 0) {
                places.put(reference.dictionary().get(code), code);
            }
        }
        return data.dictionary().stream()
                .mapToInt(value -> places.getOrDefault(value, -1))
                .toArray();
    }

    Histogram histogram() {
        int[] common = common();
        int others = common.length;
        int[] bins = new int[known.length];
        Arrays.fill(bins, others);
        List<String> names = new ArrayList<>();
        for (int bin = 0; bin < common.length; bin++) {
            bins[common[bin]] = bin;
            names.add(reference.dictionary().get(common[bin]));
        }
        names.add("(others)");
        names.add("(unseen)");
        int[] ofReference = new int[names.size()];
        for (int code = 0; code < known.length; code++) {
            ofReference[bins[code]] += known[code];
        }
        int[] found = counts(data);
        int[] ofData = new int[names.size()];
        for (int code = 0; code < found.length; code++) {
            ofData[codes[code] < 0 ? others + 1 : bins[codes[code]]] += found[code];
        }
        return Histogram.of(names, ofReference, ofData);
    }

    /** The most frequent categories of the reference, of equal ones the first by name. */
    private int[] common() {
        return IntStream.range(0, known.length)
                .filter(code -> known[code] > 0)
                .boxed()
                .sorted(Comparator.comparingInt((Integer code) -> -known[code])
                        .thenComparing(code -> reference.dictionary().get(code)))
                .limit(MOST_BINS)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    int unseenRows() {
        return (int) IntStream.range(0, data.rows()).filter(this::isUnseen).count();
    }

    private boolean isUnseen(int row) {
        return !data.isMissing(row) && codes[data.code(row)] < 0;
    }

    /** {@return the first three values that the reference has not} */
    List<String> unseen() {
        Set<String> first = new LinkedHashSet<>();
        for (int row = 0; row < data.rows() && first.size() < NAMED; row++) {
            if (isUnseen(row)) {
                first.add(data.text(row));
            }
        }
        return List.copyOf(first);
    }
}
