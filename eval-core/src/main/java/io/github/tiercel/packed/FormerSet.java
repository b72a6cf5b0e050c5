package io.github.tiercel.packed;

import io.github.tiercel.data.DataException;
import io.github.tiercel.files.Names;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The set that was under a name, out of the way while another takes its place. It is deleted only when that one is
 * there; if it never comes the former gets its name back, from the next packing if this one is killed.
 */
final class FormerSet {

    private static final String ENDING = ".old";

    private final Path aside;
    private final Path target;

    private FormerSet(Path aside, Path target) {
        this.aside = aside;
        this.target = target;
    }

    /** Frees a name; nothing happens if it is free. */
    static FormerSet setAside(Path target) throws IOException {
        Path aside = SetFolder.parent(target).resolve(prefix(target) + UUID.randomUUID() + ENDING);
        if (Files.exists(target)) {
            SetFolder.requireReplaceable(target);
            try {
                Files.move(target, aside, StandardCopyOption.ATOMIC_MOVE);
            } catch (NoSuchFileException e) {
                // Somebody else has set it aside.
                return new FormerSet(aside, target);
            }
        }
        return new FormerSet(aside, target);
    }

    /** Puts back what a killed packing has set aside and not replaced, and deletes what it has replaced. */
    static void settle(Path target) throws IOException {
        for (Path aside : left(target)) {
            FormerSet former = new FormerSet(aside, target);
            if (former.isWhole()) {
                former.putBack();
            }
            former.delete();
        }
    }

    private static List<Path> left(Path target) throws IOException {
        Pattern name = Pattern.compile(Pattern.quote(prefix(target)) + "[0-9a-f-]{36}" + Pattern.quote(ENDING));
        return Names.in(SetFolder.parent(target), name);
    }

    private static String prefix(Path target) {
        return "." + target.getFileName() + ".";
    }

    /** One that is not whole was on its way out when its packing was killed. */
    private boolean isWhole() {
        try {
            SetFolder.read(aside);
            return true;
        } catch (DataException e) {
            return false;
        }
    }

    /** Gives the set its name back, unless another has got it. */
    void putBack() throws IOException {
        if (Files.exists(target)) {
            return;
        }
        try {
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // Another has got the name meanwhile, or another packing has put this one back.
            if (Files.exists(aside) && !Files.exists(target)) {
                throw e;
            }
        }
    }

    /** Deletes the set, which another has replaced. */
    void delete() {
        SetFolder.delete(aside);
    }
}
