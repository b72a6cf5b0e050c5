package io.github.tiercel.store;

import io.github.tiercel.files.DiskFailure;
import io.github.tiercel.files.Forced;
import io.github.tiercel.files.Names;
import io.github.tiercel.files.NewFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where things are in the folder of a store.
 *
 * <pre>
 * VERSION                             layout version, such as 1.0; an unknown major is refused
 * locks.bin                           byte-range locks; never deleted, always empty
 * orders/&lt;sha256 of source&gt;.arrow     the strata in which a source's rows were first ordered
 * rows/&lt;order&gt;/keys.arrow              the keys of an order's rows, by position
 * rows/&lt;order&gt;/labels-....arrow       their labels, for people who export scores
 * ab/&lt;sha256 of key&gt;/key.txt          what the key was made of
 * ab/&lt;sha256 of key&gt;/0-65536.arrow    scores of these positions, immutable; ab are the first digits of the key
 * uses/&lt;order&gt;/&lt;uuid&gt;.uses            how often models were evaluated on an order's rows
 * quarantine/                         files that failed a check
 * </pre>
 *
 * <p>Any number of threads and processes may use a folder at once.
 */
final class StoreLayout {

    private static final String VERSION = "VERSION";
    private static final int MAJOR = 1;
    private static final String VERSION_TEXT = MAJOR + ".0\n";
    private static final Pattern VERSION_PATTERN = Pattern.compile("(\\d{1,9})\\.\\d{1,9}\\s*");
    private static final int FAN_OUT_DIGITS = 2;
    private static final Pattern FAN_OUT = Pattern.compile("[0-9a-f]{2}");
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");

    private final Path root;
    private final boolean readOnly;

    private StoreLayout(Path root, boolean readOnly) {
        this.root = root;
        this.readOnly = readOnly;
    }

    /**
     * Opens a folder, which becomes a store if it is empty or does not exist.
     *
     * @throws StoreException if it is something else, was made by a newer version, or cannot be made or read
     */
    static StoreLayout open(Path folder) {
        return open(folder, false);
    }

    /**
     * Opens a store that stays as it is.
     *
     * @throws StoreException if there is none, or one made by a newer version, or it cannot be read
     */
    static StoreLayout openReadOnly(Path folder) {
        return open(folder, true);
    }

    private static StoreLayout open(Path folder, boolean readOnly) {
        try {
            return readOnly ? openedReadOnly(folder) : opened(folder);
        } catch (IOException | UncheckedIOException e) {
            String message = "The prediction store " + folder + " cannot be opened (" + DiskFailure.reason(e)
                    + "): name a folder that can.";
            throw new StoreException(message, e);
        }
    }

    private static void makeAll(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (NoSuchFileException e) {
            // Nothing is gone: some file systems, such as /proc, have folders but take none.
            FileSystemException refusal =
                    new FileSystemException(folder.toString(), null, "no folder can be made there");
            refusal.initCause(e);
            throw refusal;
        }
    }

    private static StoreLayout opened(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            if (Files.exists(folder)) {
                throw new StoreException("The prediction store " + folder + " is a file: name a folder.");
            }
            makeAll(folder);
        }
        Path root = folder.toRealPath();
        Path version = root.resolve(VERSION);
        if (!Files.exists(version)) {
            requireEmpty(root);
            writeVersion(root);
        }
        requireKnown(root, Files.readString(version, StandardCharsets.ISO_8859_1));
        return new StoreLayout(root, false);
    }

    private static StoreLayout openedReadOnly(Path folder) throws IOException {
        Path version = folder.resolve(VERSION);
        if (!Files.exists(version)) {
            throw new StoreException("There is no prediction store at " + folder
                    + ": name the folder of one, or make one by evaluating a" + " model with it.");
        }
        Path root = folder.toRealPath();
        requireKnown(root, Files.readString(version, StandardCharsets.ISO_8859_1));
        return new StoreLayout(root, true);
    }

    private static void writeVersion(Path root) throws IOException {
        NewFile.create(root, VERSION, VERSION_TEXT.getBytes(StandardCharsets.US_ASCII));
    }

    /** Somebody else may be making a store of the folder, or was stopped while doing so. */
    private static void requireEmpty(Path root) throws IOException {
        try (Stream<Path> files = Files.list(root)) {
            if (files.anyMatch(file -> !NewFile.isTemporary(file) && !file.endsWith(VERSION))) {
                throw new StoreException(
                        "The folder " + root
                                + " is not empty and not a prediction store: name an empty folder, or one that does not exist.");
            }
        }
    }

    private static void requireKnown(Path root, String version) {
        Matcher matcher = VERSION_PATTERN.matcher(version);
        if (!matcher.matches()) {
            throw new StoreException("The prediction store " + root
                    + " has a VERSION that cannot be read: write 1.0 into it, or name another folder.");
        }
        if (Integer.parseInt(matcher.group(1)) != MAJOR) {
            throw new StoreException("The prediction store " + root + " has layout " + version.strip()
                    + " and this version of Tiercel reads " + MAJOR
                    + ".x: use the version that made it, or name another folder.");
        }
    }

    /** {@return the store's folder, without links in its path} */
    Path root() {
        return root;
    }

    /** {@return whether nothing in the folder is to be changed} */
    boolean isReadOnly() {
        return readOnly;
    }

    Path locks() {
        return root.resolve("locks.bin");
    }

    Path orders() {
        return root.resolve("orders");
    }

    Path rows() {
        return root.resolve("rows");
    }

    /** {@return the folder of what is known of the rows of an order} */
    Path rows(String order) {
        return rows().resolve(order);
    }

    Path uses() {
        return root.resolve("uses");
    }

    /** {@return the folder of how often the rows of an order were used} */
    Path uses(String order) {
        return uses().resolve(order);
    }

    /** {@return the folder of a key's segments} */
    Path folder(String keyHex) {
        return root.resolve(keyHex.substring(0, FAN_OUT_DIGITS)).resolve(keyHex);
    }

    /** {@return the hexadecimal digits of the keys that have a folder, in ascending order} */
    List<String> keys() throws IOException {
        List<String> keys = new ArrayList<>();
        for (Path fan : Names.in(root, FAN_OUT)) {
            Names.in(fan, KEY).forEach(key -> keys.add(String.valueOf(key.getFileName())));
        }
        keys.sort(Comparator.naturalOrder());
        return keys;
    }

    /** {@return the orders whose use is counted, in ascending order} */
    List<String> countedOrders() throws IOException {
        return Names.in(uses(), KEY).stream()
                .map(folder -> String.valueOf(folder.getFileName()))
                .sorted()
                .toList();
    }

    Quarantine quarantine() {
        return new Quarantine(root.resolve("quarantine"), readOnly);
    }

    /**
     * Makes a folder below the root if it is not there, and sees to it that its name is kept.
     *
     * @throws NoSuchFileException if the root itself is gone: whoever deleted it does not want it back
     */
    void make(Path folder) throws IOException {
        if (!Files.exists(root.resolve(VERSION))) {
            // Somebody emptied the store; without this, nobody could open again what is written from now on.
            writeVersion(root);
        }
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder);
        for (Path made = folder; made != null && !made.equals(root); made = made.getParent()) {
            Forced.name(made);
        }
    }
}
