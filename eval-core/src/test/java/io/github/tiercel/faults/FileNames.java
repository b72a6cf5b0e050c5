package io.github.tiercel.faults;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;

/** Files by the last part of their path. */
record FileNames(PathMatcher matcher) {

    static final FileNames ALL = of("*");

    static FileNames of(String glob) {
        return new FileNames(FileSystems.getDefault().getPathMatcher("glob:" + glob));
    }

    boolean have(Path file) {
        return file.getFileName() != null && matcher.matches(file.getFileName());
    }
}
