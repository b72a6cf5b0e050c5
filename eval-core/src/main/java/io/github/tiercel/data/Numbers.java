package io.github.tiercel.data;

/** Reads a column as numbers. */
final class Numbers {

    private Numbers() {}

    static double[] of(Column column, String role, String source) {
        double[] values = new double[column.rows()];
        if (column instanceof NumberColumn numbers) {
            for (int row = 0; row < values.length; row++) {
                values[row] = numbers.value(row);
            }
            return values;
        }
        if (column instanceof IntegerColumn integers) {
            for (int row = 0; row < values.length; row++) {
                values[row] = integers.value(row);
            }
            return values;
        }
        throw notNumbers(column, role, source);
    }

    private static DataException notNumbers(Column column, String role, String source) {
        Offenders text = Offenders.of(column.rows(), row -> !column.isMissing(row) && !isNumber(column.text(row)));
        String example = text.exist() ? ", \"" + Shown.of(column.text(text.first())) + "\" " + text.where() : "";
        return new DataException(
                "NO_NUMBERS",
                "Column \"" + column.name() + "\" of " + source + " holds text" + example + ", but " + role
                        + " must be numbers. Name another column or mend the file.");
    }

    private static boolean isNumber(String text) {
        try {
            Double.parseDouble(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
