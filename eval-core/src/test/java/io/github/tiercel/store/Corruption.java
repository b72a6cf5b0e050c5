package io.github.tiercel.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** What can happen to a file of a store while nobody looks. */
enum Corruption {
    FLIPPED_BIT {
        @Override
        byte[] of(byte[] bytes, SplittableRandom random) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            return bytes;
        }
    },
    FLIPPED_BIT_IN_THE_FOOTER {
        @Override
        byte[] of(byte[] bytes, SplittableRandom random) {
            int end = Math.min(bytes.length, 600);
            bytes[bytes.length - 1 - random.nextInt(end)] ^= (byte) (1 << random.nextInt(8));
            return bytes;
        }
    },
    FLIPPED_BIT_AT_THE_START {
        @Override
        byte[] of(byte[] bytes, SplittableRandom random) {
            bytes[random.nextInt(Math.min(bytes.length, 400))] ^= (byte) (1 << random.nextInt(8));
            return bytes;
        }
    },
    CUT_SHORT {
        @Override
        byte[] of(byte[] bytes, SplittableRandom random) {
            return Arrays.copyOf(bytes, random.nextInt(bytes.length));
        }
    },
    CUT_SHORT_AT_A_PAGE {
        @Override
        byte[] of(byte[] bytes, SplittableRandom random) {
            return Arrays.copyOf(bytes, (bytes.length - 1) / PAGE * PAGE);
        }
    },
    EMPTY {
        @Override
        byte[] of(byte[] bytes, SplittableRandom random) {
            return new byte[0];
        }
    },
    ZEROS_AT_THE_END {
        @Override
        byte[] of(byte[] bytes, SplittableRandom random) {
            Arrays.fill(bytes, random.nextInt(bytes.length), bytes.length, (byte) 0);
            return bytes;
        }
    },
    ZEROS_IN_A_PAGE {
        @Override
        byte[] of(byte[] bytes, SplittableRandom random) {
            int page = random.nextInt((bytes.length + PAGE - 1) / PAGE) * PAGE;
            Arrays.fill(bytes, page, Math.min(bytes.length, page + PAGE), (byte) 0);
            return bytes;
        }
    },
    MORE_BEHIND_IT {
        @Override
        byte[] of(byte[] bytes, SplittableRandom random) {
            byte[] longer = Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(100));
            longer[longer.length - 1] = 1;
            return longer;
        }
    },
    RANDOM_BYTES {
        @Override
        byte[] of(byte[] bytes, SplittableRandom random) {
            random.nextBytes(bytes);
            return bytes;
        }
    },
    ANOTHER_FILE_UNDER_ITS_NAME {
        @Override
        void on(Path file, List<Path> all, SplittableRandom random) throws IOException {
            Path other = all.get(random.nextInt(all.size()));
            if (!other.equals(file)) {
                Files.copy(other, file, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    },
    SWAPPED {
        @Override
        void on(Path file, List<Path> all, SplittableRandom random) throws IOException {
            Path other = all.get(random.nextInt(all.size()));
            byte[] mine = Files.readAllBytes(file);
            byte[] theirs = Files.readAllBytes(other);
            replace(file, theirs);
            replace(other, mine);
        }
    },
    GONE {
        @Override
        void on(Path file, List<Path> all, SplittableRandom random) throws IOException {
            Files.delete(file);
        }
    };

    private static final int PAGE = 4096;

    /** Damages a file. */
    void on(Path file, List<Path> all, SplittableRandom random) throws IOException {
        replace(file, of(Files.readAllBytes(file), random));
    }

    /** What the file's bytes become; those that exchange files have an action of their own. */
    byte[] of(byte[] bytes, SplittableRandom random) {
        return bytes;
    }

    /** Files are read-only, and deleting them first is quicker than changing that. */
    private static void replace(Path file, byte[] bytes) throws IOException {
        Files.deleteIfExists(file);
        Files.write(file, bytes);
    }
}
