package io.github.tiercel.store;

import io.github.tiercel.store.FooterDraft.Entry;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;

/** Metadata that is not what it must be. */
enum TextForgery implements Forgery {
    MISSING {
        @Override
        Verdict forge(List<Entry> entries, SplittableRandom random) {
            Entry gone = entries.remove(random.nextInt(entries.size()));
            return Verdict.refusedIf(!"tiercel_version".equals(gone.key()));
        }
    },
    REPEATED {
        @Override
        Verdict forge(List<Entry> entries, SplittableRandom random) {
            entries.add(random.nextInt(entries.size() + 1), Hostile.one(entries, random));
            return Verdict.REFUSED;
        }
    },
    CONTRADICTED {
        @Override
        Verdict forge(List<Entry> entries, SplittableRandom random) {
            entries.add(new Entry(Hostile.one(entries, random).key(), Hostile.text(random)));
            return Verdict.REFUSED;
        }
    },
    NO_KEY {
        @Override
        Verdict forge(List<Entry> entries, SplittableRandom random) {
            entries.add(new Entry(null, Hostile.text(random)));
            return Verdict.REFUSED;
        }
    },
    NO_VALUE {
        @Override
        Verdict forge(List<Entry> entries, SplittableRandom random) {
            entries.add(new Entry(newKey(entries, random), null));
            return Verdict.REFUSED;
        }
    },
    /** What a later version may have to say. */
    ADDED {
        @Override
        Verdict forge(List<Entry> entries, SplittableRandom random) {
            entries.add(random.nextInt(entries.size() + 1), new Entry(newKey(entries, random), Hostile.text(random)));
            return Verdict.READ;
        }
    },
    SHUFFLED {
        @Override
        Verdict forge(List<Entry> entries, SplittableRandom random) {
            Collections.shuffle(entries, new Random(random.nextLong()));
            return Verdict.READ;
        }
    },
    OTHER_FILE {
        @Override
        Verdict forge(List<Entry> entries, SplittableRandom random) {
            return replaced(entries, List.of("layout", "key", "from", "to", "source"), Hostile.text(random), random);
        }
    },
    LATER_LAYOUT {
        @Override
        Verdict forge(List<Entry> entries, SplittableRandom random) {
            return replaced(entries, List.of("layout"), "2", random);
        }
    },
    NO_NUMBER {
        @Override
        Verdict forge(List<Entry> entries, SplittableRandom random) {
            List<String> numbers = List.of("batch_rows", "inference_nanos", "rows", "strata", "merges");
            return replaced(entries, numbers, Hostile.noNumber(random), random);
        }
    },
    /** Nothing in a file contradicts these numbers, and no score depends on them. */
    OTHER_NUMBER {
        @Override
        Verdict forge(List<Entry> entries, SplittableRandom random) {
            replaced(entries, List.of("batch_rows", "inference_nanos"), Hostile.number(random), random);
            return Verdict.READ;
        }
    },
    /** Few bytes of footer that read one by one are many times as long. */
    ONE_TEXT_MANY_TIMES {
        @Override
        Verdict forge(List<Entry> entries, SplittableRandom random) {
            String one = Hostile.longText(random);
            for (int i = random.nextInt(20, 4000); i >= 0; i--) {
                entries.add(new Entry("x" + i, one));
            }
            return Verdict.REFUSED;
        }
    },
    FEWER_SUMS {
        @Override
        String sums(String sums, SplittableRandom random) {
            return sums.isEmpty() ? sums : sums.substring(0, random.nextInt(sums.length()));
        }
    },
    MORE_SUMS {
        @Override
        String sums(String sums, SplittableRandom random) {
            return sums + " 00000000".repeat(1 + random.nextInt(6000));
        }
    },
    SPACES {
        @Override
        String sums(String sums, SplittableRandom random) {
            return " ".repeat(1 + random.nextInt(50_000)) + sums;
        }
    },
    OTHER_SUM {
        @Override
        String sums(String sums, SplittableRandom random) {
            if (sums.isEmpty()) {
                return sums;
            }
            int at = random.nextInt(sums.length());
            char c = "0123456789abcdef -+x\n\u00e4\0".charAt(random.nextInt(23));
            return sums.substring(0, at) + c + sums.substring(at + 1);
        }
    },
    UPPER_CASE_SUMS {
        @Override
        String sums(String sums, SplittableRandom random) {
            return sums.toUpperCase(Locale.ROOT);
        }
    },
    ANY_TEXT_FOR_SUMS {
        @Override
        String sums(String sums, SplittableRandom random) {
            return Hostile.text(random);
        }
    },
    ANY_TEXT_FOR_MESSAGES_SUM {
        @Override
        Verdict forge(List<Entry> entries, SplittableRandom random) {
            return replaced(entries, List.of(ColumnFileWriter.MESSAGES), Hostile.text(random), random);
        }
    },
    NO_LIST {
        @Override
        public Verdict forge(FileDraft draft, SplittableRandom random) {
            draft.footer.metadata = null;
            return Verdict.REFUSED;
        }
    };

    /** The empty key is one too, unless another change has added it. */
    private static String newKey(List<Entry> entries, SplittableRandom random) {
        boolean isTaken = entries.stream().anyMatch(entry -> "".equals(entry.key()));
        return random.nextInt(8) == 0 && !isTaken ? "" : "x" + random.nextLong();
    }

    /** Changes the columns' checksums, for those that do only that. */
    String sums(String sums, SplittableRandom random) {
        return sums;
    }

    Verdict forge(List<Entry> entries, SplittableRandom random) {
        int i = 0;
        while (!ColumnFileWriter.BLOCKS.equals(entries.get(i).key())) {
            if (++i == entries.size()) {
                return Verdict.EITHER;
            }
        }
        String before = String.valueOf(entries.get(i).value());
        String after = sums(before, random);
        entries.set(i, new Entry(ColumnFileWriter.BLOCKS, after));
        return Verdict.refusedIf(!after.equals(before));
    }

    @Override
    public Verdict forge(FileDraft draft, SplittableRandom random) {
        List<Entry> entries = draft.footer.metadata();
        return entries.isEmpty() ? Verdict.EITHER : forge(entries, random);
    }

    /** Replaces the text of one of the keys that are there. */
    private static Verdict replaced(List<Entry> entries, List<String> keys, String text, SplittableRandom random) {
        List<Entry> there = entries.stream()
                .filter(entry -> entry.key() != null && keys.contains(entry.key()))
                .toList();
        if (there.isEmpty()) {
            return Verdict.EITHER;
        }
        Entry before = Hostile.one(there, random);
        entries.set(entries.indexOf(before), new Entry(before.key(), text));
        return Verdict.refusedIf(!text.equals(before.value()));
    }
}
