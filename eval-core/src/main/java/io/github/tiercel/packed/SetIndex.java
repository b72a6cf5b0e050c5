package io.github.tiercel.packed;

import java.util.List;

/** A packed set's description, and where everything is in its files. */
record SetIndex(SetDescription description, List<RangeFile> files, List<Dictionary> dictionaries) {

    SetIndex {
        files = List.copyOf(files);
        dictionaries = List.copyOf(dictionaries);
    }

    long bytes() {
        return files.stream().mapToLong(RangeFile::bytes).sum();
    }
}
