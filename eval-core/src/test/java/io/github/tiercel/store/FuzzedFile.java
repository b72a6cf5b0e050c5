package io.github.tiercel.store;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** A damaged file. */
final class FuzzedFile {

    private static final int MOST_FORGERIES = 3;

    private final String kind;
    private final boolean isStructured;
    private final byte[] bytes;
    private final Verdict verdict;

    private FuzzedFile(String kind, boolean isStructured, byte[] bytes, Verdict verdict) {
        this.kind = kind;
        this.isStructured = isStructured;
        this.bytes = bytes;
        this.verdict = verdict;
    }

    /** Damages a file without mending anything. */
    static FuzzedFile raw(byte[] whole, byte[] other, SplittableRandom random) {
        RawDamage damage = Hostile.one(List.of(RawDamage.values()), random);
        byte[] bytes = damage.apply(whole.clone(), other, random);
        return new FuzzedFile("raw " + damage, false, bytes, Verdict.refusedIf(!Arrays.equals(bytes, whole)));
    }

    /** Forges a file once, or a few times. */
    static FuzzedFile forged(byte[] whole, List<List<Forgery>> families, SplittableRandom random)
            throws CorruptFileException {
        FileDraft draft = FileDraft.of(whole);
        int times = random.nextInt(3) > 0 ? 1 : random.nextInt(2, MOST_FORGERIES + 1);
        Forgery forgery = Hostile.one(Hostile.one(families, random), random);
        Verdict verdict = forgery.forge(draft, random);
        for (int i = 1; i < times; i++) {
            verdict = verdict.and(
                    Hostile.one(Hostile.one(families, random), random).forge(draft, random));
        }
        String kind = times > 1 ? "several" : forgery.kind();
        return new FuzzedFile(kind, true, draft.bytes(), verdict);
    }

    /** Takes another file's bytes for this one's: all that is in them is right. */
    static FuzzedFile taken(byte[] whole, byte[] other) {
        return new FuzzedFile("another's", true, other, Verdict.refusedIf(!Arrays.equals(other, whole)));
    }

    /** Claims that a file holds what it does not. */
    static FuzzedFile claimed(FileDraft draft) {
        return new FuzzedFile("claimed positions", true, draft.bytes(), Verdict.REFUSED);
    }

    /** {@return what was done to it} */
    String kind() {
        return kind;
    }

    /** {@return whether its checksums are right, so that a reader gets as far as what was changed} */
    boolean isStructured() {
        return isStructured;
    }

    byte[] bytes() {
        return bytes;
    }

    /** {@return what must become of it} */
    Verdict verdict() {
        return verdict;
    }
}
