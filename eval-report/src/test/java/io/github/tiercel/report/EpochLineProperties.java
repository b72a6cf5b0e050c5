package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.result.EpochHistory;
import io.github.tiercel.result.EpochRecord;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class EpochLineProperties {

    @Provide
    Arbitrary<Long> seeds() {
        return AnyResult.seeds();
    }

    @Property(tries = 500, seed = "20261122")
    void everyEpochIsOneLine(@ForAll("seeds") long seed, @ForAll @IntRange(min = 40, max = 200) int width) {
        EpochHistory history = AnyResult.history(seed);
        for (EpochRecord epoch : history.epochs()) {
            String line = EpochLine.render(epoch, history, Style.PLAIN, width);
            assertEquals(DisplayText.escaped(line), line);
            assertEquals(line.stripTrailing(), line);
        }
        String header = EpochLine.header(history, Style.PLAIN, width);
        assertEquals(DisplayText.escaped(header), header);
    }

    @Property(tries = 200, seed = "20261123")
    void aRunIsItsLines(@ForAll("seeds") long seed) {
        EpochHistory history = AnyResult.history(seed);
        long end = history.stopped().isPresent() ? 1 : 0;
        assertEquals(
                1 + history.epochs().size() + end,
                EpochLine.render(history, Style.PLAIN, 100).lines().count());
    }

    @Property(tries = 200, seed = "20261124")
    void coloursChangeNoCharacter(@ForAll("seeds") long seed) {
        EpochHistory history = AnyResult.history(seed);
        String coloured = EpochLine.render(history, Style.COLOUR, 100);
        assertEquals(EpochLine.render(history, Style.PLAIN, 100), coloured.replaceAll("\u001b\\[[0-9]*m", ""));
    }
}
