package io.github.tiercel.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What processes left in a folder that were killed: files and folders in the making that nobody has touched for a day.
 * Safe for use by several threads.
 *
 * @since 0.1
 */
public final class Abandoned {

    private static final Duration AGE = Duration.ofDays(1);

    private Abandoned() {}

    /**
     * {@return what was left more than a day ago, in no order; nothing if the folder is gone}
     *
     * @param folder the folder
     * @param names how things in the making are named there
     * @param now best the time of a file just written, so that no other clock than the file system's own plays a part
     * @throws IOException if the folder cannot be read
     */
    public static List<Path> in(Path folder, Pattern names, FileTime now) throws IOException {
        return Names.in(folder, names).stream()
                .filter(path -> isAbandoned(path, now))
                .toList();
    }

    private static boolean isAbandoned(Path path, FileTime now) {
        try {
            long age = now.toMillis() - Files.getLastModifiedTime(path).toMillis();
            return age > AGE.toMillis();
        } catch (IOException e) {
            // Its owner has finished it meanwhile.
            return false;
        }
    }
}
