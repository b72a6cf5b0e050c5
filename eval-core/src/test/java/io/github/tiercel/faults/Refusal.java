package io.github.tiercel.faults;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/** What an operating system refuses, in the exceptions in which Java says so. */
public enum Refusal {
    NO_SPACE("No space left on device"),
    IO_ERROR("Input/output error"),
    TOO_MANY_OPEN_FILES("Too many open files"),
    READ_ONLY("Read-only file system"),
    NOT_PERMITTED("Operation not permitted"),
    NO_LOCKS("No locks available"),
    OTHER_FILE_SYSTEM("Invalid cross-device link"),
    ACCESS_DENIED("Permission denied"),
    GONE("No such file or directory");

    /** Of an open file Java does not say which it is. */
    private static final Set<FileAction> OPEN =
            EnumSet.of(FileAction.READ, FileAction.WRITE, FileAction.FORCE, FileAction.FORCE_FOLDER, FileAction.LOCK);

    private final String reason;

    Refusal(String reason) {
        this.reason = reason;
    }

    IOException of(FileAction action, Path file) {
        if (OPEN.contains(action)) {
            return new IOException(reason);
        }
        String name = file.toString();
        if (this == ACCESS_DENIED) {
            return new AccessDeniedException(name);
        }
        if (this == GONE) {
            return new NoSuchFileException(name);
        }
        if (this == OTHER_FILE_SYSTEM && action == FileAction.MOVE) {
            return new AtomicMoveNotSupportedException(name, name, reason);
        }
        return new FileSystemException(name, null, reason);
    }
}
