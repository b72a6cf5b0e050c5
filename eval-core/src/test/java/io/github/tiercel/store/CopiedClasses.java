package io.github.tiercel.store;

import java.nio.file.Path;

/** What a test calls in a second copy of this package's classes. */
public final class CopiedClasses {

    private CopiedClasses() {}

    /** Tells whether the copy gets the children's lock. */
    public static boolean tryAcquire(Path root) {
        return StoreLocks.of(StoreLayout.open(root)).tryAcquire(StoreChild.KEY).isPresent();
    }
}
