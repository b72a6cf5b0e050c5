package io.github.tiercel.sampling;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** One case of stratified_order.txt. */
final class ReferenceCase {

    /** Where the file spells no strata out, they are dealt by priority under this order seed. */
    private static final long DEALING_SEED = 999;

    private final String name;
    private final Map<String, String> fields = new HashMap<>();

    private ReferenceCase(String name) {
        this.name = name;
    }

    static List<ReferenceCase> all() {
        List<ReferenceCase> cases = new ArrayList<>();
        for (String line : lines("stratified_order.txt")) {
            if (line.startsWith("[")) {
                cases.add(new ReferenceCase(line.substring(1, line.length() - 1)));
            } else if (!line.isBlank()) {
                int equals = line.indexOf(" = ");
                cases.get(cases.size() - 1).fields.put(line.substring(0, equals), line.substring(equals + 3));
            }
        }
        return cases;
    }

    /** Returns the lines of a test resource that are not comments. */
    static List<String> lines(String resource) {
        try (InputStream in = Objects.requireNonNull(ReferenceCase.class.getResourceAsStream(resource), resource)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String[] words(String text) {
        return text.trim().split(" ", -1);
    }

    static int[] ints(String text) {
        return Arrays.stream(words(text)).mapToInt(Integer::parseInt).toArray();
    }

    static double[] doubles(String text) {
        return Arrays.stream(words(text))
                .mapToDouble(word -> word.equals("-") ? Double.NaN : Double.parseDouble(word))
                .toArray();
    }

    long orderSeed() {
        return Long.parseUnsignedLong(field("order_seed"));
    }

    long[] rowKeys() {
        return fields.containsKey("rows")
                ? LongStream.range(0, Integer.parseInt(field("rows"))).toArray()
                : unsigned("row_keys");
    }

    boolean hasPriorities() {
        return fields.containsKey("priorities");
    }

    long[] priorities() {
        return unsigned("priorities");
    }

    Strata strata() {
        int[] sizes = ints(field("stratum_sizes"));
        int[] classes = ints(field("stratum_class"));
        StrataList list = new StrataList();
        for (int h = 0; h < sizes.length; h++) {
            list.add("stratum " + h, classes[h], sizes[h]);
        }
        int[] rowStratum = rowStratum(sizes);
        byte[] stratumOfRow = new byte[rowStratum.length];
        for (int row = 0; row < rowStratum.length; row++) {
            stratumOfRow[row] = (byte) rowStratum[row];
        }
        return new Strata(stratumOfRow, list, doubles(field("class_share")));
    }

    private int[] rowStratum(int[] sizes) {
        if (fields.containsKey("row_stratum")) {
            return ints(field("row_stratum"));
        }
        long[] keys = rowKeys();
        int[] byPriority = PrioritySort.rows(keys, new byte[keys.length], 1, DEALING_SEED);
        int[] dealt = IntStream.range(0, sizes.length)
                .flatMap(h -> IntStream.generate(() -> h).limit(sizes[h]))
                .toArray();
        return deal(byPriority, dealt);
    }

    private static int[] deal(int[] byPriority, int[] dealt) {
        int[] strata = new int[dealt.length];
        for (int i = 0; i < dealt.length; i++) {
            strata[i] = dealt[byPriority[i]];
        }
        return strata;
    }

    double[] stratumWeights() {
        return doubles(field("stratum_weight"));
    }

    int[] sizes() {
        return ints(field("sizes"));
    }

    int[] sampledSizes(int step) {
        return ints(field("n_h").split(" \\| ", -1)[step]);
    }

    double[] weights(int step) {
        return doubles(field("weights").split(" \\| ", -1)[step]);
    }

    /** Returns the permutation, or its first entries in a large case. */
    int[] permutation() {
        return ints(field("permutation"));
    }

    String sha256() {
        return field("sha256");
    }

    private long[] unsigned(String field) {
        return Arrays.stream(words(field(field)))
                .mapToLong(Long::parseUnsignedLong)
                .toArray();
    }

    private String field(String field) {
        return Objects.requireNonNull(fields.get(field), field);
    }

    @Override
    public String toString() {
        return name;
    }
}
