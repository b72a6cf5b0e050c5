package io.github.tiercel.cli;

import static java.nio.file.attribute.PosixFilePermissions.fromString;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * A folder that looks to the launcher like a checkout of Tiercel. In the place of Maven stands a script that notes each
 * call and gives the class path of the tests; in the place of Java, unless real Java is asked for, one that prints its
 * arguments.
 */
final class Checkout {

    private static final List<String> SOURCES = List.of(
            "pom.xml",
            "eval-cli/pom.xml",
            "eval-cli/src/main/java/Command.java",
            "eval-core/pom.xml",
            "eval-core/src/main/java/Evaluator.java",
            "integrations/eval-duckdb/pom.xml",
            "integrations/eval-duckdb/src/main/java/Reader.java");

    private static final List<String> TOOLS = List.of(
            "cat",
            "cp",
            "dirname",
            "find",
            "flock",
            "grep",
            "head",
            "ls",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "rmdir",
            "sh",
            "sleep",
            "touch",
            "tput");

    private static final String MAVEN = """
            #!/bin/sh
            echo "$PWD: $*" >>"calls"
            sleep "${MAVEN_SLEEPS:-0}"
            [ -z "${MAVEN_FAILS:-}" ] || { echo "[ERROR] no such luck"; exit 1; }
            [ -z "${MAVEN_TOUCHES:-}" ] || { sleep 0.1; touch "$MAVEN_TOUCHES"; }
            for arg in "$@"; do
              case $arg in -Dmdep.outputFile=*) printf '%s' "$FAKE_CLASS_PATH" >"${arg#*=}" ;; esac
            done
            for jar in eval-cli-1.jar eval-cli-1-javadoc.jar eval-cli-1-sources.jar; do
              cp -p empty.jar "eval-cli/target/$jar"
            done
            """;

    private static final String JAVA = """
            #!/bin/sh
            printf '<%s>\\n' "$@"
            printf 'locale <%s>\\n' "${LC_ALL:-}"
            exit "${JAVA_EXITS:-0}"
            """;

    private final Path home;
    private final Path javaHome;

    private Checkout(Path home, Path javaHome) {
        this.home = home;
        this.javaHome = javaHome;
    }

    /** A fresh clone: nothing is built. Its path has spaces. */
    static Checkout fresh(Path folder) throws IOException {
        Path home = Files.createDirectories(folder.resolve("my checkout"));
        Checkout checkout = new Checkout(home, folder.resolve("my java"));
        Files.copy(Path.of("..", "tiercel"), checkout.launcher());
        for (String source : SOURCES) {
            Path file = home.resolve(source);
            Files.createDirectories(file.getParent());
            Files.createFile(file);
        }
        script(home.resolve("mvnw"), MAVEN);
        Files.createDirectories(checkout.javaHome.resolve("bin"));
        script(checkout.javaHome.resolve("bin").resolve("java"), JAVA);
        new JarOutputStream(Files.newOutputStream(home.resolve("empty.jar")), new Manifest()).close();
        checkout.age();
        return checkout;
    }

    /** A checkout as an earlier build left it. */
    static Checkout built(Path folder) throws IOException {
        Checkout checkout = fresh(folder);
        Files.createDirectories(checkout.classPathFile().getParent());
        Files.writeString(checkout.classPathFile(), System.getProperty("java.class.path"));
        return checkout;
    }

    Path home() {
        return home;
    }

    Path launcher() {
        return home.resolve("tiercel");
    }

    Path classPathFile() {
        return home.resolve("eval-cli/target/tiercel.classpath");
    }

    /** Says how often Maven was called. */
    int builds() throws IOException {
        Path calls = home.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls).size() : 0;
    }

    Run withFakeJava(Path folder, Map<String, String> environment, String... args) {
        return Run.of(process("sh", folder, launcher(), environment, args));
    }

    Run withFakeJava(String... args) {
        return withFakeJava(home, Map.of(), args);
    }

    Run withRealJava(Path folder, String... args) {
        return Run.of(process("sh", folder, launcher(), Map.of("JAVA_HOME", System.getProperty("java.home")), args));
    }

    ProcessBuilder process(String shell, Path folder, Path launcher, Map<String, String> environment, String... args) {
        List<String> line = new ArrayList<>(List.of(shell, launcher.toString()));
        line.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
        builder.environment().put("JAVA_HOME", javaHome.toString());
        builder.environment().put("FAKE_CLASS_PATH", System.getProperty("java.class.path"));
        environment.forEach((name, value) -> {
            if (value.isEmpty()) {
                builder.environment().remove(name);
            } else {
                builder.environment().put(name, value);
            }
        });
        return builder;
    }

    /** A folder for the PATH with all tools that the launcher needs, but neither Java nor the one named. */
    static Path toolsWithout(String missing, Path folder) throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : TOOLS) {
            Optional<Path> installed = installed(tool);
            if (!tool.equals(missing) && installed.isPresent()) {
                script(tools.resolve(tool), "#!/bin/sh\nexec " + installed.get() + " \"$@\"\n");
            }
        }
        return tools;
    }

    static Optional<Path> installed(String tool) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(path -> Path.of(path, tool))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, fromString("rwxr-xr-x"));
    }

    /** Makes all sources and their folders an hour old. */
    private void age() throws IOException {
        FileTime before = FileTime.from(Instant.now().minus(Duration.ofHours(1)));
        try (Stream<Path> all = Files.walk(home)) {
            for (Path path : all.toList()) {
                Files.setLastModifiedTime(path, before);
            }
        }
    }
}
