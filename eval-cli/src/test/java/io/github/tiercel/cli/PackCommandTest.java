package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.packed.PackedSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private static Path folder;

    @BeforeAll
    static void write() {
        Holdout.csv(folder);
    }

    private static String path(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void saysWhatWasPacked() {
        Run run = Run.here(
                "pack", path("holdout.csv"), "-o", path("a.packed"), "--label", "label", "--features", "score,other");
        run.assertExitCode(ExitCode.PASSED);
        assertEquals("", run.err());
        List<String> lines = run.out().lines().toList();
        assertTrue(
                lines.get(0)
                        .matches(
                                ".*a\\.packed has 600 rows of holdout\\.csv: \\d+\\.\\d KiB, packed in \\d+\\.\\d s\\."),
                run.out());
        assertTrue(lines.get(1).matches("Drawn by: negative \\(\\d+\\), positive \\(\\d+\\)\\."), run.out());
        assertEquals("Features: score, other.", lines.get(2));
        assertEquals(3, lines.size());
    }

    @Test
    void packsWhatWasAskedFor() {
        String source = path("holdout.csv");
        Run.here("pack", source, "-o", path("b.packed"), "--label", "label", "--where", "score < 0.5", "--id", "id")
                .assertExitCode(ExitCode.PASSED);
        PackedSet packed = PackedSet.open(folder.resolve("b.packed"));
        assertTrue(packed.rows() < 600, "some rows are left out");
        assertTrue(packed.evaluationSet().hasIds());
        assertFalse(packed.description().features().contains("id"));
        assertTrue(packed.description().features().contains("country"));
    }

    @Test
    void aConditionThatNoRowMeetsIsNamed() {
        Run.here("pack", path("holdout.csv"), "-o", path("c.packed"), "--label", "label", "--where", "country = Smarch")
                .assertRefused(
                        ExitCode.BAD_DATA,
                        "NO_ROWS: No row to pack in " + path("holdout.csv") + " meets the condition country = Smarch.",
                        "--where");
    }

    @Test
    void badDataIs12AndLeavesNothing() {
        Path file = Holdout.text(folder, "holes.csv", "label,score\n1,0.8\n,0.4\n");
        Run.here("pack", file.toString(), "-o", path("holes.packed"), "--label", "label")
                .assertRefused(ExitCode.BAD_DATA, "UNLABELLED", "1 of 2 rows has no label", "row 2");
        assertFalse(Files.exists(folder.resolve("holes.packed")));
    }

    @Test
    void aFolderOfOtherThingsIs14() throws Exception {
        Files.createDirectories(folder.resolve("other"));
        Holdout.text(folder.resolve("other"), "notes.txt", "mine");
        Run.here("pack", path("holdout.csv"), "-o", path("other"), "--label", "label")
                .assertRefused(ExitCode.NO_OUTPUT, "other", "the folder holds other files, which are not overwritten");
        assertEquals("mine", Files.readString(folder.resolve("other/notes.txt")));
    }
}
