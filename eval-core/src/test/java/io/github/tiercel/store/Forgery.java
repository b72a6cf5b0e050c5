package io.github.tiercel.store;

import java.util.SplittableRandom;

/** A way to change a file below its checksums. */
interface Forgery {

    /** What the change is called in reports: all of them are constants of an enum. */
    default String kind() {
        return ((Enum<?>) this).getDeclaringClass().getSimpleName() + " " + this;
    }

    /** Changes a file and tells what must become of it. */
    Verdict forge(FileDraft draft, SplittableRandom random);
}
