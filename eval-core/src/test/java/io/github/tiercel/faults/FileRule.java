package io.github.tiercel.faults;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Decides what a {@link FaultyFileSystem} does.
 *
 * <p>Called on the thread that asks, before anything happens; it may throw, block, count, or change the file itself.
 * Called by several threads at a time.
 */
@FunctionalInterface
public interface FileRule {

    /** Lets everything happen. */
    FileRule NONE = (action, file) -> {};

    /**
     * Hears of what is asked.
     *
     * @param file the real file, of the default file system
     * @throws IOException if it is refused: then nothing happens. Unchecked exceptions and errors are passed on too
     */
    void before(FileAction action, Path file) throws IOException;

    /** Tells what is done; asked after {@link #before} has let it happen. */
    default FileEffect instead(FileAction action, Path file) {
        return FileEffect.AS_ASKED;
    }

    /** {@return a rule that asks this one first, and then another} */
    default FileRule and(FileRule other) {
        FileRule first = this;
        return new FileRule() {
            @Override
            public void before(FileAction action, Path file) throws IOException {
                first.before(action, file);
                other.before(action, file);
            }

            @Override
            public FileEffect instead(FileAction action, Path file) {
                FileEffect effect = first.instead(action, file);
                return effect == FileEffect.AS_ASKED ? other.instead(action, file) : effect;
            }
        };
    }
}
