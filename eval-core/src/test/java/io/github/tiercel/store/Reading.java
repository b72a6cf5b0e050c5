package io.github.tiercel.store;

import java.io.IOException;
import java.util.Optional;

/**
 * What a reader made of a file: one of the two is there.
 *
 * @param value what it read
 * @param refused why it read nothing
 */
record Reading<T>(Optional<T> value, Optional<CorruptFileException> refused) {

    /** Reads a file. */
    @FunctionalInterface
    interface Reader<T> {
        T read() throws IOException;
    }

    /** Reads, and lets pass whatever a reader throws that does not say that the file is damaged. */
    static <T> Reading<T> of(Reader<T> reader) throws IOException {
        try {
            return new Reading<>(Optional.of(reader.read()), Optional.empty());
        } catch (CorruptFileException e) {
            return new Reading<>(Optional.empty(), Optional.of(e));
        }
    }

    boolean isRefused() {
        return refused.isPresent();
    }

    /** Returns why nothing was read; empty if something was. */
    Optional<Refusal> reason(Object file) {
        return refused.map(e -> Refusal.of(e, String.valueOf(file)));
    }
}
