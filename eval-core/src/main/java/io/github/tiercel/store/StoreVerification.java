package io.github.tiercel.store;

import io.github.tiercel.files.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One pass over every file of a store that has checksums. One thread. */
final class StoreVerification {

    private static final Pattern ORDER_FILE = Pattern.compile("([0-9a-f]{64})\\.arrow");
    private static final Pattern ORDER = Pattern.compile("[0-9a-f]{64}");

    private final StoreLayout layout;
    private final List<StoreCheck.Problem> problems = new ArrayList<>();
    private long files;
    private long bytes;

    StoreVerification(StoreLayout layout) {
        this.layout = layout;
    }

    StoreCheck run() throws IOException {
        for (String hex : layout.keys()) {
            verifyKey(hex);
        }
        for (Path file : Names.in(layout.orders(), ORDER_FILE)) {
            Matcher name = ORDER_FILE.matcher(String.valueOf(file.getFileName()));
            if (name.matches()) {
                check(file, () -> OrderFile.read(file, name.group(1)));
            }
        }
        for (Path folder : Names.in(layout.rows(), ORDER)) {
            verifyRows(folder, String.valueOf(folder.getFileName()));
        }
        for (String order : layout.countedOrders()) {
            verifyUses(layout.uses(order), order);
        }
        return new StoreCheck(files, bytes, problems);
    }

    private void verifyKey(String hex) throws IOException {
        Path text = layout.folder(hex).resolve(SegmentFolder.KEY_FILE);
        Optional<StoreKey> key = KeyFolder.of(layout, hex).key();
        if (key.isEmpty()) {
            if (Files.exists(text)) {
                // Without it nobody is told what the key is; whoever has the model finds its scores all the same.
                layout.quarantine().take(text);
                say(text, "it is not the text of this key");
            }
            return;
        }
        files++;
        bytes += Files.size(text);
        for (SegmentName name : SegmentFolder.of(layout, key.get()).list()) {
            Path file = layout.folder(hex).resolve(name.fileName());
            check(file, () -> SegmentFile.verify(file, key.get(), name));
        }
    }

    private void verifyRows(Path folder, String order) throws IOException {
        Path keys = folder.resolve(RowKeysFile.NAME);
        check(keys, () -> RowKeysFile.verify(keys, order));
        for (Path labels : Names.in(folder, RowLabelsFile.NAME)) {
            check(labels, () -> RowLabelsFile.read(labels, order));
        }
    }

    private void verifyUses(Path folder, String order) throws IOException {
        for (Path file : Names.in(folder, UseFile.NAME)) {
            check(file, () -> UseFile.read(file, order));
        }
    }

    private void check(Path file, Check check) throws IOException {
        try {
            bytes += layout.quarantine().read(file, known -> {
                check.run();
                return Files.size(known);
            });
            files++;
        } catch (NoSuchFileException e) {
            // Merged or deleted meanwhile.
        } catch (CorruptFileException e) {
            say(file, e.what());
        }
    }

    private void say(Path file, String what) {
        problems.add(new StoreCheck.Problem(layout.root().relativize(file).toString(), what, !Files.exists(file)));
    }

    private interface Check {
        void run() throws IOException;
    }
}
