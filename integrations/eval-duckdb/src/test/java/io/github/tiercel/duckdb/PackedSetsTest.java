package io.github.tiercel.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.ColumnRoles;
import io.github.tiercel.data.Filter;
import io.github.tiercel.packed.KeptSet;
import io.github.tiercel.packed.PackedCatalog;
import io.github.tiercel.packed.PackedSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedSetsTest {

    private static final ColumnRoles ROLES = ColumnRoles.label("y").id("id");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path folder;

    private Path source = Path.of("");
    private final AtomicInteger packings = new AtomicInteger();

    @BeforeEach
    void write() throws IOException {
        source = Written.text(folder, "a.csv", "id,y,x,m\n1,1,0.5,a\n2,0,0.25,b\n3,0,0.75,a\n");
        age(source, 1);
    }

    private static void age(Path file, int hours) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600L * hours)));
    }

    private PackedSet of(DuckDbPacker packer) {
        Set<Long> told = new HashSet<>();
        PackedSet set = PackedSets.beside(folder.resolve("store")).of(packer, (rows, all) -> told.add(rows));
        packings.addAndGet(told.isEmpty() ? 0 : 1);
        return set;
    }

    @Test
    void aSourceIsPackedOnce() {
        PackedSet first = of(DuckDbPacker.of(source, ROLES));
        PackedSet again = of(DuckDbPacker.of(source, ROLES));
        assertEquals(1, packings.get());
        assertEquals(first.folder(), again.folder());
        assertEquals(folder.toAbsolutePath().resolve("packed"), first.folder().getParent());
        assertTrue(first.isOf(
                DuckDbReader.open(source).fingerprint(),
                DuckDbPacker.of(source, ROLES).options()));
    }

    @Test
    void theSameBytesElsewhereAreTheSameSource() throws IOException {
        PackedSet first = of(DuckDbPacker.of(source, ROLES));
        Path copy =
                Files.copy(source, Files.createDirectory(folder.resolve("copy")).resolve("b.csv"));
        assertEquals(first.folder(), of(DuckDbPacker.of(copy, ROLES)).folder());
        assertEquals(1, packings.get());
    }

    @Test
    void otherBytesAreAnotherSourceWhateverTheirTime() throws IOException {
        of(DuckDbPacker.of(source, ROLES));
        FileTime before = Files.getLastModifiedTime(source);
        Written.text(folder, "a.csv", "id,y,x,m\n1,1,0.5,a\n2,0,0.25,b\n3,0,0.75,b,\n".replace(",\n", "\n"));
        assertEquals(2 - 1, packings.get());
        age(source, 2);
        PackedSet changed = of(DuckDbPacker.of(source, ROLES));
        assertEquals(2, packings.get());
        assertEquals("b", changed.columns("m").column("m").text(2));
        assertNotEquals(before, Files.getLastModifiedTime(source));
    }

    @Test
    void freshFilesAreHashedEachTime() throws IOException {
        Files.setLastModifiedTime(source, FileTime.from(Instant.now()));
        of(DuckDbPacker.of(source, ROLES));
        FileTime time = Files.getLastModifiedTime(source);
        Written.text(folder, "a.csv", "id,y,x,m\n1,0,0.5,a\n2,1,0.25,b\n3,0,0.75,a\n");
        Files.setLastModifiedTime(source, time);
        assertEquals(1, of(DuckDbPacker.of(source, ROLES)).evaluationSet().label(1));
        assertEquals(2, packings.get());
    }

    @Test
    void otherWishesAreAnotherSet() {
        DuckDbPacker packer = DuckDbPacker.of(source, ROLES);
        List<DuckDbPacker> packers = List.of(
                packer,
                packer.features("x"),
                packer.features(List.of()),
                packer.features("x", "m"),
                packer.features("m", "x"),
                packer.seed(7),
                packer.dropUnlabelled(),
                packer.stratify(List.of("m")),
                packer.where(Filter.in("m", List.of("a", "b"))),
                packer.where(Filter.equal("m", "a")),
                packer.where(Filter.present("m")),
                packer.where(Filter.atLeast("x", 0.25)),
                packer.where(Filter.atLeast("x", 0.25)).where(Filter.present("m")),
                DuckDbPacker.of(source, ROLES.slice("m")),
                DuckDbPacker.of(source, ROLES.positive("0")),
                DuckDbPacker.of(source, ColumnRoles.label("y")),
                DuckDbPacker.of(source, ROLES.weight("x")),
                DuckDbPacker.of(source, ROLES.cluster("m")));
        Set<Path> folders = new HashSet<>();
        packers.forEach(one -> folders.add(of(one).folder()));
        assertEquals(packers.size(), folders.size());
        packers.forEach(one -> assertTrue(folders.contains(of(one).folder())));
        assertEquals(packers.size(), packings.get());
    }

    @Test
    void valuesAreToldFromListsOfThem() {
        DuckDbPacker packer = DuckDbPacker.of(source, ROLES);
        assertNotEquals(
                packer.where(Filter.in("m", List.of("a", "b"))).options(),
                packer.where(Filter.equal("m", "a\", \"b")).options());
        assertNotEquals(
                packer.features("x", "m").options(), packer.features("x\", \"m").options());
    }

    @Test
    void aDamagedSetIsPackedAgain() throws IOException {
        PackedSet first = of(DuckDbPacker.of(source, ROLES));
        try (Stream<Path> files = Files.list(first.folder())) {
            for (Path file : files.toList()) {
                Files.delete(file);
                assertEquals(
                        1, of(DuckDbPacker.of(source, ROLES)).evaluationSet().label(0));
            }
        }
        assertEquals(4, packings.get());
    }

    @Test
    void whatHasBecomeOfASourceIsKnown() throws IOException {
        of(DuckDbPacker.of(folder.resolve("./a.csv"), ROLES));
        PackedCatalog catalog = PackedSets.in(folder.resolve("packed")).catalog();
        KeptSet set = catalog.list().get(0);
        assertEquals(source.toAbsolutePath().toString(), set.path());
        assertEquals(KeptSet.Source.UNCHANGED, set.source());
        assertEquals(3, set.rows());
        age(source, 2);
        assertEquals(KeptSet.Source.CHANGED, catalog.list().get(0).source());
        Files.delete(source);
        assertEquals(KeptSet.Source.GONE, catalog.list().get(0).source());
    }

    @Test
    void askingForASetIsUsingIt() throws IOException {
        PackedSet set = of(DuckDbPacker.of(source, ROLES));
        Path used = set.folder().resolve("source.txt");
        age(used, 3);
        of(DuckDbPacker.of(source, ROLES));
        assertTrue(Files.getLastModifiedTime(used)
                .toInstant()
                .isAfter(Instant.now().minusSeconds(60)));
        age(used, 3);
        PackedCatalog catalog = PackedSets.in(folder.resolve("packed")).catalog();
        assertEquals(1, catalog.prune(0).inUse().size());
        assertEquals(1, packings.get());
    }

    @Test
    void manyThreadsPackOneSourceAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<double[]>> found = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                found.add(threads.submit(() -> {
                    PackedSet set = PackedSets.in(folder.resolve("sets")).of(DuckDbPacker.of(source, ROLES));
                    return new double[] {set.evaluationSet().label(0), set.rows()};
                }));
            }
            for (Future<double[]> one : found) {
                assertEquals(1, one.get()[0]);
                assertEquals(3, one.get()[1]);
            }
        } finally {
            threads.shutdown();
        }
        try (Stream<Path> left = Files.list(folder.resolve("sets"))) {
            assertFalse(left.anyMatch(file -> file.toString().endsWith(".tmp")));
        }
    }
}
