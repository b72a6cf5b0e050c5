package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script at the root of the repository. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class LauncherTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path folder;

    @Test
    void upToDateItStartsJavaAndNothingElse() throws IOException {
        Checkout checkout = Checkout.built(folder);
        Path elsewhere = folder.resolve("some where");
        Holdout.csv(Files.createDirectories(elsewhere.resolve("data")));
        Run run = checkout.withRealJava(
                elsewhere,
                "evaluate",
                "data/holdout.csv",
                "--label",
                "label",
                "--score",
                "score",
                "--gate",
                "roc_auc >= 0.999",
                "--output",
                "my result.txt");
        run.assertExitCode(ExitCode.FAILED);
        assertEquals("", run.out());
        assertEquals(
                "tiercel: FAIL score: roc_auc >= 0.999: no value in the interval satisfies the rule.",
                run.err().strip());
        assertTrue(Files.exists(elsewhere.resolve("my result.txt")));
        assertEquals(0, checkout.builds());
    }

    @Test
    void mistakesOfTheCommandLinePassThrough() throws IOException {
        Checkout.built(folder).withRealJava(folder, "evalute").assertRefused(ExitCode.USAGE, "evalute");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh", "dash", "bash", "busybox"})
    void everyShellBuildsOnceAndThenNoMore(String shell) throws IOException {
        assumeTrue(Checkout.installed(shell).isPresent(), shell + " is not installed");
        Checkout checkout = Checkout.fresh(folder);
        ProcessBuilder process = checkout.process(shell, folder, checkout.launcher(), Map.of(), "--version");
        if (shell.equals("busybox")) {
            process.command().add(1, "sh");
        }
        Run first = Run.of(process);
        first.assertExitCode(0);
        assertEquals(1, checkout.builds());
        assertTrue(first.err().startsWith("tiercel: building"), first.err());
        Run second = Run.of(process);
        second.assertExitCode(0);
        assertEquals("", second.err());
        assertEquals(first.out(), second.out());
        assertEquals(1, checkout.builds());
    }

    @Test
    void buildRunsWithoutTestsInTheCheckout() throws IOException {
        Checkout checkout = Checkout.fresh(folder);
        checkout.withFakeJava(folder, Map.of(), "--version");
        String call = Files.readString(checkout.home().resolve("calls"));
        assertTrue(call.startsWith(checkout.home().toRealPath() + ": "), call);
        assertTrue(call.contains(" -pl eval-cli -am "), call);
        assertTrue(call.contains(" -DskipTests "), call);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pom.xml",
                "eval-core/pom.xml",
                "eval-cli/src/main/java/Command.java",
                "integrations/eval-duckdb/src/main/java/Reader.java"
            })
    void newerSourceIsBuilt(String source) throws IOException {
        Checkout checkout = Checkout.built(folder);
        Files.setLastModifiedTime(
                checkout.home().resolve(source), FileTime.from(Instant.now().plusSeconds(1)));
        checkout.withFakeJava().assertExitCode(0);
        assertEquals(1, checkout.builds());
    }

    @Test
    void deletedSourceIsBuilt() throws IOException, InterruptedException {
        Checkout checkout = Checkout.built(folder);
        Thread.sleep(50); // The clock of some file systems ticks every few milliseconds.
        Files.delete(checkout.home().resolve("eval-core/src/main/java/Evaluator.java"));
        checkout.withFakeJava().assertExitCode(0);
        assertEquals(1, checkout.builds());
    }

    @Test
    void missingDependencyIsBuilt() throws IOException {
        Checkout checkout = Checkout.built(folder);
        Files.writeString(checkout.classPathFile(), ":" + folder.resolve("gone.jar"), StandardOpenOption.APPEND);
        checkout.withFakeJava().assertExitCode(0);
        assertEquals(1, checkout.builds());
    }

    @Test
    void changeDuringTheBuildIsBuiltNextTime() throws IOException {
        Checkout checkout = Checkout.fresh(folder);
        String source = checkout.home()
                .resolve("eval-core/src/main/java/Evaluator.java")
                .toString();
        checkout.withFakeJava(folder, Map.of("MAVEN_TOUCHES", source)).assertExitCode(0);
        checkout.withFakeJava().assertExitCode(0);
        assertEquals(2, checkout.builds());
        checkout.withFakeJava().assertExitCode(0);
        assertEquals(2, checkout.builds());
    }

    @Test
    void documentationJarsAreNotTheCommand() throws IOException {
        Checkout checkout = Checkout.fresh(folder);
        checkout.withFakeJava().assertExitCode(0);
        String classPath = Files.readString(checkout.classPathFile());
        assertTrue(classPath.startsWith(checkout.home().toRealPath() + "/eval-cli/target/eval-cli-1.jar:"), classPath);
    }

    @Test
    void twoAtOnceBuildOnce() throws IOException {
        assumeTrue(Checkout.installed("flock").isPresent(), "flock is not installed");
        assertTwoBuildOnce(Checkout.fresh(folder), Map.of("MAVEN_SLEEPS", "1"));
    }

    @Test
    void twoAtOnceBuildOnceWithoutFlock() throws IOException {
        String tools = Checkout.toolsWithout("flock", folder).toString();
        Checkout checkout = Checkout.fresh(folder);
        assertTwoBuildOnce(checkout, Map.of("MAVEN_SLEEPS", "1", "PATH", tools));
        assertFalse(Files.exists(checkout.home().resolve(".tiercel/build.lock.d")));
    }

    private void assertTwoBuildOnce(Checkout checkout, Map<String, String> environment) throws IOException {
        List<CompletableFuture<Run>> both = Stream.generate(() ->
                        CompletableFuture.supplyAsync(() -> checkout.withFakeJava(folder, environment, "--version")))
                .limit(2)
                .toList();
        both.forEach(run -> run.join().assertExitCode(0));
        assertEquals(both.get(0).join().out(), both.get(1).join().out());
        assertEquals(1, checkout.builds());
    }

    @ParameterizedTest
    @ValueSource(strings = {"flock", "nothing"})
    void failedBuildIs70AndIsTriedAgain(String missing) throws IOException {
        Checkout checkout = Checkout.fresh(folder);
        Map<String, String> failing = Map.of(
                "MAVEN_FAILS",
                "yes",
                "PATH",
                Checkout.toolsWithout(missing, folder).toString());
        Run run = checkout.withFakeJava(folder, failing, "--version");
        run.assertExitCode(ExitCode.INTERNAL);
        assertEquals("", run.out());
        assertTrue(run.err().contains("[ERROR] no such luck"), run.err());
        assertTrue(run.err().contains("tiercel: the build failed"), run.err());
        assertFalse(Files.exists(checkout.home().resolve(".tiercel/build.lock.d")));
        checkout.withFakeJava().assertExitCode(0);
        assertEquals(2, checkout.builds());
    }

    @Test
    void argumentsArriveAsTheyAre() throws IOException {
        Run run = Checkout.built(folder)
                .withFakeJava("evaluate", "", "a b", "roc_auc >= 0.9", "*", "$HOME", "it's", "\"q\"", "\\n", "-x");
        List<String> lines = run.out().lines().toList();
        int command = lines.indexOf("<" + Tiercel.class.getName() + ">");
        assertEquals(
                List.of(
                        "<evaluate>",
                        "<>",
                        "<a b>",
                        "<roc_auc >= 0.9>",
                        "<*>",
                        "<$HOME>",
                        "<it's>",
                        "<\"q\">",
                        "<\\n>",
                        "<-x>"),
                lines.subList(command + 1, command + 11));
    }

    @Test
    void exitCodeOfJavaIsTheExitCode() throws IOException {
        Checkout.built(folder).withFakeJava(folder, Map.of("JAVA_EXITS", "11")).assertExitCode(11);
    }

    @Test
    void linkToTheLauncherWorks() throws IOException {
        Checkout checkout = Checkout.built(folder);
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path absolute = Files.createSymbolicLink(bin.resolve("tiercel"), checkout.launcher());
        Path relative = Files.createSymbolicLink(folder.resolve("t"), Path.of("bin/tiercel"));
        for (Path link : List.of(absolute, relative)) {
            Run.of(checkout.process("sh", folder, link, Map.of())).assertExitCode(0);
        }
        assertEquals(0, checkout.builds());
    }

    @Test
    void moreOptionsForJavaAreWords() throws IOException {
        ProcessBuilder process = withOptions("-Xmx8g -Dx=1");
        String out = Run.of(process).out();
        assertTrue(out.contains("<-Xmx8g>\n<-Dx=1>\n"), out);
    }

    @Test
    void packingAloneKeepsTheHeapTight() throws IOException {
        Checkout checkout = Checkout.built(folder);
        String heap = "<-Xms32m>\n<-Xmn16m>\n<-XX:MinHeapFreeRatio=5>\n<-XX:MaxHeapFreeRatio=10>\n";
        String packing = checkout.withFakeJava("pack", "a.parquet").out();
        assertTrue(packing.contains(heap), packing);
        String evaluating = checkout.withFakeJava("evaluate", "pack").out();
        assertFalse(evaluating.contains("<-Xm"), evaluating);
    }

    private ProcessBuilder withOptions(String options) throws IOException {
        Checkout checkout = Checkout.built(folder);
        ProcessBuilder process = checkout.process("sh", folder, checkout.launcher(), Map.of());
        process.command(List.of(
                "env", "TIERCEL_JAVA_OPTS=" + options, "sh", checkout.launcher().toString()));
        return process;
    }

    @Test
    void localeThatWouldLoseNamesIsReplaced() throws IOException {
        Checkout checkout = Checkout.built(folder);
        assertEquals("C.UTF-8", locale(checkout, Map.of("LC_ALL", "C")));
        assertEquals("C.UTF-8", locale(checkout, Map.of("LC_ALL", "", "LC_CTYPE", "", "LANG", "")));
        assertEquals("C.UTF-8", locale(checkout, Map.of("LC_ALL", "", "LC_CTYPE", "POSIX", "LANG", "de_DE.UTF-8")));
        assertEquals("", locale(checkout, Map.of("LC_ALL", "", "LC_CTYPE", "", "LANG", "de_DE.UTF-8")));
        assertEquals("de_DE.utf8", locale(checkout, Map.of("LC_ALL", "de_DE.utf8")));
    }

    private String locale(Checkout checkout, Map<String, String> environment) {
        String out = checkout.withFakeJava(folder, environment).out();
        return out.substring(out.indexOf("locale <") + "locale <".length(), out.lastIndexOf('>'));
    }

    @Test
    void javaOnThePathServesWithoutJavaHome() throws IOException {
        Path tools = Checkout.toolsWithout("nothing", folder);
        Checkout checkout = Checkout.built(folder);
        Files.copy(folder.resolve("my java/bin/java"), tools.resolve("java"), StandardCopyOption.COPY_ATTRIBUTES);
        checkout.withFakeJava(folder, Map.of("JAVA_HOME", "", "PATH", tools.toString()))
                .assertExitCode(0);
    }

    @Test
    void missingJavaIs70() throws IOException {
        String tools = Checkout.toolsWithout("nothing", folder).toString();
        Checkout checkout = Checkout.built(folder);
        assertNoJava(
                checkout.withFakeJava(folder, Map.of("JAVA_HOME", "", "PATH", tools)),
                "no Java found. Install a JDK from 17 on, or set JAVA_HOME.");
        assertNoJava(
                checkout.withFakeJava(folder, Map.of("JAVA_HOME", "/no/such/jdk")),
                "no Java found in JAVA_HOME, /no/such/jdk.");
        assertEquals(0, checkout.builds());
    }

    /** The launcher's own words have no code: what explains codes needs Java. */
    private static void assertNoJava(Run run, String said) {
        run.assertExitCode(ExitCode.INTERNAL);
        assertEquals("", run.out());
        assertTrue(run.err().startsWith("tiercel: " + said), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
    }
}
