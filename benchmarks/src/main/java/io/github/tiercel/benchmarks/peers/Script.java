package io.github.tiercel.benchmarks.peers;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * A program in another language. It gets the path of the data as its argument and answers in lines of
 * {@code key=value}; it ends with 3 where the library that it needs is not installed.
 *
 * @param library what it needs
 * @param interpreters commands to try in this order
 * @param name the file of the program, beside this class
 */
record Script(String library, List<List<String>> interpreters, String name) {

    private static final int WITHOUT_LIBRARY = 3;

    /** Libraries for linear algebra start a thread a core unless told otherwise. */
    private static final List<String> THREADS =
            List.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS");

    Answer run(DataFile file) throws NotInstalledException, IOException {
        Path folder = Objects.requireNonNull(file.path().getParent());
        Path script = copyTo(folder);
        for (List<String> interpreter : interpreters) {
            Path output = folder.resolve(name + ".output");
            int code = code(interpreter, script, file, output);
            if (code == 0) {
                return Answer.parse(Files.readString(output));
            }
            if (code != WITHOUT_LIBRARY) {
                throw new IOException(String.join(" ", interpreter) + " " + name + " ended with " + code);
            }
        }
        throw new NotInstalledException(library);
    }

    private Path copyTo(Path folder) throws IOException {
        try (InputStream program = Objects.requireNonNull(Script.class.getResourceAsStream(name), name)) {
            Path script = folder.resolve(name);
            Files.write(script, program.readAllBytes());
            return script;
        }
    }

    private int code(List<String> interpreter, Path script, DataFile file, Path output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(interpreter))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(output.toFile());
        builder.command().add(script.toString());
        builder.command().add(file.path().toString());
        THREADS.forEach(variable -> builder.environment().put(variable, "1"));
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return WITHOUT_LIBRARY; // The interpreter itself is missing.
        }
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + name + " ran", e);
        }
    }

    /** What a script said. */
    record Answer(Map<String, String> lines) {

        private static final String VALUE = "value.";

        static Answer parse(String output) throws IOException {
            Properties properties = new Properties();
            properties.load(new StringReader(output));
            Map<String, String> lines = new LinkedHashMap<>();
            properties.stringPropertyNames().forEach(key -> lines.put(key, properties.getProperty(key)));
            return new Answer(lines);
        }

        String text(String key) {
            return Objects.requireNonNull(lines.get(key), key);
        }

        double number(String key) {
            return Double.parseDouble(text(key));
        }

        Timing timing(String key) {
            return new Timing(number(key + ".cpu"), number(key + ".wall"));
        }

        Loop loop() {
            return new Loop(timing("points"), timing("replicates"), Integer.parseInt(text("replicates.run")));
        }

        Map<String, Double> values() {
            Map<String, Double> values = new LinkedHashMap<>();
            Names.ALL.stream()
                    .filter(name -> lines.containsKey(VALUE + name))
                    .forEach(name -> values.put(name, number(VALUE + name)));
            return values;
        }
    }
}
