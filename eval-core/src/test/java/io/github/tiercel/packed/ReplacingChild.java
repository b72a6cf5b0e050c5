package io.github.tiercel.packed;

import io.github.tiercel.faults.FaultyFileSystem;
import io.github.tiercel.faults.FileAction;
import java.io.IOException;
import java.nio.file.Path;

/** Packs over a set in a process of its own, which dies at a step. */
final class ReplacingChild {

    /** The exit code of one that died. */
    static final int KILLED = 137;

    private ReplacingChild() {}

    /** Dies before the new set is placed, or before a file of the old one is deleted. */
    public static void main(String[] args) {
        Path target = Path.of(args[0]);
        boolean dies = args[1].equals("place");
        FaultyFileSystem files = new FaultyFileSystem();
        files.follow((action, file) -> {
            boolean isPlacing = action == FileAction.MOVE && file.equals(target);
            boolean isDeleting = action == FileAction.DELETE && file.endsWith("set.txt");
            if (dies ? isPlacing : isDeleting) {
                Runtime.getRuntime().halt(KILLED);
            }
        });
        SmallSet.write(files.path(target));
    }

    static int run(Path target, String step) throws IOException, InterruptedException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReplacingChild.class.getName(),
                        target.toString(),
                        step)
                .inheritIO()
                .start()
                .waitFor();
    }
}
