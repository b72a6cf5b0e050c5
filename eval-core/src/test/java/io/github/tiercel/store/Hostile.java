package io.github.tiercel.store;

import java.util.List;
import java.util.SplittableRandom;

/** Numbers and texts at which parsers fail. */
final class Hostile {

    private static final List<Long> LONGS = List.of(
            0L,
            -1L,
            1L,
            7L,
            8L,
            -8L,
            65_536L,
            (1L << 31) - 1,
            1L << 31,
            1L << 32,
            (1L << 32) + 8,
            1L << 62,
            -(1L << 31),
            Long.MAX_VALUE,
            Long.MAX_VALUE - 7,
            Long.MIN_VALUE,
            Long.MIN_VALUE + 8);

    private static final List<Integer> INTS = List.of(
            0,
            -1,
            1,
            4,
            8,
            -4,
            -8,
            255,
            32_767,
            32_768,
            65_535,
            65_536,
            1 << 20,
            1 << 26,
            1 << 28,
            1 << 30,
            Integer.MAX_VALUE,
            Integer.MAX_VALUE - 3,
            Integer.MIN_VALUE,
            Integer.MIN_VALUE + 4);

    /** None is a number from 0 on that fits 64 bits. */
    private static final List<String> NO_NUMBERS = List.of(
            "",
            " ",
            "-1",
            "-9223372036854775808",
            "9223372036854775808",
            "1e3",
            "0x10",
            "1.0",
            "NaN",
            "null",
            " 1",
            "1 ",
            "1\n",
            "\0",
            "--1",
            "١٢ 3",
            "\ud83d\ude00");

    /** All are numbers from 0 on that fit 64 bits. */
    private static final List<String> NUMBERS = List.of(
            "0",
            "1",
            "2",
            "65535",
            "65536",
            "2147483647",
            "2147483648",
            "4294967296",
            "9223372036854775807",
            "00000000000000000000000000000001");

    private Hostile() {}

    static <T> T one(List<T> list, SplittableRandom random) {
        return list.get(random.nextInt(list.size()));
    }

    static long aLong(SplittableRandom random) {
        return random.nextInt(4) == 0 ? random.nextLong() : one(LONGS, random);
    }

    static int anInt(SplittableRandom random) {
        return random.nextInt(4) == 0 ? random.nextInt() : one(INTS, random);
    }

    static String noNumber(SplittableRandom random) {
        return random.nextInt(8) == 0 ? "9".repeat(20 + random.nextInt(50_000)) : one(NO_NUMBERS, random);
    }

    static String number(SplittableRandom random) {
        return one(NUMBERS, random);
    }

    /** A text that may be empty, a number, or long. */
    static String text(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> number(random);
            case 1 -> noNumber(random);
            case 2 -> longText(random);
            default -> Long.toString(random.nextLong(), Character.MAX_RADIX);
        };
    }

    /** As long as a whole small file, or longer. */
    static String longText(SplittableRandom random) {
        char c = "a \u00e4\u20ac".charAt(random.nextInt(4));
        return String.valueOf(c).repeat(1000 + random.nextInt(60_000));
    }

    static byte[] bytes(int length, SplittableRandom random) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
