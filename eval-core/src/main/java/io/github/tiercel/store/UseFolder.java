package io.github.tiercel.store;

import io.github.tiercel.files.Names;
import io.github.tiercel.files.NewFile;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * How often the rows of an order were used, as files that each appear whole or not at all and whose counts add up:
 * nobody waits for anybody, and a process that is killed loses what it had not written. Immutable, safe for use by
 * several threads and processes.
 */
final class UseFolder {

    /** Where there are more files, they are put together. */
    static final int MOST_FILES = 64;

    /** Files may be put together between listing and reading, but hardly twice in a row. */
    private static final int LISTINGS = 3;

    /** Others may delete the folder while a file is on its way. */
    private static final int ATTEMPTS = 3;

    private final StoreLayout layout;
    private final String order;
    private final Path folder;

    UseFolder(StoreLayout layout, String order) {
        this.layout = layout;
        this.order = order;
        this.folder = layout.uses(order);
    }

    /**
     * What was found.
     *
     * @param counts the counts of all files together
     * @param files the names of the files, those included that others replace
     * @param isWhole whether no file was damaged, for such are not among these
     */
    record Found(UseTally counts, Set<String> files, boolean isWhole) {

        static Found nothing(boolean isWhole) {
            return new Found(new UseTally(), Set.of(), isWhole);
        }
    }

    Set<String> files() throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path file : Names.in(folder, UseFile.NAME)) {
            names.add(String.valueOf(file.getFileName()));
        }
        return names;
    }

    /** Reads all files; damaged ones are taken away and count as none. */
    Found read() throws IOException {
        Map<String, UseFile> read = new TreeMap<>();
        boolean isWhole = true;
        boolean isComplete = false;
        for (int listing = 0; !isComplete && listing < LISTINGS; listing++) {
            read.clear();
            isComplete = true;
            for (String name : files()) {
                try {
                    read.put(name, layout.quarantine().read(folder.resolve(name), file -> UseFile.read(file, order)));
                } catch (NoSuchFileException e) {
                    isComplete = false;
                } catch (CorruptFileException e) {
                    isWhole = false;
                }
            }
        }
        return new Found(sum(read), Set.copyOf(read.keySet()), isWhole);
    }

    private static UseTally sum(Map<String, UseFile> files) {
        Set<String> replaced = new HashSet<>();
        files.values().forEach(file -> replaced.addAll(file.replaces()));
        UseTally all = new UseTally();
        files.forEach((name, file) -> {
            if (!replaced.contains(name)) {
                all.add(file.counts());
            }
        });
        return all;
    }

    /**
     * Adds counts: once this returns they stay through a crash.
     *
     * @return the name of their file
     */
    String publish(UseTally counts) throws IOException {
        return publish(new UseFile(List.of(), counts));
    }

    private String publish(UseFile file) throws IOException {
        String name = UUID.randomUUID() + ".uses";
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return publish(name, file);
            } catch (NoSuchFileException e) {
                // Somebody deleted the folder meanwhile.
            }
        }
        return publish(name, file);
    }

    private String publish(String name, UseFile file) throws IOException {
        layout.make(folder);
        NewFile.create(folder, name, file.bytes(order));
        return name;
    }

    /**
     * Puts all files into one. To be called by who holds the order's lock: two at a time would count twice. The new
     * file names those that it replaces, so that a crash before they are deleted counts nothing twice.
     */
    void merge() throws IOException {
        Found found = read();
        if (found.files().size() > 1) {
            publish(new UseFile(List.copyOf(found.files()), found.counts()));
            found.files().forEach(name -> NewFile.deleteQuietly(folder.resolve(name)));
        }
    }
}
