package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.faults.FileRule;
import io.github.tiercel.result.Notice;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of files: long ones, and file systems that know no case. */
class StoreNamesTest {

    private static final List<String> ALL = List.of("0-1000.arrow", "1000-2000.arrow", "2000-3000.arrow");

    @TempDir
    private Path folder;

    @Test
    void aFolderFarBelowWithALongNameIsAsGoodAsAnother() throws IOException {
        Path deep = folder;
        for (int i = 0; i < 4; i++) {
            deep = deep.resolve("long ".repeat(40) + "n\u00e4me " + i);
        }
        FailingDisk disk = new FailingDisk(deep);
        try (FailingDisk.Opened store = disk.open()) {
            store.publish(0, FailingDisk.ROWS);
            assertEquals(List.of(), store.infer(FailingDisk.ROWS).notices());
        }
        disk.assertHolds(ALL);
    }

    @Test
    void pathsThatAreTooLongPassScoresThrough() throws IOException {
        FailingDisk disk = new FailingDisk(folder);
        // Long enough for the folder's own files, too short for those of keys.
        disk.files().follow(noLongerThan(folder.toRealPath().toString().length() + 60));
        try (Warnings warnings = new Warnings();
                FailingDisk.Opened store = disk.open()) {
            store.publish(0, FailingDisk.ROWS);
            List<Notice> notices = store.infer(FailingDisk.ROWS).notices();
            assertEquals(1, warnings.texts().size());
            assertEquals(List.of(new Notice("NOT_STORED", warnings.texts().get(0))), notices);
            assertTrue(
                    notices.get(0).text().contains(" (File name too long), so "),
                    notices.get(0).text());
        }
        disk.files().recover();
        disk.assertHolds(List.of());
    }

    private static FileRule noLongerThan(int most) {
        return (action, file) -> {
            if (file.toString().length() > most) {
                throw new FileSystemException(file.toString(), null, "File name too long");
            }
        };
    }

    @Test
    void noTwoNamesDifferByCaseAlone() throws IOException {
        FailingDisk disk = new FailingDisk(folder);
        try (FailingDisk.Opened store = disk.openReal()) {
            store.publish(0, FailingDisk.ROWS);
        }
        Set<String> names = new HashSet<>();
        for (String file : Stored.files(folder)) {
            assertTrue(names.add(file.toLowerCase(Locale.ROOT)), file);
            assertTrue(file.equals("VERSION") || file.equals(file.toLowerCase(Locale.ROOT)), file);
        }
        assertTrue(names.size() > ALL.size());
    }
}
