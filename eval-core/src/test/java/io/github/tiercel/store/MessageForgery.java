package io.github.tiercel.store;

import io.github.tiercel.arrow.ArrowMessages;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Messages before the footer that contradict it, or are no messages, under a checksum that is right. */
enum MessageForgery implements Forgery {
    SCHEMA_GARBAGE {
        @Override
        Verdict change(FileDraft draft, SplittableRandom random) {
            draft.start = withMagic(Hostile.bytes(draft.start.length, random));
            return Verdict.READ;
        }
    },
    SCHEMA_OTHER_LENGTH {
        @Override
        Verdict change(FileDraft draft, SplittableRandom random) {
            draft.start = withMagic(Hostile.bytes(ArrowMessages.START_BYTES + random.nextInt(2000), random));
            return Verdict.READ;
        }
    },
    SCHEMA_OF_OTHERS {
        @Override
        Verdict change(FileDraft draft, SplittableRandom random) {
            draft.start = TableMessages.start(otherShape(random));
            return Verdict.READ;
        }
    },
    BATCH_OF_OTHERS {
        @Override
        Verdict change(FileDraft draft, SplittableRandom random) {
            return replaced(draft, TableMessages.batch(otherShape(random), 0), random);
        }
    },
    BATCH_GARBAGE {
        @Override
        Verdict change(FileDraft draft, SplittableRandom random) {
            return replaced(draft, Hostile.bytes(random.nextInt(2000), random), random);
        }
    },
    NO_BATCH_MESSAGE {
        @Override
        Verdict change(FileDraft draft, SplittableRandom random) {
            return replaced(draft, new byte[0], random);
        }
    },
    /** A message takes memory before its checksum is known. */
    BATCH_TOO_LONG {
        @Override
        Verdict change(FileDraft draft, SplittableRandom random) {
            int length = 200_000 + random.nextInt(100_000);
            replaced(draft, Hostile.bytes(length, random), random);
            return Verdict.refusedIf(!draft.descriptions.isEmpty());
        }
    },
    END_GARBAGE {
        @Override
        Verdict change(FileDraft draft, SplittableRandom random) {
            draft.end = Hostile.bytes(draft.end.length, random);
            return Verdict.READ;
        }
    },
    END_OTHER_LENGTH {
        @Override
        Verdict change(FileDraft draft, SplittableRandom random) {
            int before = draft.end.length;
            draft.end = Arrays.copyOf(draft.end, random.nextInt(4 * before));
            return draft.bodies.isEmpty() ? Verdict.EITHER : Verdict.refusedIf(draft.end.length != before);
        }
    },
    /** Bytes behind a batch that are its own by the footer's account. */
    BODY_TOO_LONG {
        @Override
        Verdict change(FileDraft draft, SplittableRandom random) {
            if (draft.bodies.isEmpty()) {
                return Verdict.READ;
            }
            int i = random.nextInt(draft.bodies.size());
            byte[] body = draft.bodies.get(i);
            draft.bodies.set(i, Arrays.copyOf(body, body.length + 1 + random.nextInt(64)));
            return Verdict.REFUSED;
        }
    },
    /** A change that its checksum does not know of. */
    UNNOTICED {
        @Override
        public Verdict forge(FileDraft draft, SplittableRandom random) {
            byte[] message = draft.descriptions.isEmpty() ? draft.end : Hostile.one(draft.descriptions, random);
            if (message.length == 0) {
                return Verdict.EITHER;
            }
            message[random.nextInt(message.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            return Verdict.REFUSED;
        }
    };

    /** Changes messages, for those that mend the checksum. */
    Verdict change(FileDraft draft, SplittableRandom random) {
        return Verdict.READ;
    }

    @Override
    public Verdict forge(FileDraft draft, SplittableRandom random) {
        Verdict verdict = change(draft, random);
        draft.agree();
        return verdict;
    }

    private static Verdict replaced(FileDraft draft, byte[] description, SplittableRandom random) {
        if (!draft.descriptions.isEmpty()) {
            draft.descriptions.set(random.nextInt(draft.descriptions.size()), description);
        }
        return Verdict.READ;
    }

    private static byte[] withMagic(byte[] start) {
        System.arraycopy(ArrowMessages.magic(), 0, start, 0, ArrowMessages.magic().length);
        return start;
    }

    private static TableShape otherShape(SplittableRandom random) {
        ColumnType type = Hostile.one(List.of(ColumnType.values()), random);
        return new TableShape(List.of(Long.toHexString(random.nextLong())), type, 1 + random.nextInt(70_000));
    }
}
