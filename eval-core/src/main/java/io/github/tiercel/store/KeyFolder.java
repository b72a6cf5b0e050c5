package io.github.tiercel.store;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The folder of a key of which only the digits are known. */
final class KeyFolder {

    /** A text of a key is a few hundred bytes; whatever is larger than this is none. */
    private static final long LARGEST_TEXT = 1 << 20;

    private final StoreLayout layout;
    private final String hex;
    private final Path folder;

    private KeyFolder(StoreLayout layout, String hex) {
        this.layout = layout;
        this.hex = hex;
        this.folder = layout.folder(hex);
    }

    static KeyFolder of(StoreLayout layout, String hex) {
        return new KeyFolder(layout, hex);
    }

    /** Returns the key, if its text is there and is the one of these digits. */
    Optional<StoreKey> key() throws IOException {
        Path text = folder.resolve(SegmentFolder.KEY_FILE);
        try {
            return Files.size(text) > LARGEST_TEXT
                    ? Optional.empty()
                    : KeyText.parse(Files.readString(text))
                            .filter(key -> key.hex().equals(hex));
        } catch (NoSuchFileException | MalformedInputException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns what is stored under the key, if it can be told.
     *
     * @param rowsOfOrders how many rows each order has, as far as it was asked for; many keys have one order
     */
    Optional<StoredKey> stored(Map<String, Optional<Integer>> rowsOfOrders) throws IOException {
        Optional<StoreKey> key = key();
        if (key.isEmpty()) {
            return Optional.empty();
        }
        String order = key.get().order();
        Optional<Integer> rows = rowsOfOrders.get(order);
        if (rows == null) {
            rows = new RowRecords(layout, order).rows();
            rowsOfOrders.put(order, rows);
        }
        return Optional.of(stored(key.get(), rows));
    }

    private StoredKey stored(StoreKey key, Optional<Integer> rowsOfOrder) throws IOException {
        KeyUsage usage = KeyUsage.of(folder);
        List<SegmentName> names = usage.files().stream()
                .map(file -> SegmentName.parse(String.valueOf(file.getFileName())))
                .flatMap(Optional::stream)
                .sorted(SegmentName.IN_ORDER)
                .toList();
        return new StoredKey(
                hex,
                key.model(),
                key.order(),
                key.outputs(),
                key.batchRows(),
                contiguous(names),
                rowsOfOrder.map(OptionalInt::of).orElseGet(OptionalInt::empty),
                names.size(),
                usage.bytes(),
                usage.lastUsed());
    }

    private static int contiguous(List<SegmentName> names) {
        int rows = 0;
        for (SegmentName name : names) {
            rows = name.from() <= rows ? Math.max(rows, name.to()) : rows;
        }
        return rows;
    }
}
