package io.github.tiercel.xgboost;

import io.github.tiercel.data.Batch;
import io.github.tiercel.data.DigestSink;
import io.github.tiercel.data.FeatureRow;
import io.github.tiercel.inference.ModelException;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Precision;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.inference.ScoreSink;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * A booster of XGBoost as a predictor, as it is after its last round or after an earlier one.
 *
 * <pre>{@code
 * Predictor<double[]> model = XgboostPredictor.of(booster).firstRounds(40);
 * Predictor<double[]> classes = XgboostPredictor.of(booster).withOutputs("in time", "late", "very late");
 * }</pre>
 *
 * <p><b>Outputs.</b> As many as the booster gives for a row, floats, to the last bit those of
 * {@link Booster#predict(DMatrix)}: one with {@code binary:logistic} or a regression, called {@value Outputs#SCORE};
 * one for each class with {@code multi:softprob}, called 0, 1, 2, ... unless {@linkplain #withOutputs named}. Beware
 * {@code multi:softmax}, which gives the number of a class as if it were a score.
 *
 * <p><b>Missing values</b> are NaN. If the booster was trained with another number in their place, or on sparse rows,
 * put NaN there: zero is a number. Numbers are rounded to float, as XGBoost holds them.
 *
 * <p><b>Rounds.</b> A booster of trees ({@code gbtree}) may be trained on: the predictor stays what it was, because
 * trees that are grown do not change. Boosters of other kinds change with every round, and the predictor refuses to
 * score once they did.
 *
 * <p><b>Fingerprint.</b> A SHA-256 over the booster's bytes, which hold its trees, objective, attributes and the
 * version of XGBoost; reading them takes about 3 ms for 200 rounds of depth 6. The first rounds of a booster have their
 * number as a setting.
 *
 * <p><b>Threads.</b> One at a time. XGBoost itself takes as many as the booster's {@code nthread} says, all unless set.
 * The booster must not be disposed while the predictor is in use: XGBoost would end the process.
 *
 * @param <X> what a row is: {@code double[]}, {@code float[]} or {@link FeatureRow}
 * @since 0.1
 */
public final class XgboostPredictor<X> implements Predictor<X> {

    private final Booster booster;
    private final BoosterKind kind;
    private final BoosterInput input;
    private final RowReader<X> reader;
    private final int rounds;
    private final Outputs outputs;
    private final ModelFingerprint fingerprint;

    private XgboostPredictor(
            Booster booster,
            BoosterKind kind,
            BoosterInput input,
            RowReader<X> reader,
            int rounds,
            Outputs outputs,
            ModelFingerprint fingerprint) {
        this.booster = booster;
        this.kind = kind;
        this.input = input;
        this.reader = reader;
        this.rounds = rounds;
        this.outputs = outputs;
        this.fingerprint = fingerprint;
    }

    /**
     * {@return a predictor of rows of doubles: one number for each feature, in the order of training}
     *
     * @param booster trained; neither to be disposed nor changed otherwise than by more rounds
     * @throws IllegalArgumentException if it has no rounds yet
     * @throws XGBoostError if XGBoost cannot read the booster
     */
    public static XgboostPredictor<double[]> of(Booster booster) throws XGBoostError {
        return of(booster, RowReader::doubles);
    }

    /**
     * {@return a predictor of rows of floats: one number for each feature, in the order of training}
     *
     * @param booster trained; neither to be disposed nor changed otherwise than by more rounds
     * @throws IllegalArgumentException if it has no rounds yet
     * @throws XGBoostError if XGBoost cannot read the booster
     */
    public static XgboostPredictor<float[]> ofFloats(Booster booster) throws XGBoostError {
        return of(booster, RowReader::floats);
    }

    /**
     * {@return a predictor of rows of columns of numbers. If the booster knows the names of its features, columns are
     * found by these, and others are not read; if not, they are taken in their order}
     *
     * @param booster trained; neither to be disposed nor changed otherwise than by more rounds
     * @throws IllegalArgumentException if it has no rounds yet
     * @throws XGBoostError if XGBoost cannot read the booster
     */
    public static XgboostPredictor<FeatureRow> ofColumns(Booster booster) throws XGBoostError {
        return of(booster, RowReader::columns);
    }

    private static <X> XgboostPredictor<X> of(Booster booster, RowReader<X> reader) throws XGBoostError {
        int rounds = booster.getNumBoostedRound();
        if (rounds < 1) {
            throw new IllegalArgumentException("booster must have been trained for at least 1 round, got " + rounds);
        }
        byte[] model = booster.toByteArray();
        BoosterInput input = BoosterInput.of(booster);
        return new XgboostPredictor<>(
                booster,
                BoosterKind.of(model),
                input,
                reader,
                rounds,
                new Outputs(names(scoresOfARow(booster, input)), Precision.FLOAT),
                ModelFingerprint.of("Booster:" + DigestSink.sha256().put(model).hex()));
    }

    /** Asked rather than derived from the objective, which may be one's own. */
    private static int scoresOfARow(Booster booster, BoosterInput input) throws XGBoostError {
        float[] row = new float[input.features()];
        Arrays.fill(row, Float.NaN);
        DMatrix matrix = input.matrix(row);
        try {
            return booster.predict(matrix)[0].length;
        } finally {
            matrix.dispose();
        }
    }

    private static List<String> names(int scores) {
        return scores == 1
                ? List.of(Outputs.SCORE)
                : IntStream.range(0, scores).mapToObj(Integer::toString).toList();
    }

    /**
     * {@return the same predictor with named outputs}
     *
     * @param names one for each score of a row, distinct, in their order: that of the numbers of classes
     * @throws IllegalArgumentException if there are more or fewer, or a name repeats
     */
    public XgboostPredictor<X> withOutputs(String... names) {
        if (names.length != outputs.count()) {
            throw new IllegalArgumentException("names must be one for each of the " + outputs.count()
                    + " scores that the booster gives for a row, got " + names.length + ": " + List.of(names));
        }
        return new XgboostPredictor<>(
                booster, kind, input, reader, rounds, new Outputs(List.of(names), Precision.FLOAT), fingerprint);
    }

    /**
     * {@return the booster as it was after an earlier round, to the last bit; without copying it}
     *
     * @param number rounds, in [1, {@link #rounds()}]
     * @throws IllegalArgumentException if it has not as many, or is not of trees that stay as they are ({@code dart},
     *     {@code gblinear})
     */
    public XgboostPredictor<X> firstRounds(int number) {
        if (number < 1 || number > rounds) {
            throw new IllegalArgumentException("number must be in [1, " + rounds + "], got " + number);
        }
        if (number == rounds) {
            return this;
        }
        if (kind != BoosterKind.TREES) {
            throw new IllegalArgumentException("A " + kind.parameter() + " booster changes with every round, so what it"
                    + " was after " + number + " of " + rounds + " is gone. Keep its bytes when that round ends.");
        }
        return new XgboostPredictor<>(
                booster,
                kind,
                input,
                reader,
                number,
                outputs,
                fingerprint.withSetting("rounds", Integer.toString(number)));
    }

    /** {@return the rounds of boosting that scores come from} */
    public int rounds() {
        return rounds;
    }

    /**
     * Scores a batch, in time proportional to its rows and to {@link #rounds()}.
     *
     * @throws ModelException if a row has not as many features as the booster reads, a feature is infinite as a float,
     *     or a booster that changes with every round was trained on
     * @throws XGBoostError if XGBoost fails
     */
    @Override
    public void predict(Batch<X> batch, ScoreSink scores) throws XGBoostError {
        requireUnchanged();
        DMatrix matrix = input.matrix(reader.read(batch, input, row -> place(row, batch.size())));
        try {
            put(booster.predict(matrix, false, kind == BoosterKind.TREES ? rounds : 0), scores);
        } finally {
            matrix.dispose();
        }
    }

    private void requireUnchanged() throws XGBoostError {
        int now = booster.getNumBoostedRound();
        if (kind != BoosterKind.TREES && now != rounds) {
            throw new ModelException(
                    "CHANGED_MODEL",
                    "The " + kind.parameter() + " booster had " + rounds + " rounds and now has " + now
                            + "; it changes with every round. Make the predictor of a copy:"
                            + " XGBoost.loadModel(booster.toByteArray()).");
        }
    }

    private static void put(float[][] predicted, ScoreSink scores) {
        for (int row = 0; row < predicted.length; row++) {
            for (int output = 0; output < predicted[row].length; output++) {
                scores.score(row, output, predicted[row][output]);
            }
        }
    }

    private static String place(int row, int rows) {
        return ModelException.place(row, rows);
    }

    @Override
    public Outputs outputs() {
        return outputs;
    }

    @Override
    public Optional<ModelFingerprint> fingerprint() {
        return Optional.of(fingerprint);
    }
}
