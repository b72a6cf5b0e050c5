package io.github.tiercel.store;

import io.github.tiercel.store.FooterDraft.Entry;
import java.util.List;
import java.util.SplittableRandom;

/** Orders whose metadata tells of strata that cannot be. The rows' own strata stay. */
enum OrderForgery implements Forgery {
    NO_STRATUM {
        @Override
        public Verdict forge(FileDraft draft, SplittableRandom random) {
            return say(draft, "stratum_0", Hostile.one(NO_STRATA, random)) ? Verdict.REFUSED : Verdict.READ;
        }
    },
    OTHER_STRATUM {
        @Override
        public Verdict forge(FileDraft draft, SplittableRandom random) {
            say(draft, "stratum_0", "2147483647\n0x1p-1000\n\\ud800" + Hostile.one(List.of("", "a", "\n"), random));
            return Verdict.READ;
        }
    },
    LONG_WEIGHT {
        @Override
        public Verdict forge(FileDraft draft, SplittableRandom random) {
            String digits = "9".repeat(400 + random.nextInt(50_000));
            return say(draft, "stratum_0", "0\n" + digits + "\na") ? Verdict.REFUSED : Verdict.READ;
        }
    },
    OTHER_ROWS {
        @Override
        public Verdict forge(FileDraft draft, SplittableRandom random) {
            draft.footer.say("rows", Hostile.one(MANY, random));
            return Verdict.REFUSED;
        }
    },
    MORE_STRATA {
        @Override
        public Verdict forge(FileDraft draft, SplittableRandom random) {
            draft.footer.say("strata", Hostile.one(MANY, random));
            return Verdict.REFUSED;
        }
    },
    FEWER_STRATA {
        @Override
        public Verdict forge(FileDraft draft, SplittableRandom random) {
            String before = draft.footer.said("strata");
            draft.footer.say("strata", "0");
            return before.isEmpty() ? Verdict.EITHER : Verdict.refusedIf(!before.equals("0"));
        }
    },
    /** Empty strata beyond those that there are. */
    MANY_STRATA {
        @Override
        public Verdict forge(FileDraft draft, SplittableRandom random) {
            int many = random.nextInt(257, 3000);
            for (int h = 0; h < many; h++) {
                if (draft.footer.said("stratum_" + h).isEmpty()) {
                    draft.footer.metadata().add(new Entry("stratum_" + h, "0\n0x1p0\na"));
                }
            }
            draft.footer.say("strata", String.valueOf(many));
            return Verdict.REFUSED;
        }
    },
    MORE_MERGES {
        @Override
        public Verdict forge(FileDraft draft, SplittableRandom random) {
            draft.footer.say("merges", Hostile.one(MANY, random));
            return Verdict.REFUSED;
        }
    },
    NO_MERGE {
        @Override
        public Verdict forge(FileDraft draft, SplittableRandom random) {
            return onlyMerge(draft, Hostile.one(NO_MERGES, random), Verdict.REFUSED);
        }
    },
    OTHER_MERGE {
        @Override
        public Verdict forge(FileDraft draft, SplittableRandom random) {
            boolean empty = "0".equals(draft.footer.said("strata"));
            return onlyMerge(draft, "0\na\nb" + "\n".repeat(random.nextInt(2000)), Verdict.refusedIf(empty));
        }
    };

    private static final List<String> MANY = List.of("100000", "2147483647", "2147483648", "9223372036854775807");

    /** No class, weight and name. */
    private static final List<String> NO_STRATA = List.of(
            "",
            "0",
            "0\n1",
            "x\n0x1p0\na",
            "-1\n0x1p0\na",
            "99999999999\n0x1p0\na",
            "0\n0\na",
            "0\n-1\na",
            "0\nNaN\na",
            "0\nInfinity\na",
            "0\n1e-999\na",
            "0\n0x1p99999\na",
            "0\n\na",
            "0\n0x1p0\n\\",
            "0\n0x1p0\n\\u12",
            "0\n0x1p0\n\\uzzzz");

    /** No stratum and names: of the strata there are 256 at most. */
    private static final List<String> NO_MERGES =
            List.of("", "x", "-1", "256\na\nb", "2147483648\na", "0\n\\", "0\n\\u", "0 \na", "\n\n\n");

    /** Replaces what is said, and tells whether anything was. */
    private static boolean say(FileDraft draft, String key, String value) {
        boolean said = !draft.footer.said(key).isEmpty();
        draft.footer.say(key, value);
        return said;
    }

    private static Verdict onlyMerge(FileDraft draft, String text, Verdict verdict) {
        draft.footer.metadata().removeIf(entry -> "merge_0".equals(entry.key()));
        draft.footer.metadata().add(new Entry("merge_0", text));
        draft.footer.say("merges", "1");
        return verdict;
    }
}
