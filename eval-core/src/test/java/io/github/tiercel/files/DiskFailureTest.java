package io.github.tiercel.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.junit.jupiter.api.Test;

class DiskFailureTest {

    @Test
    void theReasonIsSaidWithoutTheFile() {
        assertEquals("permission denied", DiskFailure.reason(new AccessDeniedException("a")));
        assertEquals("a file is where a folder should be", DiskFailure.reason(new NotDirectoryException("a")));
        assertEquals("a folder is gone", DiskFailure.reason(new NoSuchFileException("a")));
        assertEquals("rows got lost", DiskFailure.reason(new NoSuchFileException("a", null, "rows got lost")));
        assertEquals(
                "No space left on device",
                DiskFailure.reason(new FileSystemException("a", null, "No space left on device")));
        assertEquals("FileAlreadyExistsException", DiskFailure.reason(new FileAlreadyExistsException("a")));
        assertEquals("Input/output error", DiskFailure.reason(new IOException("Input/output error")));
        assertEquals("IOException", DiskFailure.reason(new IOException()));
    }
}
