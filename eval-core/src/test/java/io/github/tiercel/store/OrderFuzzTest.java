package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.sampling.Strata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged orders, a fifth as many as segments: what both readers share is tried there. */
class OrderFuzzTest {

    private static final int PART = 5;

    /** Every so many files one is looked for by its source too. */
    private static final int FOLDER = 20;

    private static final List<List<Forgery>> FAMILIES = List.of(
            List.of(PlaceForgery.values()),
            List.of(SchemaForgery.values()),
            List.of(TextForgery.values()),
            List.of(MessageForgery.values()),
            List.of(FooterForgery.values()),
            List.of(OrderForgery.values()),
            List.of(OrderForgery.values()));

    @TempDir
    private Path folder;

    private Path file;
    private StoreLayout layout;
    private FrozenOrders orders;
    private List<IntactOrder> small;
    private List<IntactOrder> large;
    private final FuzzTally tally = new FuzzTally();

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("order.arrow");
        layout = StoreLayout.open(folder.resolve("store"));
        layout.make(layout.orders());
        orders = new FrozenOrders(layout);
        small = IntactOrder.small(folder);
        large = IntactOrder.large(folder);
    }

    @Test
    void damagedOrdersAreRefusedOrReadRight() throws InterruptedException {
        try {
            FuzzRun.over(FuzzRun.files(PART), this::attempt);
        } finally {
            System.out.println(FuzzRun.title("orders") + tally.report());
        }
        if (FuzzRun.isWhole()) {
            tally.requireReach();
            tally.requireReach(Refusal.common(), 500);
        }
    }

    private void attempt(int index) throws IOException {
        SplittableRandom random = FuzzRun.random("orders", index);
        IntactOrder intact = intact(random);
        FuzzedFile fuzzed = fuzzed(intact, intact(random), random);
        Stored.replace(file, fuzzed.bytes());
        Footprint start = Footprint.now();
        Reading<Strata> reading = Reading.of(() -> OrderFile.read(file, intact.source()));
        Footprint taken = Footprint.now().since(start);
        tally.judged(fuzzed, taken, reading.reason(file));
        reading.value().ifPresent(strata -> requireRight(intact, strata));
        if (index % FOLDER == 0) {
            find(intact, fuzzed, reading.isRefused());
        }
    }

    private IntactOrder intact(SplittableRandom random) {
        return Hostile.one(random.nextInt(20) == 0 ? large : small, random);
    }

    private static FuzzedFile fuzzed(IntactOrder intact, IntactOrder other, SplittableRandom random)
            throws CorruptFileException {
        int kind = random.nextInt(100);
        if (kind < 35) {
            return FuzzedFile.raw(intact.bytes(), other.bytes(), random);
        }
        return kind < 95
                ? FuzzedFile.forged(intact.bytes(), FAMILIES, random)
                : FuzzedFile.taken(intact.bytes(), other.bytes());
    }

    /** Names and weights may be others, where somebody changed them together with all checksums; rows stay. */
    private static void requireRight(IntactOrder intact, Strata found) {
        assertArrayEquals(rows(intact.strata()), rows(found));
        assertEquals(intact.strata().count(), found.count());
    }

    private static int[] rows(Strata strata) {
        return IntStream.range(0, strata.rows()).map(strata::stratum).toArray();
    }

    private void find(IntactOrder intact, FuzzedFile fuzzed, boolean isRefused) throws IOException {
        Path place = layout.orders().resolve(intact.source() + ".arrow");
        Files.write(place, fuzzed.bytes());
        Optional<Strata> found = orders.find(intact.source());
        assertEquals(isRefused, found.isEmpty());
        found.ifPresent(strata -> requireRight(intact, strata));
        tally.quarantined(place, layout, fuzzed, isRefused);
    }
}
