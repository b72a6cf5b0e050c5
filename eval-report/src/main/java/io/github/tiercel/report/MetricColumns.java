package io.github.tiercel.report;

import java.util.List;

/** A group of columns that say something of each metric. */
interface MetricColumns {

    /** {@return the columns from left to right} */
    List<Column> columns();

    /**
     * {@return one cell a column, or fewer and a tail}
     *
     * @param metric the metric's name
     */
    Row row(String metric);
}
