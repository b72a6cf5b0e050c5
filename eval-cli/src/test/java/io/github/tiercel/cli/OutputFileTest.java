package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {

    private static final int WRITERS = 4;
    private static final int TIMES = 50;
    private static final int CHARACTERS = 100_000;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path folder;

    private OutputFile file(String name) {
        return new OutputFile(folder.resolve(name), "report", "--report");
    }

    @Test
    void aFileOfTheUsersBesideItStaysAsItIs() throws IOException {
        Path own = Files.writeString(folder.resolve("report.html.new"), "mine");
        file("report.html").write("page");
        assertEquals("page", Files.readString(folder.resolve("report.html")));
        assertEquals("mine", Files.readString(own));
        assertEquals(List.of("report.html", "report.html.new"), names());
    }

    /** As several commands do that have the same output. */
    @Test
    void severalMayWriteTheSameFile() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                String text = String.valueOf(writer).repeat(CHARACTERS);
                writers.add(threads.submit(() -> {
                    for (int i = 0; i < TIMES; i++) {
                        file("a.json").write(text);
                    }
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        } finally {
            threads.shutdown();
        }
        String text = Files.readString(folder.resolve("a.json"));
        assertEquals(text.substring(0, 1).repeat(CHARACTERS), text);
        assertEquals(List.of("a.json"), names());
    }

    @Test
    void whatCannotBeWrittenLeavesNothing() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("a.json"));
        OutputException thrown =
                assertThrows(OutputException.class, () -> file("a.json").write("text"));
        assertEquals(
                "The report cannot be written to " + taken + ": it is a folder. Name another file with --report.",
                thrown.getMessage());
        thrown =
                assertThrows(OutputException.class, () -> file("missing/a.json").write("text"));
        assertTrue(String.valueOf(thrown.getMessage()).contains(": its folder does not exist. "), thrown::toString);
        assertEquals(List.of("a.json"), names());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
