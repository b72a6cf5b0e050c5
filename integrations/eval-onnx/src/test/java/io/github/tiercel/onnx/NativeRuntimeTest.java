package io.github.tiercel.onnx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.inference.ModelException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeRuntimeTest {

    /** Nearly the longest argument that Linux allows, of 128 KiB; other systems stop sooner. */
    private static final int LONG = File.separatorChar == '/' ? 100_000 : 10_000;

    @TempDir
    private Path folder;

    /** Opens a model in a process of its own and prints which columns it reads. */
    static final class Opening {

        private Opening() {}

        public static void main(String[] arguments) {
            try (OnnxPredictor model = OnnxPredictor.open(Path.of(arguments[0]))) {
                System.out.print(model.features());
            }
        }
    }

    @Test
    void aLongClassPathDoesNotEndTheProcess() throws IOException, InterruptedException {
        Path file = Graphs.named(Graphs.sum(2), 2).write(folder, "sum.onnx");
        String classPath = System.getProperty("java.class.path") + File.pathSeparator + "x".repeat(LONG);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        Opening.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertEquals("[x0, x1]", new String(process.getInputStream().readAllBytes(), UTF_8));
        process.waitFor(1, TimeUnit.MINUTES);
        assertEquals(0, process.exitValue());
    }

    @Test
    void aPlatformWithoutLibraryIsNamed() {
        ModelException missing = NativeRuntime.missing(new UnsatisfiedLinkError("no onnxruntime in java.library.path"));
        assertEquals("NO_NATIVE_LIBRARY", missing.code());
        assertEquals(
                "ONNX Runtime has no native library that runs here (" + System.getProperty("os.name") + " "
                        + System.getProperty("os.arch")
                        + ": no onnxruntime in java.library.path). Run on Linux, macOS or"
                        + " Windows on a common processor, with a temporary folder that allows programs.",
                missing.getMessage());
    }
}
