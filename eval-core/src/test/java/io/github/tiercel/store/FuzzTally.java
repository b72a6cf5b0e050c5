package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What became of the files of a run: how many of each kind were read and refused, and for which reasons. */
final class FuzzTally {

    private final Map<String, int[]> kinds = new TreeMap<>();
    private final Map<Refusal, int[]> refusals = new EnumMap<>(Refusal.class);
    private int files;
    private int structured;
    private int read;
    private int quarantined;
    private Footprint most = Footprint.NONE;
    private double mostPerByte;

    /** Counts a file, and requires that what became of it is what must, and took no more memory than it needs. */
    void judged(FuzzedFile file, Footprint taken, Optional<Refusal> reason) {
        most = most.or(taken);
        mostPerByte = Math.max(mostPerByte, (double) taken.heap() / (file.bytes().length + 8192));
        count(file)[reason.isPresent() ? 1 : 0]++;
        read += reason.isPresent() ? 0 : 1;
        reason.ifPresent(why -> refusals.computeIfAbsent(why, key -> new int[2])[file.isStructured() ? 1 : 0]++);
        Verdict found = reason.isPresent() ? Verdict.REFUSED : Verdict.READ;
        assertTrue(
                file.verdict() == found || file.verdict() == Verdict.EITHER,
                file.kind() + " should be " + file.verdict() + " and was " + found + " " + reason);
        taken.requireFor(file.kind(), file.bytes().length);
    }

    /** Requires that a file is where it was if it was read, and in the quarantine as it is if not; and deletes it. */
    void quarantined(Path place, StoreLayout layout, FuzzedFile file, boolean isRefused) throws IOException {
        assertEquals(!isRefused, Files.exists(place));
        Path found = isRefused ? onlyFile(layout.root().resolve("quarantine")) : place;
        assertTrue(found.toString().endsWith(String.valueOf(place.getFileName())));
        assertArrayEquals(file.bytes(), Files.readAllBytes(found));
        Files.delete(found);
        quarantined += isRefused ? 1 : 0;
    }

    private static Path onlyFile(Path folder) {
        List<String> files = Stored.files(folder);
        assertEquals(1, files.size());
        return folder.resolve(files.get(0));
    }

    private int[] count(FuzzedFile file) {
        files++;
        structured += file.isStructured() ? 1 : 0;
        return kinds.computeIfAbsent(file.kind(), kind -> new int[2]);
    }

    /** Requires that at least half of the files reached the parser, and that a part of all is read. */
    void requireReach() {
        assertTrue(2 * structured >= files, structured + " of " + files + " are structured");
        assertTrue(read >= files / 20, "only " + read + " of " + files + " were read");
    }

    /** Requires that one in so many files is refused for each of these reasons: else something gets there no more. */
    void requireReach(Set<Refusal> reasons, int oneIn) {
        for (Refusal reason : reasons) {
            int count = Arrays.stream(refusals.getOrDefault(reason, new int[0])).sum();
            assertTrue((long) count * oneIn >= files, reason + " was the reason for " + count + " of " + files);
        }
    }

    /** {@return a table for people} */
    String report() {
        StringBuilder text = new StringBuilder();
        line(text, "%-40s %9s %9s", "kind", "read", "refused");
        kinds.forEach((kind, counts) -> line(text, "%-40s %9d %9d", kind, counts[0], counts[1]));
        line(text, "%-40s %9s %9s", "reason", "raw", "structured");
        refusals.forEach((refusal, counts) -> line(text, "%-40s %9d %9d", refusal, counts[0], counts[1]));
        line(text, "%d files, %d of them structured; %d read right, %d refused", files, structured, read, files - read);
        line(text, "%d of the refused found in the quarantine as they were", quarantined);
        line(text, "at most %,d bytes of heap and %,d of direct memory for a file", most.heap(), most.direct());
        line(text, "at most %.1f bytes of heap for each byte of a file and 8,192 more", mostPerByte);
        return text.toString();
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
