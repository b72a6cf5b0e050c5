package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.inference.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentFolderTest {

    private static final StoreKey KEY = Stored.key();

    @TempDir
    private Path root;

    private StoreLayout layout;
    private SegmentFolder folder;

    @BeforeEach
    void open() throws IOException {
        layout = StoreLayout.open(root);
        folder = SegmentFolder.open(layout, KEY);
    }

    @Test
    void folderThatIsNotThereIsEmpty() throws IOException {
        assertEquals(List.of(), folder.list());
        assertEquals(new StoredPrefix(List.of(), 0), folder.read(10));
        assertEquals(List.of("VERSION"), Stored.files(root));
    }

    @Test
    void segmentsThatWerePublishedAreRead() throws IOException {
        assertEquals(Published.NEW, publish(0, 100));
        assertEquals(Published.NEW, publish(100, 150));
        assertEquals(List.of(name(0, 100), name(100, 150)), folder.list());
        StoredPrefix prefix = folder.read(1000);
        assertEquals(150, prefix.rows());
        Stored.assertRight(KEY, prefix);
        Stored.assertSame(Stored.segment(KEY, 100, 150), prefix.segments().get(1));
    }

    @Test
    void nothingButSegmentsAndTheKeyIsLeft() throws IOException {
        publish(0, 100);
        String place = KEY.hex().substring(0, 2) + "/" + KEY.hex() + "/";
        assertEquals(List.of(place + "0-100.arrow", place + "key.txt", "VERSION"), Stored.files(root));
        assertEquals(KEY.text(), Files.readString(folder.path().resolve("key.txt")));
        assertEquals("r--r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(file(0, 100))));
    }

    @Test
    void noMoreSegmentsAreReadThanNeeded() throws IOException {
        publish(0, 100);
        publish(100, 200);
        damage(file(100, 200));
        assertEquals(100, folder.read(100).rows());
        assertEquals(0, folder.read(100).quarantined());
        assertEquals(1, folder.read(101).quarantined());
    }

    @Test
    void gapEndsThePrefix() throws IOException {
        publish(0, 100);
        publish(200, 300);
        assertEquals(100, folder.read(300).rows());
        publish(100, 200);
        assertEquals(300, folder.read(300).rows());
    }

    @Test
    void whatReachesFurthestIsTakenAndOverlapsAreCut() throws IOException {
        publish(0, 100);
        publish(0, 60);
        publish(50, 120);
        publish(90, 300);
        publish(110, 130);
        StoredPrefix prefix = folder.read(1000);
        assertEquals(
                List.of(name(0, 100), name(100, 300)),
                prefix.segments().stream().map(SegmentName::of).toList());
        Stored.assertRight(KEY, prefix);
        assertEquals(200 * Stored.NANOS_A_ROW, prefix.segments().get(1).inferenceNanos());
    }

    @Test
    void damagedSegmentGivesWayToTheNextLongest() throws IOException {
        publish(0, 100);
        publish(0, 60);
        publish(50, 120);
        damage(file(0, 100));
        StoredPrefix prefix = folder.read(1000);
        assertEquals(1, prefix.quarantined());
        assertEquals(120, prefix.rows());
        Stored.assertRight(KEY, prefix);
        assertEquals(List.of(name(0, 60), name(50, 120)), folder.list());
        assertTrue(Stored.files(root.resolve("quarantine")).get(0).endsWith("-0-100.arrow"));
    }

    @Test
    void fileUnderTheWrongNameIsTakenAway() throws IOException {
        publish(0, 100);
        Files.move(file(0, 100), folder.path().resolve("0-101.arrow"));
        assertEquals(new StoredPrefix(List.of(), 1), folder.read(100));
    }

    @Test
    void segmentsOfAnotherKeyAreTakenAway() throws IOException {
        StoreKey other = Stored.key("run/2", 1, Precision.DOUBLE);
        publish(0, 100);
        SegmentFolder wrong = SegmentFolder.open(layout, other);
        Files.createDirectories(wrong.path());
        Files.move(file(0, 100), wrong.path().resolve("0-100.arrow"));
        assertEquals(new StoredPrefix(List.of(), 1), wrong.read(100));
    }

    @Test
    void sameScoresTwiceAreTheSame() throws IOException {
        publish(0, 100);
        FileTime written = Files.getLastModifiedTime(file(0, 100));
        assertEquals(Published.SAME, publish(0, 100));
        assertEquals(written, Files.getLastModifiedTime(file(0, 100)));
        assertEquals(3, Stored.files(root).size());
    }

    @Test
    void firstOfDifferentScoresStays() throws IOException {
        publish(0, 100);
        assertEquals(Published.DIFFERENT, folder.publish(Stored.segment(KEY, 0, 100, 1)));
        Stored.assertRight(KEY, folder.read(100));
        assertEquals(3, Stored.files(root).size());
    }

    @Test
    void damagedSegmentIsReplaced() throws IOException {
        publish(0, 100);
        damage(file(0, 100));
        assertEquals(Published.NEW, publish(0, 100));
        assertEquals(100, folder.read(100).rows());
        assertEquals(1, Stored.files(root.resolve("quarantine")).size());
    }

    @Test
    void foreignFilesAreLeftAlone() throws IOException {
        publish(0, 100);
        for (String foreign : List.of("notes.txt", "00-100.arrow", "100-100.arrow", "5-99999999999.arrow", "x.tmp")) {
            Files.writeString(folder.path().resolve(foreign), "mine");
        }
        assertEquals(List.of(name(0, 100)), folder.list());
        assertEquals(100, folder.read(200).rows());
        publish(100, 200);
        assertEquals(1 + 2 + 1 + 5, Stored.files(root).size());
    }

    @Test
    void temporaryFilesAreDeletedAfterADay() throws IOException {
        publish(0, 100);
        Path old = folder.path().resolve("01234567-89ab-cdef-0123-456789abcdef.tmp");
        Path young = folder.path().resolve("11234567-89ab-cdef-0123-456789abcdef.tmp");
        long now = Files.getLastModifiedTime(file(0, 100)).toMillis();
        Files.setLastModifiedTime(
                Files.createFile(old),
                FileTime.fromMillis(now - Duration.ofHours(25).toMillis()));
        Files.setLastModifiedTime(
                Files.createFile(young),
                FileTime.fromMillis(now - Duration.ofHours(23).toMillis()));
        publish(100, 200);
        assertFalse(Files.exists(old));
        assertTrue(Files.exists(young));
    }

    @Test
    void wrongKeyTextIsReplaced() throws IOException {
        publish(0, 100);
        Path text = folder.path().resolve("key.txt");
        Files.delete(text);
        Files.writeString(text, KEY.text().replace("run/1", "run/2"));
        SegmentFolder again = SegmentFolder.open(layout, KEY);
        assertFalse(Files.exists(text));
        assertEquals(100, again.read(100).rows());
        again.publish(Stored.segment(KEY, 100, 200));
        assertEquals(KEY.text(), Files.readString(text));
    }

    @Test
    void folderDeletedMeanwhileIsEmptyAndComesBack() throws IOException {
        publish(0, 100);
        List<SegmentName> listed = folder.list();
        Files.delete(file(0, 100));
        Files.delete(folder.path().resolve("key.txt"));
        Files.delete(folder.path());
        PrefixReader reader = new PrefixReader(folder.path(), KEY, layout.quarantine(), 0, 100);
        assertTrue(reader.readOn(listed));
        assertEquals(new StoredPrefix(List.of(), 0), reader.result());
        assertEquals(Published.NEW, publish(0, 100));
    }

    @Test
    void segmentsMergedMeanwhileAreFoundInTheNextListing() throws IOException {
        publish(0, 50);
        publish(50, 100);
        PrefixReader reader = new PrefixReader(folder.path(), KEY, layout.quarantine(), 0, 100);
        List<SegmentName> listed = folder.list();
        publish(0, 100);
        Files.delete(file(50, 100));
        assertTrue(reader.readOn(listed));
        assertFalse(reader.readOn(folder.list()));
        Stored.assertRight(KEY, reader.result());
        assertEquals(100, reader.result().rows());
    }

    @Test
    void whatCannotBeWrittenIsAnErrorAndLeavesNothing() throws IOException {
        // A file where a folder should be: permissions would not stop a test that runs as root.
        Files.writeString(root.resolve(KEY.hex().substring(0, 2)), "");
        assertThrows(IOException.class, () -> publish(0, 100));
        assertEquals(2, Stored.files(root).size());
    }

    @Test
    void damageThatCannotBeTakenAwayIsStillAGap() throws IOException {
        publish(0, 100);
        damage(file(0, 100));
        Files.writeString(root.resolve("quarantine"), "a file where the folder should be");
        assertEquals(new StoredPrefix(List.of(), 1), folder.read(100));
        assertFalse(Files.exists(file(0, 100)));
    }

    @Test
    void nameThatLeadsNowhereIsAnError() throws IOException {
        publish(100, 200);
        Files.createSymbolicLink(file(0, 100), root.resolve("nowhere"));
        assertEquals(
                file(0, 100) + " can neither be made nor read",
                assertThrows(IOException.class, () -> publish(0, 100)).getMessage());
    }

    @Test
    void scoresMustBeThoseOfTheKey() {
        Segment floats = Stored.segment(Stored.key("m", 2, Precision.FLOAT), 0, 10);
        assertEquals(
                "scores must have 1 outputs of precision DOUBLE, got 2 of precision FLOAT",
                assertThrows(IllegalArgumentException.class, () -> folder.publish(floats))
                        .getMessage());
    }

    private Published publish(int from, int to) throws IOException {
        return folder.publish(Stored.segment(KEY, from, to));
    }

    private Path file(int from, int to) {
        return folder.path().resolve(name(from, to).fileName());
    }

    private static SegmentName name(int from, int to) {
        return new SegmentName(from, to);
    }

    static void damage(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.delete(file);
        Files.write(file, bytes);
    }
}
