package io.github.tiercel.files;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/**
 * Says in people's words what the file system refused. Safe for use by several threads.
 *
 * @since 0.1
 */
public final class DiskFailure {

    private DiskFailure() {}

    /**
     * {@return why, without the file, to stand in a sentence: exceptions of the file system have the path for a
     * message, and their sense in their type}
     *
     * @param e what was thrown
     */
    public static String reason(Exception e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        String said = e instanceof FileSystemException known ? known.getReason() : e.getMessage();
        return said == null ? sense(e) : said;
    }

    private static String sense(Exception e) {
        if (e instanceof NotDirectoryException) {
            return "a file is where a folder should be";
        }
        if (e instanceof NoSuchFileException) {
            return "a folder is gone";
        }
        return e.getClass().getSimpleName();
    }
}
