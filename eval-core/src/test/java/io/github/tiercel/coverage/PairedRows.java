package io.github.tiercel.coverage;

import io.github.tiercel.data.EvaluationSetBuilder;
import io.github.tiercel.data.Scores;

/** Labels with the scores of two models. */
record PairedRows(EvaluationSetBuilder labels, Scores first, Scores second) {}
