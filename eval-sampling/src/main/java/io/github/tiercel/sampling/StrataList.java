package io.github.tiercel.sampling;

import java.util.ArrayList;
import java.util.List;

/** Collects the strata of a division one by one. */
final class StrataList {

    static final String OTHER = "other";

    private final List<String> names = new ArrayList<>();
    private final List<Strata.Merge> merges = new ArrayList<>();
    private final List<Integer> classes = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();

    /** Adds a stratum and returns its number. */
    int add(String name, int classIndex, int rows) {
        names.add(name);
        classes.add(classIndex);
        sizes.add(rows);
        return names.size() - 1;
    }

    void addMerge(int stratum, List<String> members) {
        merges.add(new Strata.Merge(stratum, members));
    }

    int[] sizes() {
        return sizes.stream().mapToInt(Integer::intValue).toArray();
    }

    int[] classes() {
        return classes.stream().mapToInt(Integer::intValue).toArray();
    }

    List<String> names() {
        return List.copyOf(names);
    }

    List<Strata.Merge> merges() {
        return List.copyOf(merges);
    }
}
