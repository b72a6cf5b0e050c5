package io.github.tiercel.report;

import io.github.tiercel.result.ColumnSkew;
import io.github.tiercel.result.MissingSkew;
import io.github.tiercel.result.NumberSummary;
import io.github.tiercel.result.SkewBin;
import io.github.tiercel.result.SkewResult;
import io.github.tiercel.result.SkewTest;
import io.github.tiercel.result.SkewThresholds;
import io.github.tiercel.result.TypeMismatch;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * How the features of two data sets differ as JSON, in the form that {@code docs/skew.schema.json} describes; keys,
 * numbers and text as {@link ResultJson} writes them. All methods may be called from any thread.
 *
 * @since 0.1
 */
public final class SkewJson {

    private final JsonSink json;
    private final EstimateJson estimates;

    private SkewJson(JsonSink json) {
        this.json = json;
        this.estimates = new EstimateJson(json, false);
    }

    /**
     * {@return the result as JSON text, which ends in a line feed}
     *
     * @param result what a comparison found
     */
    public static String render(SkewResult result) {
        StringWriter text = new StringWriter();
        try (JsonSink json = JsonSink.to(text)) {
            json.document(() -> new SkewJson(json).write(result));
        } catch (IOException e) {
            throw new UncheckedIOException("the result could not be written as JSON: " + e.getMessage(), e);
        }
        return text.toString();
    }

    private void write(SkewResult result) throws IOException {
        json.count("schemaVersion", SkewResult.SCHEMA_VERSION);
        json.text("reference", result.reference());
        json.text("data", result.data());
        json.count("reference_rows", result.referenceRows());
        json.count("data_rows", result.dataRows());
        json.object("thresholds", () -> thresholds(result.thresholds()));
        json.number("level", result.level());
        json.names("skewed", result.skewed().stream().map(ColumnSkew::name).toList());
        json.objects("columns", result.columns(), this::column);
        json.names("only_reference", result.onlyReference());
        json.names("only_data", result.onlyData());
        json.objects("other_types", result.otherTypes(), this::mismatch);
        json.object("provenance", () -> ResultJson.provenance(json, result.provenance()));
    }

    private void thresholds(SkewThresholds thresholds) throws IOException {
        json.number("alpha", thresholds.alpha());
        json.number("psi", thresholds.psi());
        json.number("ks", thresholds.ks());
        json.number("missing", thresholds.missing());
    }

    private void column(ColumnSkew column) throws IOException {
        json.text("column", column.name());
        json.text("type", column.isNumber() ? "number" : "text");
        json.truth("significant", column.isSignificant());
        json.truth("large", column.isLarge());
        json.truth("skewed", column.isSkewed());
        json.number("psi", column.psi());
        json.number("ks", column.ks());
        json.object("test", column.test(), this::test);
        json.object("missing", () -> missing(column.missing()));
        json.object("reference", column.reference(), this::summary);
        json.object("data", column.data(), this::summary);
        if (column.unseenRows() > 0) {
            json.object("unseen", () -> {
                json.count("rows", column.unseenRows());
                json.names("first", column.unseen());
            });
        }
        json.objects("bins", column.bins(), this::bin);
    }

    private void test(SkewTest test) throws IOException {
        json.text("method", test.method());
        json.number("p_value", test.pValue());
        json.number("p_value_adjusted", test.adjusted());
    }

    private void missing(MissingSkew missing) throws IOException {
        json.count("reference", missing.reference());
        json.count("data", missing.data());
        json.number("difference", missing.difference());
        estimates.write(missing.interval());
        json.object("test", missing.test(), this::test);
    }

    private void summary(NumberSummary summary) throws IOException {
        json.number("mean", summary.mean());
        json.number("min", summary.min());
        json.number("p25", summary.p25());
        json.number("median", summary.median());
        json.number("p75", summary.p75());
        json.number("max", summary.max());
    }

    private void bin(SkewBin bin) throws IOException {
        json.text("values", bin.values());
        json.count("reference", bin.reference());
        json.count("data", bin.data());
    }

    private void mismatch(TypeMismatch mismatch) throws IOException {
        json.text("column", mismatch.name());
        json.text("reference", mismatch.reference());
        json.text("data", mismatch.data());
    }
}
