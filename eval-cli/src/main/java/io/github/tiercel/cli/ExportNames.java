package io.github.tiercel.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the columns of an export are called. Most programs take names that differ in case alone for the same, so an
 * output whose name is taken gets a number behind it.
 *
 * @param outputs the names of the columns of scores
 * @param renamed what to tell of outputs that could not keep their names
 */
record ExportNames(List<String> outputs, List<String> renamed) {

    static final String KEY = "key";
    static final String LABEL = "label";

    ExportNames {
        outputs = List.copyOf(outputs);
        renamed = List.copyOf(renamed);
    }

    static ExportNames of(List<String> outputs) {
        return of(List.of(KEY, LABEL), outputs);
    }

    /** {@return names beside columns that have theirs already} */
    static ExportNames of(List<String> columns, List<String> outputs) {
        Set<String> taken = new HashSet<>();
        columns.forEach(column -> taken.add(column.toLowerCase(Locale.ROOT)));
        List<String> names = new ArrayList<>();
        List<String> renamed = new ArrayList<>();
        for (String output : outputs) {
            String name = free(output, taken);
            names.add(name);
            if (!name.equals(output)) {
                renamed.add("The output \"" + output + "\" is called \"" + name + "\" in the file, because its name "
                        + (output.isBlank() ? "is blank." : "is taken or no column can have it."));
            }
        }
        return new ExportNames(names, renamed);
    }

    private static String free(String output, Set<String> taken) {
        String plain = output.isBlank() ? "output" : output.replace('\0', '\uFFFD');
        String name = plain;
        for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
            name = plain + "_" + number;
        }
        return name;
    }

    List<String> columns(boolean hasLabels) {
        List<String> all = new ArrayList<>(hasLabels ? List.of(KEY, LABEL) : List.of(KEY));
        all.addAll(outputs);
        return all;
    }
}
