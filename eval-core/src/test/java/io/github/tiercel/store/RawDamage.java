package io.github.tiercel.store;

import io.github.tiercel.arrow.ArrowMessages;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.SplittableRandom;

/** What disks, copies and crashes make of a file; no checksum is mended. */
enum RawDamage {
    FLIPPED_BITS {
        @Override
        byte[] apply(byte[] bytes, byte[] other, SplittableRandom random) {
            for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            }
            return bytes;
        }
    },
    OVERWRITTEN {
        @Override
        byte[] apply(byte[] bytes, byte[] other, SplittableRandom random) {
            int from = random.nextInt(bytes.length);
            byte[] over = Hostile.bytes(Math.min(bytes.length - from, 1 + random.nextInt(600)), random);
            System.arraycopy(over, 0, bytes, from, over.length);
            return bytes;
        }
    },
    CUT_SHORT {
        @Override
        byte[] apply(byte[] bytes, byte[] other, SplittableRandom random) {
            return Arrays.copyOf(bytes, random.nextInt(bytes.length));
        }
    },
    CUT_AT_A_PAGE {
        @Override
        byte[] apply(byte[] bytes, byte[] other, SplittableRandom random) {
            return Arrays.copyOf(bytes, random.nextInt(bytes.length) / PAGE * PAGE);
        }
    },
    ZERO_TAIL {
        @Override
        byte[] apply(byte[] bytes, byte[] other, SplittableRandom random) {
            Arrays.fill(bytes, random.nextInt(bytes.length), bytes.length, (byte) 0);
            return bytes;
        }
    },
    ZERO_PAGE {
        @Override
        byte[] apply(byte[] bytes, byte[] other, SplittableRandom random) {
            int page = random.nextInt(bytes.length) / PAGE * PAGE;
            Arrays.fill(bytes, page, Math.min(bytes.length, page + PAGE), (byte) 0);
            return bytes;
        }
    },
    ZERO_RANGE {
        @Override
        byte[] apply(byte[] bytes, byte[] other, SplittableRandom random) {
            int from = random.nextInt(bytes.length);
            Arrays.fill(bytes, from, Math.min(bytes.length, from + 1 + random.nextInt(PAGE)), (byte) 0);
            return bytes;
        }
    },
    INSERTED {
        @Override
        byte[] apply(byte[] bytes, byte[] other, SplittableRandom random) {
            int at = random.nextInt(bytes.length + 1);
            return joined(bytes, at, Hostile.bytes(1 + random.nextInt(100), random), bytes, at);
        }
    },
    DELETED {
        @Override
        byte[] apply(byte[] bytes, byte[] other, SplittableRandom random) {
            int from = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, from + 1 + random.nextInt(100));
            return joined(bytes, from, new byte[0], bytes, to);
        }
    },
    SWAPPED {
        @Override
        byte[] apply(byte[] bytes, byte[] other, SplittableRandom random) {
            int length = 1 + random.nextInt(Math.min(PAGE, bytes.length / 2));
            int one = random.nextInt(bytes.length - 2 * length + 1);
            int two = one + length + random.nextInt(bytes.length - 2 * length - one + 1);
            byte[] kept = Arrays.copyOfRange(bytes, one, one + length);
            System.arraycopy(bytes, two, bytes, one, length);
            System.arraycopy(kept, 0, bytes, two, length);
            return bytes;
        }
    },
    DUPLICATED {
        @Override
        byte[] apply(byte[] bytes, byte[] other, SplittableRandom random) {
            int from = random.nextInt(bytes.length);
            int to = from + 1 + random.nextInt(bytes.length - from);
            return joined(bytes, to, new byte[0], bytes, from);
        }
    },
    /** The start of one file and the end of another. */
    SPLICED {
        @Override
        byte[] apply(byte[] bytes, byte[] other, SplittableRandom random) {
            int cut = random.nextInt(bytes.length);
            int from = random.nextBoolean() ? Math.min(cut, other.length) : random.nextInt(other.length);
            return random.nextBoolean()
                    ? joined(bytes, cut, new byte[0], other, from)
                    : joined(other, from, new byte[0], bytes, cut);
        }
    },
    GARBAGE {
        @Override
        byte[] apply(byte[] bytes, byte[] other, SplittableRandom random) {
            byte[] garbage = Hostile.bytes(random.nextInt(3000), random);
            int magic = Math.min(ArrowMessages.magic().length, garbage.length);
            System.arraycopy(ArrowMessages.magic(), 0, garbage, 0, magic);
            System.arraycopy(ArrowMessages.magic(), 0, garbage, garbage.length - magic, magic);
            return garbage;
        }
    },
    FOOTER_LENGTH {
        @Override
        byte[] apply(byte[] bytes, byte[] other, SplittableRandom random) {
            int length = random.nextBoolean() ? Hostile.anInt(random) : random.nextInt(bytes.length);
            int at = bytes.length - ArrowMessages.magic().length - Integer.BYTES;
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(at, length);
            return bytes;
        }
    };

    private static final int PAGE = 4096;

    /**
     * Damages a file.
     *
     * @param bytes the file, which is changed in place or not
     * @param other another whole file
     */
    abstract byte[] apply(byte[] bytes, byte[] other, SplittableRandom random);

    private static byte[] joined(byte[] head, int headEnd, byte[] middle, byte[] tail, int tailStart) {
        return ByteBuffer.allocate(headEnd + middle.length + tail.length - tailStart)
                .put(head, 0, headEnd)
                .put(middle)
                .put(tail, tailStart, tail.length - tailStart)
                .array();
    }
}
