package io.github.tiercel.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Numbers and texts of which results are made, drawn from a seed: extremes, and what no document may hold, often. */
abstract class AnyValues {

    private static final double[] EXTREMES = {
        0,
        -0.0,
        1,
        Double.MIN_VALUE,
        -Double.MIN_NORMAL,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        2e-3,
        Double.parseDouble("2.0E23"),
        1e9,
        1e-7,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
    };
    private static final String[] ODD = {
        "",
        " ",
        "\n",
        "a\r\nb",
        "\t",
        "\u001b[31m",
        "\u202eabc",
        "日本語",
        "é́",
        "\ud83d\ude00",
        "\ud800",
        "\udc00x",
        "\u2028",
        "\"\\/",
        "NaN",
        "Infinity",
        "</script>",
        "\0",
        "\uffff",
        "a b  c"
    };

    final Random random;

    /** Whether to draw only numbers of which JSON tells everything: infinite only where it says which way. */
    final boolean told;

    AnyValues(long seed, boolean told) {
        this.random = new Random(seed);
        this.told = told;
    }

    double number() {
        double number = anything();
        return told && Double.isInfinite(number) ? 0.25 : number;
    }

    double anything() {
        return switch (random.nextInt(3)) {
            case 0 -> EXTREMES[random.nextInt(EXTREMES.length)];
            case 1 -> random.nextDouble();
            default -> {
                double any = Double.longBitsToDouble(random.nextLong());
                yield Double.isNaN(any) ? 0.5 : any;
            }
        };
    }

    double anyNumber() {
        return !told && random.nextInt(10) == 0 ? Double.NaN : number();
    }

    OptionalDouble maybeNumber() {
        return random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(anyNumber());
    }

    int count() {
        return random.nextInt(5) == 0 ? 0 : random.nextInt(Integer.MAX_VALUE);
    }

    long whole() {
        return random.nextLong() >>> 1;
    }

    OptionalLong maybeWhole() {
        return random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(whole());
    }

    String text() {
        if (random.nextBoolean()) {
            return ODD[random.nextInt(ODD.length)];
        }
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(60);
        for (int i = 0; i < length; i++) {
            text.append((char) (random.nextInt(3) == 0 ? random.nextInt(0x10000) : ' ' + random.nextInt(95)));
        }
        return text.toString();
    }

    Map<String, String> texts() {
        return map(0, 3, name -> text());
    }

    <T> Map<String, T> map(int least, int most, Function<String, T> value) {
        Map<String, T> map = new LinkedHashMap<>();
        int size = least + random.nextInt(most - least + 1);
        while (map.size() < size) {
            String name = text();
            map.put(name, value.apply(name));
        }
        return map;
    }

    <T> List<T> list(Supplier<T> value) {
        return Stream.generate(value).limit(random.nextInt(4)).toList();
    }

    <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.empty() : Optional.of(value.get());
    }

    <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
