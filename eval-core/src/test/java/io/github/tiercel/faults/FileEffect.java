package io.github.tiercel.faults;

import static io.github.tiercel.faults.FileAction.DELETE;
import static io.github.tiercel.faults.FileAction.FORCE;
import static io.github.tiercel.faults.FileAction.FORCE_FOLDER;
import static io.github.tiercel.faults.FileAction.LINK;
import static io.github.tiercel.faults.FileAction.LOCK;
import static io.github.tiercel.faults.FileAction.MOVE;
import static io.github.tiercel.faults.FileAction.READ;
import static io.github.tiercel.faults.FileAction.SET_ATTRIBUTES;
import static io.github.tiercel.faults.FileAction.WRITE;

import java.util.EnumSet;
import java.util.Set;

/** What a file system does instead of what it is asked, without saying so. */
public enum FileEffect {
    /** What it is asked. */
    AS_ASKED,
    /** Half of the bytes, one at least; that it was half is said, as a file system may. */
    SHORT,
    /** Half of the bytes; that it was all is said. What follows is written where it belongs, and zeros are between. */
    TORN,
    /** All, but one bit of what was read is another. */
    ALTERED,
    /** Nothing; that it was done is said. A lock that is granted in this way keeps nobody out. */
    DROPPED;

    private static final Set<FileAction> DROPPABLE =
            EnumSet.of(WRITE, FORCE, FORCE_FOLDER, LOCK, LINK, MOVE, DELETE, SET_ATTRIBUTES);

    FileEffect on(FileAction action) {
        if (!isPossible(action)) {
            throw new IllegalArgumentException("effect on " + action + " must not be " + this);
        }
        return this;
    }

    private boolean isPossible(FileAction action) {
        return switch (this) {
            case AS_ASKED -> true;
            case SHORT -> action == READ || action == WRITE;
            case TORN -> action == WRITE;
            case ALTERED -> action == READ;
            case DROPPED -> DROPPABLE.contains(action);
        };
    }
}
