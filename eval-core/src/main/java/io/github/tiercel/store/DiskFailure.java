package io.github.tiercel.store;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says in people's words what the file system refused. */
final class DiskFailure {

    private DiskFailure() {}

    /** Exceptions of the file system have the path for a message, and their sense in their type. */
    static String reason(Exception e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NotDirectoryException) {
            return "a file is where a folder should be";
        }
        if (e instanceof NoSuchFileException) {
            return "a folder is gone";
        }
        String said = e instanceof FileSystemException known ? known.getReason() : e.getMessage();
        return said == null ? e.getClass().getSimpleName() : said;
    }
}
