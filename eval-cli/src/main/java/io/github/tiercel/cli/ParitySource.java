package io.github.tiercel.cli;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.serving.PipelineScores;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where the scores of both sides of a parity check come from. */
interface ParitySource {

    /**
     * Both sides.
     *
     * @param reference the scores of training
     * @param served those to compare with them
     * @param labels the labels of the reference's rows; empty if nobody named any
     * @param files what was read, by the name of its fingerprint
     */
    record Sides(
            PipelineScores reference, PipelineScores served, Optional<EvaluationSet> labels, Map<String, Path> files) {}

    /** {@return the scores, read or made now} */
    Sides read(PrintWriter err);
}
