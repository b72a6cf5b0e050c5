package io.github.tiercel.packed;

import java.nio.file.Path;
import java.util.Optional;

/** Deletes every set of a folder, or holds one for good, in a process of its own. */
final class PruningChild {

    private PruningChild() {}

    public static void main(String[] args) throws InterruptedException {
        PackedCatalog catalog = PackedCatalog.of(Path.of(args[0]), source -> Optional.empty());
        if (args.length > 1) {
            catalog.hold(args[1]);
            System.out.println("held");
            Thread.sleep(Long.MAX_VALUE);
        }
        System.out.println(catalog.prune(0).deleted().size());
    }
}
