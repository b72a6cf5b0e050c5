package io.github.tiercel.report;

import io.github.tiercel.result.SliceResult;
import java.util.List;

/** A slice by its column and value, in as few columns of a screen as there are. */
final class SliceName {

    private static final int LEAST = 16;
    private static final int MOST = 32;
    private static final String CUT = "…";

    private SliceName() {}

    static String of(SliceResult slice) {
        return slice.column() + "=" + slice.value();
    }

    /** {@return the columns that names should have at least, so that their values stay whole unless they are long} */
    static int least(List<String> names) {
        int widest = names.stream()
                .map(DisplayText::escaped)
                .mapToInt(name -> CUT.length() + 1 + DisplayText.width(name.substring(name.indexOf('='))))
                .max()
                .orElse(0);
        return Math.max(LEAST, Math.min(MOST, widest));
    }

    /** {@return the name; where there is no room with less of its column, and where that does not do, of its value} */
    static String cut(String name, int columns) {
        if (DisplayText.width(name) <= columns) {
            return name;
        }
        int sign = Math.max(0, name.indexOf('='));
        String value = name.substring(sign);
        int room = columns - DisplayText.width(value) - 1;
        return room > 0 && sign > 0
                ? DisplayText.prefix(name.substring(0, sign), room) + CUT + value
                : DisplayText.cutStart(value, columns);
    }
}
