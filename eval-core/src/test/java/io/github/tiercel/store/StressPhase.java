package io.github.tiercel.store;

import io.github.tiercel.faults.FileAction;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** What a process is doing when it is killed. */
enum StressPhase {
    /** The model scores a batch. */
    INFERENCE(Set.of()),
    /** A temporary file is written. */
    WRITE(Set.of(FileAction.WRITE)),
    /** What was written is read again. */
    VERIFY(Set.of(FileAction.READ)),
    /** A file that is whole gets its name. */
    RENAME(Set.of(FileAction.LINK, FileAction.MOVE)),
    /** The name is forced to disk. */
    FOLDER_SYNC(Set.of(FileAction.FORCE_FOLDER)),
    /** Many segments become one: any step of it. */
    MERGE(Set.of(FileAction.values())),
    /** Keys are deleted: any step of it. */
    EVICTION(Set.of(FileAction.values()));

    private static final StackWalker STACK = StackWalker.getInstance();

    private final Set<FileAction> actions;

    StressPhase(Set<FileAction> actions) {
        this.actions = actions;
    }

    /** Whether an action on a file belongs to this phase, on the thread that asks for it. */
    boolean isIn(FileAction action, Path file) {
        if (!actions.contains(action)) {
            return false;
        }
        return switch (this) {
            case WRITE, VERIFY -> NewFile.isTemporary(file) && !isRunning(SegmentMerge.class);
            case MERGE -> isRunning(SegmentMerge.class) && action != FileAction.LIST;
            case EVICTION -> isRunning(Eviction.class) && action != FileAction.LIST && action != FileAction.STAT;
            default -> !isRunning(SegmentMerge.class);
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
