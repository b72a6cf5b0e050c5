package io.github.tiercel.cli;

import io.github.tiercel.data.NearestName;
import io.github.tiercel.evaluation.UnpairableException;
import io.github.tiercel.report.ResultJson;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.ModelResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * A result that is there, and what its provenance tells of the evaluation that it came from.
 *
 * @param path the file that was read
 * @param result what it holds
 */
record RecordedRun(Path path, EvaluationResult result) {

    private static final List<String> EVALUATE = List.of("tiercel", "evaluate");

    static RecordedRun read(Path path) {
        return new RecordedRun(path, ResultJson.read(path));
    }

    /** {@return the file's name, as messages call the run} */
    String name() {
        return String.valueOf(path.getFileName());
    }

    List<String> models() {
        return result.models().stream().map(ModelResult::model).toList();
    }

    /** Refuses a model that the run does not hold. */
    void require(String model) {
        if (!models().contains(model)) {
            throw Usage.mistake(name() + " holds no model \"" + model + "\"." + NearestName.suggestion(model, models())
                    + " Models: " + String.join(", ", models()) + ".");
        }
    }

    /** {@return the same run of some of its models} */
    RecordedRun of(List<String> some) {
        some.forEach(this::require);
        List<ModelResult> chosen = result.models().stream()
                .filter(model -> some.isEmpty() || some.contains(model.model()))
                .toList();
        return new RecordedRun(path, result.withModels(chosen));
    }

    /** {@return what evaluated it, as its command line says} */
    EvaluateCommand command() throws UnpairableException {
        List<String> words =
                result.provenance().command().map(CommandText::words).orElse(List.of());
        if (words.size() < EVALUATE.size() || !words.subList(0, EVALUATE.size()).equals(EVALUATE)) {
            throw new UnpairableException(name() + " does not say which data it was made from: no tiercel evaluate"
                    + " wrote it. Evaluate both models on one file.");
        }
        try {
            ParseResult parsed =
                    Tiercel.parser().parseArgs(words.subList(1, words.size()).toArray(String[]::new));
            return (EvaluateCommand) parsed.subcommand().commandSpec().userObject();
        } catch (ParameterException e) {
            throw new UnpairableException("The command line in " + name() + " cannot be read (" + e.getMessage()
                    + "). Evaluate the model again.");
        }
    }

    /** {@return whether it says which scores in a store are its, as results of models do} */
    boolean isStored() {
        return result.provenance().fingerprints().containsKey("order");
    }

    Optional<String> fingerprint() {
        return Optional.ofNullable(result.provenance().fingerprints().get("data"));
    }

    /** {@return the data it was made from, where its command line says or beside the run, if nobody changed them} */
    Path data(Path named) throws UnpairableException {
        String known = fingerprint()
                .orElseThrow(() -> new UnpairableException(name() + " has no fingerprint of " + named
                        + ", so nobody knows whether that is the same still. Evaluate the model on a file."));
        List<Path> found = places(named).filter(Files::exists).toList();
        if (found.isEmpty()) {
            throw new UnpairableException(named + ", which " + name() + " was made from, is neither there nor beside "
                    + name() + ". Bring it back, or evaluate both models on one file.");
        }
        for (Path place : found) {
            if (DataRows.fingerprint(place).filter(known::equals).isPresent()) {
                return place;
            }
        }
        throw new UnpairableException(
                named + " has changed since " + name() + " was made from it. Evaluate the model on it again.");
    }

    private Stream<Path> places(Path named) {
        Path beside = path.toAbsolutePath();
        return Stream.of(
                        named, beside.resolveSibling(named), beside.resolveSibling(String.valueOf(named.getFileName())))
                .distinct();
    }
}
