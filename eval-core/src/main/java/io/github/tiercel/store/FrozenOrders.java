package io.github.tiercel.store;

import io.github.tiercel.files.NewFile;
import io.github.tiercel.sampling.Strata;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The strata in which sources were first ordered. A source that comes back with other labels keeps them, and with them
 * its order and the scores that are stored in it.
 *
 * <p>Rows are those of a source in ascending order of their keys, whatever order the source gives them in. The first to
 * freeze a source wins. Immutable, safe for use by several threads and processes.
 */
final class FrozenOrders {

    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");

    private final StoreLayout layout;

    FrozenOrders(StoreLayout layout) {
        this.layout = layout;
    }

    /**
     * Finds the strata of a source; a damaged file is taken away and counts as none.
     *
     * @param source the SHA-256 of the source's row keys and features in key order, as 64 hexadecimal digits
     * @return the strata of its rows in ascending order of their keys
     */
    Optional<Strata> find(String source) throws IOException {
        Path file = layout.orders().resolve(fileName(source));
        try {
            return Optional.of(layout.quarantine().read(file, known -> OrderFile.read(known, source)));
        } catch (NoSuchFileException | CorruptFileException e) {
            return Optional.empty();
        }
    }

    /** Whether strata can be kept here. */
    boolean isReadOnly() {
        return layout.isReadOnly();
    }

    /**
     * Keeps the strata of a source, if none are kept yet. To be called only where that can be done.
     *
     * @param source the same as for {@link #find}
     * @param strata the strata of its rows in ascending order of their keys; see {@link Strata#ofRows}
     * @return those that are kept: these, or those of whoever came first
     */
    Strata freeze(String source, Strata strata) throws IOException {
        Optional<Strata> found = find(source);
        if (found.isPresent()) {
            return found.get();
        }
        layout.make(layout.orders());
        boolean created = NewFile.create(
                layout.orders(),
                fileName(source),
                channel -> OrderFile.write(channel, source, strata),
                file -> OrderFile.read(file, source));
        // Whoever came first may have left a file that was damaged since: then none is kept, and these serve as well.
        return created ? strata : find(source).orElse(strata);
    }

    private static String fileName(String source) {
        if (!FINGERPRINT.matcher(source).matches()) {
            throw new IllegalArgumentException("source must be 64 hexadecimal digits, got \"" + source + "\"");
        }
        return source + ".arrow";
    }
}
