package io.github.tiercel.faults;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A disk that does not answer: whoever does something to some files waits until it is released, interrupted or not. */
public final class Stall implements FileRule {

    private final FileAction action;
    private final FileNames names;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    private Stall(FileAction action, FileNames names) {
        this.action = action;
        this.names = names;
    }

    /** {@return a stall of an action on files of a name} */
    public static Stall at(FileAction action, String glob) {
        return new Stall(action, FileNames.of(glob));
    }

    /** Waits until somebody waits. */
    public void awaitReached() throws InterruptedException {
        reached.await();
    }

    /** Lets whoever waits go on, and nobody wait again. */
    public void release() {
        released.countDown();
    }

    @Override
    public void before(FileAction asked, Path file) {
        if (asked == action && names.have(file)) {
            reached.countDown();
            awaitReleased();
        }
    }

    private void awaitReleased() {
        boolean interrupted = false;
        while (true) {
            try {
                released.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
