package io.github.tiercel.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tiercel.inference.Inferences.Act;
import io.github.tiercel.inference.Inferences.Told;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every way in which a model can fail has a sentence that names rows as the caller counts them. */
class FaultyModelTest {

    private static final Act ZEROS = (batch, scores) -> {
        for (int i = 0; i < batch.size(); i++) {
            scores.score(i, 0);
        }
    };

    @Test
    void notANumberIsCountedAndLocated() {
        String end = "). It may have diverged, or a feature is missing there; every row needs a score, so fix the model"
                + " or leave the rows out of the data.";
        assertFails(
                "The model gave NaN for 4 of 1,024 rows (rows 5, 17, 998, ..." + end,
                1024,
                1024,
                Predictor.of(row -> row == 4 || row == 16 || row == 997 || row == 1000 ? Double.NaN : 0));
        assertFails(
                "The model gave NaN for 1 of 3 rows (row 2" + end,
                3,
                3,
                Predictor.of(row -> row == 1 ? Double.NaN : 0));
        assertFails(
                "The model gave NaN for 2 of 3 rows (rows 1, 3 of output \"late\"" + end,
                3,
                3,
                Told.to((batch, scores) -> {
                            for (int i = 0; i < 3; i++) {
                                scores.score(i, 0, 0);
                                scores.score(i, 1, batch.row(i) == 1 ? 0 : Float.NaN);
                            }
                        })
                        .with("early", "late"));
    }

    /** The model sees places in a batch only, and the order is not the caller's. */
    @Test
    void aPlaceThatTheModelNamesIsTheRowOfTheCaller() {
        Told model = Told.to((batch, scores) -> {
            for (int i = 0; i < batch.size(); i++) {
                if (batch.row(i) == 1_233) {
                    throw new ModelException(
                            "MODEL_FEATURES", "Too large at " + ModelException.place(i, batch.size()) + ", not read.");
                }
                scores.score(i, 0);
            }
        });
        ModelException failure = assertFails("Too large at row 1,234, not read.", 2_000, 2_000, model);
        assertEquals("MODEL_FEATURES", failure.code());
        assertFails("Of row 1 of a batch of 7.", 1, 1, Told.to((batch, scores) -> {
            throw new ModelException("Of " + ModelException.place(0, 7) + ".");
        }));
    }

    @Test
    void infinityIsRefusedAsNaNIs() {
        String end = "). It may have diverged, or a feature is missing there; every row needs a score, so fix the model"
                + " or leave the rows out of the data.";
        assertFails(
                "The model gave infinity for 1 of 3 rows (row 2" + end,
                3,
                3,
                Predictor.of(row -> row == 1 ? Double.NEGATIVE_INFINITY : 0));
        assertFails(
                "The model gave NaN or infinity for 2 of 3 rows (rows 1, 3" + end,
                3,
                3,
                Predictor.of(row -> row == 1 ? 0 : row == 0 ? Double.NaN : Double.POSITIVE_INFINITY));
    }

    @Test
    void missingScoresAreCountedAndLocated() {
        assertFails(
                "The model gave 1,023 of 1,024 scores (none for row 7). Every row of a batch needs exactly one.",
                1024,
                1024,
                Told.to((batch, scores) -> {
                    for (int i = 0; i < batch.size(); i++) {
                        if (batch.row(i) != 6) {
                            scores.score(i, 1);
                        }
                    }
                }));
        assertFails(
                "The model gave 0 of 5 scores of output \"b\" (none for rows 1, 2, 3, ...). Every row of a batch needs"
                        + " exactly one of each output.",
                5,
                5,
                Told.to((batch, scores) -> {
                            for (int i = 0; i < batch.size(); i++) {
                                scores.score(i, 0, 1);
                            }
                        })
                        .with("a", "b"));
        assertFails(
                "The model gave 0 of 2 scores (none for rows 1, 2). Every row of a batch needs exactly one.",
                2,
                2,
                Told.to((batch, scores) -> {}));
    }

    @Test
    void aSecondScoreIsRefused() {
        ModelException twice = assertFails(
                "The model gave row 3 a second score. Every row of a batch needs exactly one.",
                3,
                3,
                Told.to((batch, scores) -> {
                    for (int i = 0; i < batch.size(); i++) {
                        scores.score(i, 0);
                        if (batch.row(i) == 2) {
                            scores.score(i, 0);
                        }
                    }
                }));
        assertEquals("MODEL_OUTPUT", twice.code());
        assertFails(
                "The model gave row 1 a second score of output \"b\". Every row of a batch needs exactly one of each"
                        + " output.",
                1,
                1,
                Told.to((batch, scores) -> {
                            scores.score(0, 1, 0);
                            scores.score(0, 1, 0);
                        })
                        .with("a", "b"));
    }

    @Test
    void rowsAndOutputsThatDoNotExistAreRefused() {
        for (int place : new int[] {-1, 4, 64, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            String sentence = "The model gave a score for place " + place
                    + " of a batch of 4 (rows 1, 2, 3, ...). Places in a batch are counted from 0 to 3.";
            assertFails(sentence, 4, 4, Told.to((batch, scores) -> scores.score(place, 0)));
            assertFails(sentence, 4, 4, Told.to((batch, scores) -> scores.score(place, 0, 0)));
            assertFails(
                    sentence,
                    4,
                    4,
                    Told.to((batch, scores) -> scores.score(place, 7, 0)).with("a", "b"));
        }
        assertFails(
                "The model gave row 1 a score of output 1, but has one output, counted from 0: \"score\". Name all of"
                        + " them in outputs().",
                1,
                1,
                Told.to((batch, scores) -> scores.score(0, 1, 0)));
        assertFails(
                "The model gave row 1 a score of output -1, but has 2 outputs, counted from 0: \"a\", \"b\". Name all of"
                        + " them in outputs().",
                1,
                1,
                Told.to((batch, scores) -> scores.score(0, -1, 0)).with("a", "b"));
        assertFails(
                "The model gave a score without saying of which output, but has 2: \"a\", \"b\". Name the output with"
                        + " each score, counted from 0.",
                1,
                1,
                Told.to((batch, scores) -> scores.score(0, 0)).with("a", "b"));
    }

    @Test
    void aRefusalCannotBeSwallowed() {
        Told caught = Told.to((batch, scores) -> {
            ZEROS.on(batch, scores);
            assertThrows(ModelException.class, () -> scores.score(0, 1));
        });
        Told wrapped = Told.to((batch, scores) -> {
            try {
                ZEROS.on(batch, scores);
                ZEROS.on(batch, scores);
            } catch (ModelException e) {
                throw new IOException(e);
            }
        });
        for (Told model : List.of(caught, wrapped)) {
            assertFails("The model gave row 1 a second score. Every row of a batch needs exactly one.", 1, 1, model);
        }
    }

    @Test
    void whatTheModelThrowsIsTheCause() {
        IllegalStateException closed = new IllegalStateException("the session is closed");
        ModelException thrown = assertFails(
                "The model threw IllegalStateException at rows 1, 2, 3, ... (a batch of 1,024): the session is closed",
                1024,
                1024,
                Told.to((batch, scores) -> {
                    throw closed;
                }));
        assertSame(closed, thrown.getCause());
        assertFalse(thrown.isInterrupted());
        assertFails("The model threw IOException at row 1.", 1, 1, Told.to((batch, scores) -> {
            throw new IOException();
        }));
        assertFails(
                "The model threw io.github.tiercel.inference.FaultyModelTest$1 at rows 1, 2 (a batch of 2): odd",
                2,
                2,
                Told.to((batch, scores) -> {
                    throw new RuntimeException("odd") {
                        private static final long serialVersionUID = 1;
                    };
                }));
    }

    @Test
    void anAdaptersOwnSentenceStands() {
        ModelException own = new ModelException("The file has no input \"x\".");
        ModelException thrown = assertFails("The file has no input \"x\".", 1, 1, Told.to((batch, scores) -> {
            throw own;
        }));
        assertSame(own, thrown);
    }

    @Test
    void aStackOverflowIsTheModelsAndOtherErrorsPassThrough() {
        for (int threads : new int[] {1, 2}) {
            Told deep = Told.to((batch, scores) -> {
                throw new StackOverflowError();
            });
            assertFails("The model threw StackOverflowError at row 1.", 1, 1, deep.on(threads));
            OutOfMemoryError full = new OutOfMemoryError("no more");
            Told large = Told.to((batch, scores) -> {
                throw full;
            });
            BatchInference<Integer> inference = Inferences.of(4, 1, large.on(threads));
            assertSame(full, assertThrows(OutOfMemoryError.class, () -> Inferences.run(inference, 0, 4)));
        }
    }

    @Test
    void blocksBeforeAFailureAreHandedOn() {
        for (int threads : new int[] {1, 3}) {
            int bad = Inferences.order(100).row(57);
            Told model = Told.to((batch, scores) -> {
                        for (int i = 0; i < batch.size(); i++) {
                            scores.score(i, batch.row(i) == bad ? Double.NaN : 0);
                        }
                    })
                    .on(threads);
            List<ScoreBlock> blocks = new ArrayList<>();
            BatchInference<Integer> inference = Inferences.of(100, 10, model);
            assertThrows(ModelException.class, () -> inference.run(0, 100, blocks::add));
            assertEquals(5, blocks.size());
            assertEquals(50, blocks.get(4).to());
        }
    }

    private static ModelException assertFails(String message, int rows, int batchRows, Predictor<Integer> model) {
        BatchInference<Integer> inference = Inferences.of(rows, batchRows, model);
        ModelException single = assertThrows(ModelException.class, () -> inference.infer(0, rows));
        assertEquals(message, single.getMessage());
        ModelException thrown = assertThrows(ModelException.class, () -> Inferences.run(inference, 0, rows));
        assertEquals(message, thrown.getMessage());
        return thrown;
    }
}
