package io.github.tiercel.inference;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a model did wrong with a batch, in sentences. */
record ModelFaults(AssembledBatch<?> batch, List<String> outputs) {

    ModelException threw(Throwable thrown) {
        String type = thrown.getClass().getSimpleName();
        @Nullable String said = thrown.getMessage();
        return new ModelException(
                "The model threw " + (type.isEmpty() ? thrown.getClass().getName() : type) + " at " + where()
                        + (said == null || said.isBlank() ? "." : ": " + said),
                thrown);
    }

    ModelException noOutputNamed() {
        return new ModelException(
                "MODEL_OUTPUT",
                "The model gave a score without saying of which output, but has " + outputs.size() + ": "
                        + String.join(", ", quoted()) + ". Name the output with each score, counted from 0.");
    }

    ModelException noSuchRow(int place) {
        return new ModelException(
                "MODEL_OUTPUT",
                "The model gave a score for place " + place + " of a batch of "
                        + CallerRows.number(batch.size()) + " (" + CallerRows.named(batch.rows())
                        + "). Places in a batch are counted from 0 to " + (batch.size() - 1) + ".");
    }

    ModelException noSuchOutput(int place, int output) {
        return new ModelException(
                "MODEL_OUTPUT",
                "The model gave row " + CallerRows.number(batch.row(place) + 1L)
                        + " a score of output " + output + ", but has "
                        + (outputs.size() == 1 ? "one output" : outputs.size() + " outputs") + ", counted from 0: "
                        + String.join(", ", quoted()) + ". Name all of them in outputs().");
    }

    ModelException twice(int place, int output) {
        return new ModelException(
                "MODEL_OUTPUT",
                "The model gave row " + CallerRows.number(batch.row(place) + 1L) + " a second score" + ofOutput(output)
                        + ". Every row of a batch needs exactly one" + end());
    }

    ModelException missing(IntPredicate given, int output) {
        int[] rows = rows(given.negate());
        return new ModelException(
                "MODEL_OUTPUT",
                "The model gave " + CallerRows.number(batch.size() - rows.length) + " of "
                        + CallerRows.number(batch.size()) + " scores" + ofOutput(output) + " (none for "
                        + CallerRows.named(rows) + "). Every row of a batch needs exactly one" + end());
    }

    ModelException notNumbers(double[] scores, int output) {
        int[] rows = rows(place -> !Double.isFinite(scores[place]));
        return new ModelException(
                "MODEL_OUTPUT",
                "The model gave " + notFinite(scores) + " for " + CallerRows.number(rows.length) + " of "
                        + CallerRows.number(batch.size()) + " rows (" + CallerRows.named(rows) + ofOutput(output)
                        + "). It may have diverged, or a feature is missing there; every row needs a score, so fix the model or"
                        + " leave the rows out of the data.");
    }

    private static String notFinite(double[] scores) {
        boolean areNaN = Arrays.stream(scores).anyMatch(Double::isNaN);
        boolean areInfinite = Arrays.stream(scores).anyMatch(Double::isInfinite);
        return areNaN && areInfinite ? "NaN or infinity" : areNaN ? "NaN" : "infinity";
    }

    private int[] rows(IntPredicate places) {
        return IntStream.range(0, batch.size()).filter(places).map(batch::row).toArray();
    }

    private String where() {
        return CallerRows.named(batch.rows())
                + (batch.size() == 1 ? "" : " (a batch of " + CallerRows.number(batch.size()) + ")");
    }

    /** The only output needs no name. */
    private String ofOutput(int output) {
        return outputs.size() == 1 ? "" : " of output " + quoted().get(output);
    }

    private List<String> quoted() {
        return outputs.stream().map(name -> "\"" + name + "\"").collect(Collectors.toList());
    }

    private String end() {
        return outputs.size() == 1 ? "." : " of each output.";
    }
}
