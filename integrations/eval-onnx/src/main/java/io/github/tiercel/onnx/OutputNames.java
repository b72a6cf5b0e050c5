package io.github.tiercel.onnx;

import io.github.tiercel.inference.ModelException;
import java.util.HashSet;
import java.util.List;

/** Names the scores of a row, and sees to it that there are as many names as scores. */
record OutputNames(LoadedModel model, List<String> given) {

    private static final String OUTPUTS = "tiercel.outputs";

    /** {@return the output with its scores named; runs the model on an empty row where nothing else tells how many} */
    ScoreReader name(ScoreReader reader, ModelRun run) {
        List<String> wanted = given.isEmpty() ? model.names(OUTPUTS).orElse(List.of()) : given;
        if (!wanted.isEmpty() && new HashSet<>(wanted).size() < wanted.size()) {
            throw Faults.output("The outputs of the model in " + model.file() + " must have distinct names, got "
                    + Faults.quoted(wanted) + ".");
        }
        List<String> own = reader.declared().orElseGet(() -> seen(reader, run, wanted));
        if (wanted.isEmpty()) {
            return reader.named(own, own);
        }
        if (wanted.size() != own.size()) {
            throw Faults.output("The model in " + model.file() + " gives " + own.size()
                    + (own.size() == 1 ? " score" : " scores") + " for a row, but " + wanted.size()
                    + " outputs are named: "
                    + Faults.quoted(wanted) + ". Name one for each score, in the order of the model.");
        }
        return reader.named(wanted, own);
    }

    /** Whoever names the scores of a model that fails on an empty row is believed until it has scored a row. */
    private static List<String> seen(ScoreReader reader, ModelRun run, List<String> wanted) {
        try {
            return run.outputNames(reader);
        } catch (ModelException e) {
            if (wanted.isEmpty()) {
                throw e;
            }
            return wanted;
        }
    }
}
