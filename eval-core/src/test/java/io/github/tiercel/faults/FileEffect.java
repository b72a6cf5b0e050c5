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
    AS_ASKED(EnumSet.allOf(FileAction.class)),
    /** Half of the bytes, one at least; that it was half is said, as a file system may. */
    SHORT(EnumSet.of(READ, WRITE)),
    /** Half of the bytes; that it was all is said. What follows is written where it belongs, and zeros are between. */
    TORN(EnumSet.of(WRITE)),
    /** All, but one bit of what was read is another. */
    ALTERED(EnumSet.of(READ)),
    /** Nothing; that it was done is said. A lock that is granted in this way keeps nobody out. */
    DROPPED(EnumSet.of(WRITE, FORCE, FORCE_FOLDER, LOCK, LINK, MOVE, DELETE, SET_ATTRIBUTES));

    private final Set<FileAction> actions;

    FileEffect(Set<FileAction> actions) {
        this.actions = actions;
    }

    FileEffect on(FileAction action) {
        if (!actions.contains(action)) {
            throw new IllegalArgumentException("effect on " + action + " must not be " + this);
        }
        return this;
    }
}
