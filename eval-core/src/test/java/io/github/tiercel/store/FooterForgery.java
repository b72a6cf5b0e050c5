package io.github.tiercel.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Footers whose bytes were changed without knowing what they are: tables and offsets that lead anywhere. */
enum FooterForgery implements Forgery {
    BITS {
        @Override
        byte[] change(byte[] footer, SplittableRandom random) {
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                footer[random.nextInt(footer.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            }
            return footer;
        }
    },
    BYTES {
        @Override
        byte[] change(byte[] footer, SplittableRandom random) {
            for (int bytes = 1 + random.nextInt(16); bytes > 0; bytes--) {
                footer[random.nextInt(footer.length)] = (byte) random.nextInt();
            }
            return footer;
        }
    },
    /** Offsets and lengths are words of four bytes on a boundary. */
    WORDS {
        @Override
        byte[] change(byte[] footer, SplittableRandom random) {
            ByteBuffer words = ByteBuffer.wrap(footer).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                int word = random.nextBoolean() ? Hostile.anInt(random) : random.nextInt(2 * footer.length);
                words.putInt(word(footer, random), word);
            }
            return footer;
        }
    },
    SWAPPED_WORDS {
        @Override
        byte[] change(byte[] footer, SplittableRandom random) {
            ByteBuffer words = ByteBuffer.wrap(footer).order(ByteOrder.LITTLE_ENDIAN);
            int one = word(footer, random);
            int other = word(footer, random);
            int kept = words.getInt(one);
            words.putInt(one, words.getInt(other));
            words.putInt(other, kept);
            return footer;
        }
    },
    /** Offsets that are a little more or less lead into the middle of tables. */
    NUDGED_WORDS {
        @Override
        byte[] change(byte[] footer, SplittableRandom random) {
            ByteBuffer words = ByteBuffer.wrap(footer).order(ByteOrder.LITTLE_ENDIAN);
            int at = word(footer, random);
            words.putInt(at, words.getInt(at) + 4 * (random.nextInt(33) - 16));
            return footer;
        }
    },
    ZEROES {
        @Override
        byte[] change(byte[] footer, SplittableRandom random) {
            int from = random.nextInt(footer.length);
            Arrays.fill(footer, from, Math.min(footer.length, from + 1 + random.nextInt(64)), (byte) 0);
            return footer;
        }
    },
    COPIED {
        @Override
        byte[] change(byte[] footer, SplittableRandom random) {
            int length = random.nextInt(1 + footer.length / 4);
            int to = word(footer, random);
            System.arraycopy(
                    footer, word(footer, random, length), footer, Math.min(to, footer.length - length), length);
            return footer;
        }
    },
    CUT_FRONT {
        @Override
        byte[] change(byte[] footer, SplittableRandom random) {
            return Arrays.copyOfRange(footer, Math.min(footer.length - LEAST, 4 + random.nextInt(64)), footer.length);
        }
    },
    CUT_BACK {
        @Override
        byte[] change(byte[] footer, SplittableRandom random) {
            return Arrays.copyOf(footer, Math.max(LEAST, footer.length - 1 - random.nextInt(footer.length)));
        }
    },
    LONGER {
        @Override
        byte[] change(byte[] footer, SplittableRandom random) {
            return Arrays.copyOf(footer, footer.length + 1 + random.nextInt(1000));
        }
    },
    GARBAGE {
        @Override
        byte[] change(byte[] footer, SplittableRandom random) {
            return Hostile.bytes(LEAST + random.nextInt(2000), random);
        }
    },
    /** Small numbers are offsets and lengths that lead somewhere. */
    SMALL_NUMBERS {
        @Override
        byte[] change(byte[] footer, SplittableRandom random) {
            byte[] bytes = new byte[LEAST + random.nextInt(400)];
            for (int i = 0; i < bytes.length; i += 4) {
                bytes[i] = (byte) random.nextInt(64);
            }
            return bytes;
        }
    };

    private static final int LEAST = 32;

    /** Changes the bytes, in place or not. */
    abstract byte[] change(byte[] footer, SplittableRandom random);

    @Override
    public Verdict forge(FileDraft draft, SplittableRandom random) {
        SplittableRandom own = random.split();
        draft.lastly = draft.lastly.andThen(footer -> change(footer, own))::apply;
        return Verdict.EITHER;
    }

    private static int word(byte[] footer, SplittableRandom random) {
        return word(footer, random, Integer.BYTES);
    }

    /** A place on a boundary from which so many bytes are there. */
    private static int word(byte[] footer, SplittableRandom random, int length) {
        return random.nextInt(footer.length - length + 1) & -Integer.BYTES;
    }
}
