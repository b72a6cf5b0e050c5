package io.github.tiercel.packed;

import io.github.tiercel.data.DataException;
import io.github.tiercel.files.DiskFailure;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a packed set, in one or two sentences. */
final class SetFaults {

    private SetFaults() {}

    static DataException damaged(Path file, String what) {
        return damaged(file, what, null);
    }

    static DataException damaged(Path file, String what, @Nullable Exception cause) {
        String message = "The packed set is damaged: " + file + " " + what + ". Delete the folder and pack it again.";
        return cause == null
                ? new DataException("DAMAGED_SET", message)
                : new DataException("DAMAGED_SET", message, cause);
    }

    static DataException none(Path folder, String why) {
        return new DataException("NO_PACKED_SET", folder + " is no packed set: " + why + ".");
    }

    static DataException unwritable(Path target, IOException e) {
        return new DataException(
                "NO_OUTPUT",
                "The packed set " + target + " cannot be written: " + DiskFailure.reason(e)
                        + ". Nothing of it was kept; name another folder, or free some space.",
                e);
    }
}
