package io.github.tiercel.store;

import io.github.tiercel.arrow.BlockPlace;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** Record batches that are not where the footer says they are. */
enum PlaceForgery implements Forgery {
    OFFSET {
        @Override
        BlockPlace one(BlockPlace block, SplittableRandom random) {
            return new BlockPlace(Hostile.aLong(random), block.descriptionBytes(), block.bodyBytes());
        }
    },
    DESCRIPTION_LENGTH {
        @Override
        BlockPlace one(BlockPlace block, SplittableRandom random) {
            return new BlockPlace(block.offset(), Hostile.anInt(random), block.bodyBytes());
        }
    },
    BODY_LENGTH {
        @Override
        BlockPlace one(BlockPlace block, SplittableRandom random) {
            return new BlockPlace(block.offset(), block.descriptionBytes(), Hostile.aLong(random));
        }
    },
    NUDGED_OFFSET {
        @Override
        BlockPlace one(BlockPlace block, SplittableRandom random) {
            return new BlockPlace(block.offset() + nudge(random), block.descriptionBytes(), block.bodyBytes());
        }
    },
    NUDGED_BODY {
        @Override
        BlockPlace one(BlockPlace block, SplittableRandom random) {
            return new BlockPlace(block.offset(), block.descriptionBytes(), block.bodyBytes() + nudge(random));
        }
    },
    EVERYTHING {
        @Override
        BlockPlace one(BlockPlace block, SplittableRandom random) {
            return anywhere(random);
        }
    },
    /** The end of one message taken for the start of the next: the columns are found where they are. */
    BOUNDARY {
        @Override
        Verdict forge(List<BlockPlace> blocks, SplittableRandom random) {
            int i = random.nextInt(blocks.size());
            BlockPlace block = blocks.get(i);
            int by = random.nextInt(-most(block.descriptionBytes()), most(block.offset()) + 1);
            blocks.set(i, new BlockPlace(block.offset() - by, block.descriptionBytes() + by, block.bodyBytes()));
            return Verdict.refusedIf(i > 0 && by != 0);
        }
    },
    LEFT_OUT {
        @Override
        Verdict forge(List<BlockPlace> blocks, SplittableRandom random) {
            blocks.remove(random.nextInt(blocks.size()));
            return Verdict.REFUSED;
        }
    },
    REPEATED {
        @Override
        Verdict forge(List<BlockPlace> blocks, SplittableRandom random) {
            blocks.add(Hostile.one(blocks, random));
            return Verdict.REFUSED;
        }
    },
    /** Two batches at one place: theirs is the same shape, so only the place tells them apart. */
    OVERLAPPING {
        @Override
        Verdict forge(List<BlockPlace> blocks, SplittableRandom random) {
            Collections.fill(blocks, Hostile.one(blocks, random));
            return Verdict.refusedIf(blocks.size() > 1);
        }
    },
    SWAPPED {
        @Override
        Verdict forge(List<BlockPlace> blocks, SplittableRandom random) {
            Collections.reverse(blocks);
            return Verdict.refusedIf(blocks.size() > 1);
        }
    },
    /** Lengths whose sum passes 2^63 and comes round to where it must be. */
    WRAPPING {
        @Override
        Verdict forge(List<BlockPlace> blocks, SplittableRandom random) {
            BlockPlace first = blocks.get(0);
            long far = Long.MAX_VALUE - random.nextInt(1000);
            blocks.set(0, new BlockPlace(first.offset(), first.descriptionBytes(), far));
            blocks.add(1, new BlockPlace(first.body() + far, 0, first.bodyBytes() - far));
            return Verdict.REFUSED;
        }
    },
    MANY {
        @Override
        Verdict forge(List<BlockPlace> blocks, SplittableRandom random) {
            blocks.addAll(Collections.nCopies(1 + random.nextInt(4000), anywhere(random)));
            return Verdict.REFUSED;
        }
    };

    /** Changes one place, for those that do only that. */
    BlockPlace one(BlockPlace block, SplittableRandom random) {
        return block;
    }

    /** Changes a list that is not empty: one of it, or more where overridden. */
    Verdict forge(List<BlockPlace> blocks, SplittableRandom random) {
        int i = random.nextInt(blocks.size());
        BlockPlace before = blocks.get(i);
        BlockPlace after = one(before, random);
        blocks.set(i, after);
        return Verdict.refusedIf(!after.equals(before));
    }

    @Override
    public Verdict forge(FileDraft draft, SplittableRandom random) {
        List<BlockPlace> blocks = draft.footer.blocks();
        if (blocks.isEmpty()) {
            blocks.add(anywhere(random));
            return Verdict.REFUSED;
        }
        return forge(blocks, random);
    }

    /** As far as a boundary moves: another change may have left a negative or a huge number there. */
    private static int most(long bytes) {
        return (int) Math.max(0, Math.min(bytes, 1000));
    }

    private static int nudge(SplittableRandom random) {
        int by = 1 + random.nextInt(16);
        return random.nextBoolean() ? by : -by;
    }

    private static BlockPlace anywhere(SplittableRandom random) {
        return new BlockPlace(Hostile.aLong(random), Hostile.anInt(random), Hostile.aLong(random));
    }
}
