package io.github.tiercel.store;

import com.google.flatbuffers.FlatBufferBuilder;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** The texts of one footer: many entries may point at one, which is how a small footer claims to hold a lot. */
final class TextPool {

    private final IdentityHashMap<String, Integer> places = new IdentityHashMap<>();

    /** Returns where a text is; 0, which is nowhere, for none. */
    int write(FlatBufferBuilder builder, @Nullable String text) {
        return text == null ? 0 : places.computeIfAbsent(text, builder::createString);
    }
}
