package io.github.tiercel.store;

/** What must become of a file that was changed in a known way. */
enum Verdict {
    /** Nothing of it may be used. */
    REFUSED,

    /** It says the same in another way, and must be read. */
    READ,

    /** Either, but what is read must be right: nobody knows beforehand what changed bytes of a footer say. */
    EITHER;

    /** Returns the verdict on a file of which a part was replaced, by what may have been there before. */
    static Verdict refusedIf(boolean changed) {
        return changed ? REFUSED : READ;
    }

    /** Returns the verdict on two changes together: one may undo the other. */
    Verdict and(Verdict other) {
        return this == READ && other == READ ? READ : EITHER;
    }
}
