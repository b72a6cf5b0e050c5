package io.github.tiercel.store;

import io.github.tiercel.sampling.Strata;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Strata that are frozen, and the bytes of their file. */
final class IntactOrder {

    private final String source;
    private final Strata strata;
    private final byte[] bytes;

    private IntactOrder(String source, Strata strata, byte[] bytes) {
        this.source = source;
        this.strata = strata;
        this.bytes = bytes;
    }

    static List<IntactOrder> small(Path folder) throws IOException {
        List<IntactOrder> orders = new ArrayList<>();
        int[] classes = {2, 0, 1, 2};
        orders.add(of(folder, 0, Strata.single(0)));
        orders.add(of(folder, 1, Strata.single(1)));
        orders.add(of(folder, 2, Strata.single(100)));
        orders.add(of(folder, 3, Strata.ofClasses(classes, List.of("h\u00e4m\nand: eggs", "\\u0020", "\ud83d"))));
        orders.add(of(
                folder,
                4,
                Strata.ofQuantiles(IntStream.range(0, 1000).asDoubleStream().toArray())));
        return orders;
    }

    /** {@return files of two record batches, the second with all strata that there can be, and merges} */
    static List<IntactOrder> large(Path folder) throws IOException {
        int[] classes = IntStream.range(0, 70_000).map(row -> row % 300).toArray();
        List<String> names = IntStream.range(0, 300).mapToObj(i -> "no " + i).toList();
        return List.of(of(folder, 5, Strata.single(65_537)), of(folder, 6, Strata.ofClasses(classes, names)));
    }

    private static IntactOrder of(Path folder, int number, Strata strata) throws IOException {
        String source = String.valueOf(number).repeat(64);
        Path file = Files.createTempFile(folder, "intact", ".arrow");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            OrderFile.write(channel, source, strata);
        }
        IntactOrder intact = new IntactOrder(source, OrderFile.read(file, source), Files.readAllBytes(file));
        Files.delete(file);
        return intact;
    }

    String source() {
        return source;
    }

    Strata strata() {
        return strata;
    }

    byte[] bytes() {
        return bytes;
    }
}
