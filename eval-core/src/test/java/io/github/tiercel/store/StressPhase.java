package io.github.tiercel.store;

import io.github.tiercel.faults.FileAction;
import io.github.tiercel.files.NewFile;
import java.nio.file.Path;
import java.util.Locale;

/** What a process is doing when it is killed. */
enum StressPhase {
    /** The model scores a batch. */
    INFERENCE,
    /** A temporary file is written. */
    WRITE,
    /** What was written is read again. */
    VERIFY,
    /** A file that is whole gets its name. */
    RENAME,
    /** The name is forced to disk. */
    FOLDER_SYNC,
    /** Many segments become one: any step of it. */
    MERGE,
    /** Keys are deleted: any step of it. */
    EVICTION;

    private static final StackWalker STACK = StackWalker.getInstance();

    /** Whether an action on a file belongs to this phase, on the thread that asks for it. */
    boolean isIn(FileAction action, Path file) {
        return switch (this) {
            case INFERENCE -> false;
            case WRITE -> action == FileAction.WRITE && NewFile.isTemporary(file) && !isRunning(SegmentMerge.class);
            case VERIFY -> action == FileAction.READ && NewFile.isTemporary(file) && !isRunning(SegmentMerge.class);
            case RENAME -> (action == FileAction.LINK || action == FileAction.MOVE) && !isRunning(SegmentMerge.class);
            case FOLDER_SYNC -> action == FileAction.FORCE_FOLDER && !isRunning(SegmentMerge.class);
            case MERGE -> action != FileAction.LIST && isRunning(SegmentMerge.class);
            case EVICTION -> action != FileAction.LIST && action != FileAction.STAT && isRunning(Eviction.class);
        };
    }

    private static boolean isRunning(Class<?> type) {
        return STACK.walk(
                frames -> frames.anyMatch(frame -> frame.getClassName().equals(type.getName())));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
