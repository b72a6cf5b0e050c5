package io.github.tiercel.packed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.Fingerprint;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes that use and delete the sets of one folder, some of which are killed. */
class PackedCatalogCrashTest {

    private static final int SETS = 200;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path folder;

    private PackedCatalog catalog = PackedCatalog.of(Path.of(""), source -> Optional.empty());

    @BeforeEach
    void open() {
        catalog = PackedCatalog.of(folder, source -> Optional.empty());
    }

    private String pack(int number) throws IOException {
        String name = Fingerprint.of("set " + number);
        SmallSet.write(folder.resolve(name));
        catalog.used(name, Path.of("/a.csv"), "state");
        Files.setLastModifiedTime(
                folder.resolve(name).resolve("source.txt"),
                FileTime.from(Instant.now().minus(Duration.ofHours(1))));
        return name;
    }

    private Process child(String... args) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                PruningChild.class.getName(),
                folder.toString()));
        line.addAll(List.of(args));
        return new ProcessBuilder(line).redirectErrorStream(true).start();
    }

    @Test
    void whatAnotherProcessUsesStaysUntilItIsKilled() throws Exception {
        String name = pack(0);
        String other = pack(1);
        Process user = child(name);
        Process second = child(name);
        try (BufferedReader said = user.inputReader();
                BufferedReader alsoSaid = second.inputReader()) {
            assertEquals("held", said.readLine());
            assertEquals("held", alsoSaid.readLine());
            PrunedSets pruned = catalog.prune(0);
            assertEquals(other, pruned.deleted().get(0).name());
            assertEquals(name, pruned.inUse().get(0).name());
            user.destroyForcibly().waitFor();
            assertEquals(1, catalog.prune(0).inUse().size());
            second.destroyForcibly().waitFor();
            assertEquals(1, catalog.prune(0).deleted().size());
        } finally {
            user.destroyForcibly();
            second.destroyForcibly();
        }
        assertFalse(Files.exists(folder.resolve(name)));
    }

    @Test
    void whoeverIsKilledWhileItDeletesLeavesWholeSets() throws Exception {
        for (int number = 0; number < SETS; number++) {
            pack(number);
        }
        Process killed = child();
        while (killed.isAlive() && catalog.list().size() > SETS - 5) {
            Thread.onSpinWait();
        }
        killed.destroyForcibly().waitFor();
        List<KeptSet> left = catalog.list();
        assertTrue(left.size() < SETS, "it deleted some");
        assertTrue(left.stream().noneMatch(KeptSet::isDamaged), "all others are whole");
        assertEquals(left.size(), catalog.prune(0).deleted().size());
        assertEquals(List.of(), catalog.list());
    }
}
