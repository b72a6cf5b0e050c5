package io.github.tiercel.duckdb;

import io.github.tiercel.data.DataException;
import java.util.Locale;

/** What a file holds, told by its name. */
enum FileFormat {
    CSV,
    JSON,
    PARQUET;

    private static final String SUPPORTED =
            ".csv, .tsv, .json, .jsonl and .ndjson (each also with .gz), .parquet, or a folder of .parquet files";

    static FileFormat of(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        return switch (plain.substring(plain.lastIndexOf('.') + 1)) {
            case "csv", "tsv" -> CSV;
            case "json", "jsonl", "ndjson" -> JSON;
            default -> parquet(fileName, name);
        };
    }

    private static FileFormat parquet(String fileName, String name) {
        if (!name.endsWith(".parquet")) {
            throw new DataException(
                    "UNKNOWN_FORMAT",
                    "Cannot tell what " + fileName + " holds by its name. Supported: " + SUPPORTED + ".");
        }
        return PARQUET;
    }
}
