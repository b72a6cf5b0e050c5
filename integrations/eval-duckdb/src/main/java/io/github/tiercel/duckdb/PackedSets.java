package io.github.tiercel.duckdb;

import io.github.tiercel.data.DataException;
import io.github.tiercel.data.Fingerprint;
import io.github.tiercel.packed.PackedCatalog;
import io.github.tiercel.packed.PackedSet;
import io.github.tiercel.packed.PackedSetWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder of packed sets, found again by what was packed and what was asked: a source is packed once, and again only
 * if its bytes change or other wishes are made. Nothing is deleted here unless the {@linkplain #catalog() catalog} is
 * asked to; the folder may be, at any time when no set is in use. A set is in use from when it is asked for until the
 * process ends.
 *
 * <p><b>Other labels.</b> A source whose rows are those of a set in the folder, with the same keys and features but
 * other labels, weights or slices, keeps that set's strata and order, so that scores stored in it are found again. A
 * feature with another value, a row more or less, another seed, or strata that are asked for give a new order. Of two
 * lists of features one must hold the other; what is in both is compared.
 *
 * <p>The bytes of a source are hashed each time, unless its files have the length and time of change that they had when
 * they were hashed last.
 *
 * <p>Immutable, and safe for use by several threads and processes: if two pack the same at once, both get a whole set.
 *
 * <pre>{@code
 * PackedSet set = PackedSets.beside(storeFolder).of(DuckDbPacker.of(source, roles).features("distance"));
 * }</pre>
 *
 * @since 0.1
 */
public final class PackedSets {

    private final Path folder;

    private PackedSets(Path folder) {
        this.folder = folder;
    }

    /**
     * {@return the sets of a folder, which is made when there is one to keep}
     *
     * @param folder the folder
     */
    public static PackedSets in(Path folder) {
        return new PackedSets(folder);
    }

    /**
     * {@return the sets of the folder {@code packed} beside a store}
     *
     * @param store the store's folder
     */
    public static PackedSets beside(Path store) {
        return in(store.toAbsolutePath().normalize().resolveSibling("packed"));
    }

    /**
     * {@return the set of a source, packed now if it was not before}
     *
     * @param packer what to pack, and how
     * @throws DataException if the source cannot be read or evaluated, or the set not be written
     */
    public PackedSet of(DuckDbPacker packer) {
        return of(packer, (rows, all) -> {});
    }

    /**
     * {@return the set of a source, packed now if it was not before}
     *
     * @param packer what to pack, and how
     * @param progress told how far a packing is; never called if the set is there
     * @throws DataException if the source cannot be read or evaluated, or the set not be written
     */
    public PackedSet of(DuckDbPacker packer, DuckDbPacker.Progress progress) {
        Path source = packer.path().toAbsolutePath().normalize();
        Optional<String> state = state(source);
        String fingerprint = new KnownFingerprints(folder.resolve("fingerprints")).of(packer.path());
        String name = Fingerprint.of(fingerprint + "\n" + packer.options());
        PackedCatalog catalog = catalog();
        catalog.hold(name);
        PackedSet set = of(folder.resolve(name), fingerprint, packer, progress);
        state.ifPresent(known -> catalog.used(name, source, known));
        return set;
    }

    private PackedSet of(Path target, String fingerprint, DuckDbPacker packer, DuckDbPacker.Progress progress) {
        if (isWhole(target, fingerprint, packer)) {
            return PackedSet.open(target);
        }
        EarlierSets earlier = packer.earlierSets(catalog(), folder);
        try (PackedSetWriter writer = writer(target).checking(earlier::check)) {
            return packer.keeping(earlier).pack(writer, progress, fingerprint);
        } catch (EarlierSets.OtherRowsException e) {
            try (PackedSetWriter writer = writer(target)) {
                return packer.pack(writer, progress, fingerprint);
            }
        }
    }

    private static PackedSetWriter writer(Path target) {
        return PackedSetWriter.to(target).keepingOthers();
    }

    /** {@return what is in the folder, to be looked at and tidied up} */
    public PackedCatalog catalog() {
        return PackedCatalog.of(folder, PackedSets::state);
    }

    private static Optional<String> state(Path source) {
        try {
            return Optional.of(DataFiles.find(source).state());
        } catch (DataException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** A damaged one is packed again, as far as its damage is seen without reading it. */
    private static boolean isWhole(Path target, String fingerprint, DuckDbPacker packer) {
        try {
            return Files.exists(target) && PackedSet.open(target).isOf(fingerprint, packer.options());
        } catch (DataException e) {
            return false;
        }
    }
}
