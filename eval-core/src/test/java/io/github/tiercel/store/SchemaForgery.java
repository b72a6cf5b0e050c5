package io.github.tiercel.store;

import com.google.flatbuffers.FlatBufferBuilder;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.apache.arrow.flatbuf.Bool;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.FixedSizeBinary;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.Struct_;
import org.apache.arrow.flatbuf.Type;
import org.apache.arrow.flatbuf.Utf8;

/** Footers whose columns are others than the file's. */
enum SchemaForgery implements Forgery {
    RENAMED {
        @Override
        FieldDraft one(FieldDraft field, SplittableRandom random) {
            return field.named(field.name() + "x");
        }
    },
    NAMELESS {
        @Override
        FieldDraft one(FieldDraft field, SplittableRandom random) {
            return field.named(null);
        }
    },
    LONG_NAME {
        @Override
        FieldDraft one(FieldDraft field, SplittableRandom random) {
            return field.named(Hostile.longText(random));
        }
    },
    NULLABLE {
        @Override
        FieldDraft one(FieldDraft field, SplittableRandom random) {
            return field.asNullable();
        }
    },
    ENCODED {
        @Override
        FieldDraft one(FieldDraft field, SplittableRandom random) {
            return field.encoded();
        }
    },
    PARENT {
        @Override
        FieldDraft one(FieldDraft field, SplittableRandom random) {
            return nested(field, 1 + random.nextInt(500));
        }
    },
    OTHER_TYPE {
        @Override
        FieldDraft one(FieldDraft field, SplittableRandom random) {
            return otherType(field, random);
        }
    },
    NO_TYPE {
        @Override
        FieldDraft one(FieldDraft field, SplittableRandom random) {
            return field.typed(field.declared(), builder -> 0);
        }
    },
    /** The name in one list, the type's own table of another kind. */
    DECLARED_OTHERWISE {
        @Override
        Verdict forge(List<FieldDraft> fields, SplittableRandom random) {
            fields.replaceAll(field -> field.declared((byte) random.nextInt(-2, 30)));
            return Verdict.EITHER;
        }
    },
    /** Another type of the store's own for every column. */
    RETYPED {
        @Override
        Verdict forge(List<FieldDraft> fields, SplittableRandom random) {
            ColumnType type = Hostile.one(List.of(ColumnType.values()), random);
            FieldDraft as = FieldDraft.of("", type);
            fields.replaceAll(field -> field.typed(as.declared(), as.type()));
            return Verdict.EITHER;
        }
    },
    ADDED {
        @Override
        Verdict forge(List<FieldDraft> fields, SplittableRandom random) {
            fields.add(random.nextInt(fields.size() + 1), fields.get(0).named(Hostile.text(random)));
            return Verdict.REFUSED;
        }
    },
    LEFT_OUT {
        @Override
        Verdict forge(List<FieldDraft> fields, SplittableRandom random) {
            fields.remove(random.nextInt(fields.size()));
            return Verdict.REFUSED;
        }
    },
    REPEATED {
        @Override
        Verdict forge(List<FieldDraft> fields, SplittableRandom random) {
            fields.add(Hostile.one(fields, random));
            return Verdict.REFUSED;
        }
    },
    SWAPPED {
        @Override
        Verdict forge(List<FieldDraft> fields, SplittableRandom random) {
            Collections.reverse(fields);
            return Verdict.refusedIf(fields.size() > 1);
        }
    },
    NONE {
        @Override
        Verdict forge(List<FieldDraft> fields, SplittableRandom random) {
            fields.clear();
            return Verdict.REFUSED;
        }
    },
    /** One column that the list names many times: read one by one, its name is many times as long as the file. */
    ONE_MANY_TIMES {
        @Override
        Verdict forge(List<FieldDraft> fields, SplittableRandom random) {
            FieldDraft one = fields.get(0).named(Hostile.longText(random));
            fields.addAll(Collections.nCopies(1 + random.nextInt(6000), one));
            return Verdict.REFUSED;
        }
    },
    NO_LIST {
        @Override
        public Verdict forge(FileDraft draft, SplittableRandom random) {
            draft.footer.fields = null;
            return Verdict.REFUSED;
        }
    },
    NO_SCHEMA {
        @Override
        public Verdict forge(FileDraft draft, SplittableRandom random) {
            draft.footer.hasSchema = false;
            return Verdict.REFUSED;
        }
    },
    VERSION {
        @Override
        public Verdict forge(FileDraft draft, SplittableRandom random) {
            draft.footer.version = (short) Hostile.anInt(random);
            return Verdict.refusedIf(draft.footer.version != MetadataVersion.V5);
        }
    },
    BIG_ENDIAN {
        @Override
        public Verdict forge(FileDraft draft, SplittableRandom random) {
            draft.footer.endianness = random.nextBoolean() ? Endianness.Big : (short) Hostile.anInt(random);
            return Verdict.refusedIf(draft.footer.endianness != Endianness.Little);
        }
    },
    DICTIONARIES {
        @Override
        public Verdict forge(FileDraft draft, SplittableRandom random) {
            draft.footer.dictionaries = random.nextInt(-1, 3);
            return Verdict.refusedIf(draft.footer.dictionaries > 0);
        }
    };

    /** Changes one column, for those that do only that. */
    FieldDraft one(FieldDraft field, SplittableRandom random) {
        return field;
    }

    /** Changes a list that is not empty: one of it, or more where overridden. */
    Verdict forge(List<FieldDraft> fields, SplittableRandom random) {
        int i = random.nextInt(fields.size());
        FieldDraft before = fields.get(i);
        FieldDraft after = one(before, random);
        fields.set(i, after);
        return Verdict.refusedIf(!after.equals(before));
    }

    @Override
    public Verdict forge(FileDraft draft, SplittableRandom random) {
        List<FieldDraft> fields = draft.footer.fields();
        if (fields.isEmpty()) {
            fields.add(FieldDraft.of("x", ColumnType.FLOAT64));
            return Verdict.EITHER;
        }
        return forge(fields, random);
    }

    private static FieldDraft nested(FieldDraft field, int levels) {
        FieldDraft nested = field;
        for (int level = 0; level < levels; level++) {
            nested = field.above(nested);
        }
        return nested;
    }

    private static FieldDraft otherType(FieldDraft field, SplittableRandom random) {
        int kind = random.nextInt(6);
        return switch (kind) {
            case 0 -> field.typed(Type.Utf8, table(Utf8::startUtf8, Utf8::endUtf8));
            case 1 -> field.typed(Type.Bool, table(Bool::startBool, Bool::endBool));
            case 2 -> field.typed(Type.Struct_, table(Struct_::startStruct_, Struct_::endStruct_));
            case 3 ->
                field.typed(
                        Type.FixedSizeBinary,
                        builder -> FixedSizeBinary.createFixedSizeBinary(builder, Hostile.anInt(random)));
            case 4 -> field.typed(Type.Int, builder -> Int.createInt(builder, bits(random), true));
            default ->
                field.typed(Type.FloatingPoint, builder -> FloatingPoint.createFloatingPoint(builder, Precision.HALF));
        };
    }

    private static int bits(SplittableRandom random) {
        return random.nextBoolean() ? 8 << random.nextInt(4) : Hostile.anInt(random);
    }

    private static ToIntFunction<FlatBufferBuilder> table(
            Consumer<FlatBufferBuilder> start, ToIntFunction<FlatBufferBuilder> end) {
        return builder -> {
            start.accept(builder);
            return end.applyAsInt(builder);
        };
    }
}
