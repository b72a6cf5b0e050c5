/** Reads CSV, Parquet, JSON lines and folders of Parquet into columns, with selection and filter pushed down. */
@NullMarked
package io.github.tiercel.duckdb;

import org.jspecify.annotations.NullMarked;
