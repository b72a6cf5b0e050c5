package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tiercel.store.FooterDraft.Entry;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Footers that are whole by their check, and made to do harm. */
class ForgedFooterTest {

    private static final StoreKey KEY = Stored.key();
    private static final SegmentName NAME = new SegmentName(0, 10);
    private static final String LONG_TEXT = "x".repeat(50_000);

    @TempDir
    private Path folder;

    private Path file;
    private FileDraft draft;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("segment.arrow");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            SegmentFile.write(channel, KEY, Stored.segment(KEY, 0, 10));
        }
        draft = FileDraft.of(Files.readAllBytes(file));
    }

    @Test
    void footerPutTogetherAgainIsRead() throws IOException {
        draft.agree();
        Files.write(file, draft.bytes());
        Stored.assertSame(Stored.segment(KEY, 0, 10), SegmentFile.read(file, KEY, NAME, 10));
    }

    /** Two thousand columns whose name is one long text would be a hundred megabytes of names. */
    @Test
    void manyColumnsOfOneLongNameAreRefusedUnread() throws IOException {
        FieldDraft field = draft.footer.fields().get(0).named(LONG_TEXT);
        draft.footer.fields().addAll(Collections.nCopies(2000, field));
        assertRefusedInLittleMemory("its footer cannot be read");
    }

    @Test
    void manyLinesOfOneLongTextAreRefusedUnread() throws IOException {
        for (int i = 0; i < 2000; i++) {
            draft.footer.metadata().add(new Entry("line " + i, LONG_TEXT));
        }
        assertRefusedInLittleMemory("its footer cannot be read");
    }

    @Test
    void spacesForChecksumsAreRefusedUnsplit() throws IOException {
        String sums = draft.footer.said(ColumnFileWriter.BLOCKS);
        draft.footer.say(ColumnFileWriter.BLOCKS, " ".repeat(1_000_000) + sums);
        assertRefusedInLittleMemory("it does not have 1 checksums of columns");
    }

    @ParameterizedTest
    @ValueSource(strings = {"batch_rows", "inference_nanos"})
    void numbersThatCannotBeReadAreFoundByVerifyingToo(String name) throws IOException {
        draft.footer.say(name, "-1");
        assertRefusedInLittleMemory(name + " should be a number from 0 on but is -1");
    }

    /** Whoever made the file may not write to a terminal or a log through it. */
    @Test
    void whatAFileSaysIsEscapedAndCutInMessages() throws IOException {
        draft.footer.say("layout", "\u001b[2J\n" + LONG_TEXT);
        assertRefusedInLittleMemory("layout should be 1 but is \\u001b[2J\\u000a" + "x".repeat(995) + "...");
    }

    private void assertRefusedInLittleMemory(String what) throws IOException {
        byte[] bytes = draft.bytes();
        Files.write(file, bytes);
        Footprint start = Footprint.now();
        assertRefused(what, () -> SegmentFile.read(file, KEY, NAME, 10));
        assertRefused(what, () -> SegmentFile.verify(file, KEY, NAME));
        Footprint.now().since(start).requireFor("a file", bytes.length);
    }

    private void assertRefused(String what, Executable call) {
        assertEquals(
                file + " is damaged: " + what,
                assertThrows(CorruptFileException.class, call).getMessage());
    }
}
