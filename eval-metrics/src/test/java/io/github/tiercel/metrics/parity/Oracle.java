package io.github.tiercel.metrics.parity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Another program that computes metrics: one process for any number of cases of any number of tasks. */
record Oracle(List<String> command, String script) {

    private static final int WITHOUT_LIBRARY = 3;

    /** Debian's own Python, which is the one that has its python3-sklearn. */
    static final Oracle SCIKIT_LEARN =
            new Oracle(List.of(System.getProperty("tiercel.python", "/usr/bin/python3")), "scikit_learn.py");

    static final Oracle PROC = new Oracle(List.of("Rscript", "--vanilla"), "proc.R");

    /** {@return what it gives; where it is not installed the tests are skipped and the reason is printed} */
    Reply askOrSkip(Path folder, Map<String, List<CaseColumns>> casesByTask) {
        try {
            return ask(folder, casesByTask);
        } catch (Absent absent) {
            System.out.println(absent.getMessage());
            return Assumptions.abort(absent.getMessage());
        }
    }

    /**
     * {@return what it gives for the cases of each task, in their order}
     *
     * @throws Absent if the program or what it needs is not installed
     */
    Reply ask(Path folder, Map<String, List<CaseColumns>> casesByTask) {
        try {
            List<String> call = new ArrayList<>(command);
            call.add(copyTo(folder).toString());
            for (var task : casesByTask.entrySet()) {
                write(folder.resolve(task.getKey() + ".cases"), task.getValue());
                call.add(task.getKey());
            }
            String versions = output(folder, call).strip();
            List<Answers> answers = new ArrayList<>();
            for (String task : casesByTask.keySet()) {
                answers.add(read(folder, task));
            }
            return new Reply(versions, answers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path copyTo(Path folder) throws IOException {
        Path program = folder.resolve(script);
        try (InputStream in = Objects.requireNonNull(Oracle.class.getResourceAsStream(script), script)) {
            Files.write(program, in.readAllBytes());
        }
        return program;
    }

    private String output(Path folder, List<String> call) throws IOException {
        Path output = folder.resolve("output.txt");
        int code = run(folder, call, output);
        String said = Files.readString(output);
        if (code == WITHOUT_LIBRARY) {
            throw new Absent(script + " is skipped: " + said.strip());
        }
        if (code != 0) {
            throw new IllegalStateException(script + " ended with " + code + ": " + said);
        }
        return said;
    }

    private int run(Path folder, List<String> call, Path output) {
        try {
            return new ProcessBuilder(call)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new Absent(script + " is skipped: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void write(Path file, List<CaseColumns> cases) throws IOException {
        int numbers = cases.stream().mapToInt(CaseColumns::numbers).sum();
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * numbers).order(ByteOrder.LITTLE_ENDIAN);
        cases.forEach(one -> one.putInto(bytes));
        Files.write(file, bytes.array());
    }

    private static Answers read(Path folder, String task) throws IOException {
        List<String> names = Files.readString(folder.resolve(task + ".names"), StandardCharsets.UTF_8)
                .lines()
                .toList();
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(folder.resolve(task + ".values")))
                .order(ByteOrder.LITTLE_ENDIAN);
        return new Answers(names, bytes.asDoubleBuffer());
    }

    /** Why the program cannot be asked here. */
    static final class Absent extends RuntimeException {

        private static final long serialVersionUID = 1;

        Absent(String message) {
            super(message);
        }
    }

    /** What the program says of itself, and its answers by task. */
    record Reply(String versions, List<Answers> answers) {}

    /** A case as columns of numbers, with a last column of weights where there are such. */
    record CaseColumns(List<double[]> columns, boolean weighted) {

        static CaseColumns of(List<double[]> columns, Optional<double[]> weights) {
            List<double[]> all = new ArrayList<>(columns);
            weights.ifPresent(all::add);
            return new CaseColumns(all, weights.isPresent());
        }

        private int numbers() {
            return 3 + columns.size() * columns.get(0).length;
        }

        private void putInto(ByteBuffer bytes) {
            bytes.putDouble(columns.get(0).length).putDouble(columns.size()).putDouble(weighted ? 1 : 0);
            columns.forEach(column -> Arrays.stream(column).forEach(bytes::putDouble));
        }
    }

    /** The answers for the cases of one task. */
    record Answers(List<String> names, DoubleBuffer statesAndNumbers) {

        boolean has(int caseIndex, int name) {
            return statesAndNumbers.get(at(caseIndex, name)) != 2;
        }

        /** {@return the number, or empty where it is NaN or the program refused} */
        Optional<Double> number(int caseIndex, int name) {
            int at = at(caseIndex, name);
            return statesAndNumbers.get(at) == 0 && !Double.isNaN(statesAndNumbers.get(at + 1))
                    ? Optional.of(statesAndNumbers.get(at + 1))
                    : Optional.empty();
        }

        private int at(int caseIndex, int name) {
            return 2 * (caseIndex * names.size() + name);
        }
    }
}
