package io.github.tiercel.samples;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import smile.base.mlp.Layer;
import smile.base.mlp.OutputFunction;
import smile.classification.MLP;
import smile.math.MathEx;
import smile.math.TimeFunction;

/** Trains a booster and a network to the end, and records what each epoch gave. */
enum StudyModels {
    /** XGBoost; an epoch is two rounds. */
    BOOSTER {
        @Override
        RecordedRun run(StudyFlights flights, int epochs, long seed) throws XGBoostError {
            DMatrix past = matrix(flights.past());
            DMatrix select = matrix(flights.select());
            DMatrix confirm = matrix(flights.confirm());
            Map<String, Object> parameters = new HashMap<>(
                    Map.of("objective", "binary:logistic", "eta", 0.1, "max_depth", 6, "subsample", 0.7, "nthread", 1));
            parameters.put("seed", seed);
            Booster booster = XGBoost.train(past, parameters, 1, Map.of(), null, null);
            List<double[]> scores = new ArrayList<>();
            List<Double> quality = new ArrayList<>();
            boolean[] late = StudyFlights.late(flights.confirm());
            for (int epoch = 0; epoch < epochs; epoch++) {
                booster.update(past, 2 * epoch + 1);
                booster.update(past, 2 * epoch + 2);
                scores.add(column(booster.predict(select)));
                quality.add(StudyFlights.logLoss(late, column(booster.predict(confirm))));
            }
            for (DMatrix matrix : List.of(past, select, confirm)) {
                matrix.dispose();
            }
            booster.dispose();
            return new RecordedRun(scores, quality);
        }
    },
    /** A network of Smile with one hidden layer; an epoch is 200 batches of 64. */
    NETWORK {
        @Override
        RecordedRun run(StudyFlights flights, int epochs, long seed) {
            MathEx.setSeed(seed);
            var network =
                    new MLP(Layer.input(Flight.NUMBERS), Layer.rectifier(32), Layer.mle(1, OutputFunction.SIGMOID));
            network.setLearningRate(TimeFunction.constant(0.1));
            double[][] past = new Flights(flights.past()).numbers();
            boolean[] latePast = StudyFlights.late(flights.past());
            double[][] select = new Flights(flights.select()).numbers();
            double[][] confirm = new Flights(flights.confirm()).numbers();
            boolean[] late = StudyFlights.late(flights.confirm());
            Random random = new Random(seed);
            List<double[]> scores = new ArrayList<>();
            List<Double> quality = new ArrayList<>();
            for (int epoch = 0; epoch < epochs; epoch++) {
                train(network, past, latePast, random);
                scores.add(probabilities(network, select));
                quality.add(StudyFlights.logLoss(late, probabilities(network, confirm)));
            }
            return new RecordedRun(scores, quality);
        }
    };

    abstract RecordedRun run(StudyFlights flights, int epochs, long seed) throws XGBoostError;

    private static void train(MLP network, double[][] rows, boolean[] late, Random random) {
        for (int batch = 0; batch < 200; batch++) {
            int[] chosen = random.ints(64, 0, rows.length).toArray();
            double[][] x = new double[chosen.length][];
            int[] y = new int[chosen.length];
            for (int i = 0; i < chosen.length; i++) {
                x[i] = rows[chosen[i]];
                y[i] = late[chosen[i]] ? 1 : 0;
            }
            network.update(x, y);
        }
    }

    private static double[] probabilities(MLP network, double[][] rows) {
        double[] probabilities = new double[rows.length];
        double[] ofClasses = new double[2];
        for (int row = 0; row < rows.length; row++) {
            network.predict(rows[row], ofClasses);
            probabilities[row] = ofClasses[1];
        }
        return probabilities;
    }

    private static double[] column(float[][] scores) {
        double[] column = new double[scores.length];
        for (int row = 0; row < column.length; row++) {
            column[row] = scores[row][0];
        }
        return column;
    }

    private static DMatrix matrix(List<Flight> flights) throws XGBoostError {
        int width = 4;
        float[] numbers = new float[flights.size() * width];
        float[] labels = new float[flights.size()];
        for (int row = 0; row < labels.length; row++) {
            Flight flight = flights.get(row);
            numbers[row * width] = flight.hour();
            numbers[row * width + 1] = flight.departure().getDayOfWeek().getValue();
            numbers[row * width + 2] = (float) flight.distance();
            numbers[row * width + 3] = (float) flight.originDelay();
            labels[row] = flight.late() ? 1 : 0;
        }
        DMatrix matrix = new DMatrix(numbers, labels.length, width, Float.NaN);
        matrix.setLabel(labels);
        return matrix;
    }
}
