package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastUseTest {

    private static final StoreKey KEY = Stored.key();

    @TempDir
    private Path root;

    private StoreLayout layout;
    private Path text;

    @BeforeEach
    void publish() throws IOException {
        layout = StoreLayout.open(root);
        SegmentFolder.open(layout, KEY).publish(Stored.segment(KEY, 0, 10));
        text = layout.folder(KEY.hex()).resolve("key.txt");
    }

    @Test
    void isMovedToNowIfItIsAMinuteOld() throws IOException {
        set(Duration.ofSeconds(61));
        LastUse.of(layout, KEY).touch();
        assertTrue(age().compareTo(Duration.ofSeconds(30)) < 0);
    }

    @Test
    void staysWithinAMinute() throws IOException {
        Instant before = set(Duration.ofSeconds(30));
        LastUse.of(layout, KEY).touch();
        assertEquals(before, Files.getLastModifiedTime(text).toInstant());
    }

    @Test
    void comesBackFromTheFuture() throws IOException {
        set(Duration.ofDays(-1));
        LastUse.of(layout, KEY).touch();
        assertTrue(!age().isNegative() && age().compareTo(Duration.ofHours(1)) < 0, () -> "age");
    }

    @Test
    void isLeftAloneWhereNothingIsToBeChanged() throws IOException {
        Instant before = set(Duration.ofDays(1));
        LastUse.of(StoreLayout.openReadOnly(root), KEY).touch();
        assertEquals(before, Files.getLastModifiedTime(text).toInstant());
    }

    @Test
    void makesNoFile() throws IOException {
        List<String> before = Stored.files(root);
        LastUse.of(layout, Stored.key("unknown", 1, KEY.outputs().precision())).touch();
        assertEquals(before, Stored.files(root));
    }

    /** On a file system whose times are whole seconds too. */
    private Instant set(Duration age) throws IOException {
        Instant time = Instant.now().minus(age).truncatedTo(ChronoUnit.SECONDS);
        Files.setLastModifiedTime(text, FileTime.from(time));
        return time;
    }

    private Duration age() throws IOException {
        // A file's time may be cut off, and then is a little before the clock's.
        return Duration.between(Files.getLastModifiedTime(text).toInstant(), Instant.now());
    }
}
