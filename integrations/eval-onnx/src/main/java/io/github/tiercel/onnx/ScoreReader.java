package io.github.tiercel.onnx;

import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.ScoreSink;
import java.util.List;
import java.util.Optional;

/** Reads one output of a model into scores. */
sealed interface ScoreReader permits TensorScores, MapScores {

    /** {@return the output's name in the model} */
    String name();

    /**
     * Reads the scores of rows.
     *
     * @param from the place in the batch of the first row
     * @param rows how many rows the model was given
     */
    void read(OnnxValue value, int from, int rows, ScoreSink scores) throws OrtException;

    /** {@return the names of the scores if the model tells how many there are without being run} */
    Optional<List<String>> declared();

    /** {@return what the scores are called, and their type} */
    Outputs outputs();

    /** {@return what the model calls the scores of one row; numbers from 0 where it has no names} */
    List<String> names(OnnxValue value) throws OrtException;

    /**
     * {@return the same output with its scores under names}
     *
     * @param names as many as there are scores, in their order; where scores have keys, these in any order
     * @param own what the model calls its scores
     */
    ScoreReader named(List<String> names, List<String> own);
}
