/**
 * Reads CSV, Parquet, JSON lines and folders of Parquet into columns, with selection and filter pushed down, and writes
 * columns to Parquet and CSV.
 */
@NullMarked
package io.github.tiercel.duckdb;

import org.jspecify.annotations.NullMarked;
