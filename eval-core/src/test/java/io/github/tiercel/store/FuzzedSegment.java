package io.github.tiercel.store;

import io.github.tiercel.arrow.BlockPlace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A damaged file of a segment, and what is asked of it.
 *
 * @param intact the segment that it was
 * @param name the positions that are asked for, which a file may claim to have though it has others
 * @param rows how many of them are wanted
 */
record FuzzedSegment(FuzzedFile file, IntactSegment intact, SegmentName name, int rows) {

    /** The part that the parser is most of stands twice. */
    private static final List<List<Forgery>> FAMILIES = List.of(
            List.of(PlaceForgery.values()),
            List.of(SchemaForgery.values()),
            List.of(TextForgery.values()),
            List.of(MessageForgery.values()),
            List.of(FooterForgery.values()),
            List.of(FooterForgery.values()));

    static FuzzedSegment of(IntactSegment intact, IntactSegment other, SplittableRandom random)
            throws CorruptFileException {
        int kind = random.nextInt(100);
        if (kind < 35) {
            return asked(FuzzedFile.raw(intact.bytes(), other.bytes(), random), intact, intact.name(), random);
        }
        if (kind < 90) {
            return asked(FuzzedFile.forged(intact.bytes(), FAMILIES, random), intact, intact.name(), random);
        }
        if (kind < 98) {
            return claimed(intact, random);
        }
        return asked(FuzzedFile.taken(intact.bytes(), other.bytes()), intact, intact.name(), random);
    }

    private static FuzzedSegment asked(
            FuzzedFile file, IntactSegment intact, SegmentName name, SplittableRandom random) {
        int rows =
                switch (random.nextInt(3)) {
                    case 0 -> name.rows();
                    case 1 -> 1 + random.nextInt(name.rows());
                    default -> Integer.MAX_VALUE;
                };
        return new FuzzedSegment(file, intact, name, rows);
    }

    /** A file whose name and footer tell the same positions, which are not those of its columns. */
    private static FuzzedSegment claimed(IntactSegment intact, SplittableRandom random) throws CorruptFileException {
        SegmentName name = otherName(intact, random);
        FileDraft draft = FileDraft.of(intact.bytes());
        if (random.nextInt(8) > 0) {
            draft.footer.say("from", String.valueOf(name.from()));
            draft.footer.say("to", String.valueOf(name.to()));
        }
        if (random.nextBoolean()) {
            layOut(draft, shape(intact, name));
        }
        return asked(FuzzedFile.claimed(draft), intact, name, random);
    }

    /** Names positions that take other space than the segment's: of those that take the same nobody could tell. */
    private static SegmentName otherName(IntactSegment intact, SplittableRandom random) {
        while (true) {
            int from = random.nextBoolean() ? intact.segment().from() : random.nextInt(1000);
            int rows = random.nextInt(16) == 0 ? Integer.MAX_VALUE : 1 + random.nextInt(1 << random.nextInt(1, 21));
            SegmentName name = new SegmentName(from, (int) Math.min(Integer.MAX_VALUE, (long) from + rows));
            if (bodyBytes(shape(intact, name)) != bodyBytes(shape(intact, intact.name()))) {
                return name;
            }
        }
    }

    private static long bodyBytes(TableShape shape) {
        long bytes = 0;
        for (int batch = 0; batch < shape.batches(); batch++) {
            bytes += shape.bodyBytes(batch);
        }
        return bytes;
    }

    private static TableShape shape(IntactSegment intact, SegmentName name) {
        ColumnType type = ColumnType.of(intact.key().outputs().precision());
        return new TableShape(intact.key().outputs().names(), type, name.rows());
    }

    /** Makes the footer list all batches that there would be, and a checksum for each of their columns. */
    private static void layOut(FileDraft draft, TableShape shape) {
        BlockPlace first = draft.footer.blocks().get(0);
        List<BlockPlace> blocks = new ArrayList<>();
        long position = first.offset();
        for (int batch = 0; batch < shape.batches(); batch++) {
            BlockPlace block = new BlockPlace(position, first.descriptionBytes(), shape.bodyBytes(batch));
            blocks.add(block);
            position = block.end();
        }
        draft.footer.blocks = blocks;
        int sums = Math.min(100_000, shape.batches() * shape.columns());
        draft.footer.say(ColumnFileWriter.BLOCKS, Checksums.joined(Collections.nCopies(sums, "00000000")));
    }
}
