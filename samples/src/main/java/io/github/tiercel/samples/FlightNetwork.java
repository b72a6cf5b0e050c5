package io.github.tiercel.samples;

import java.util.List;
import java.util.Random;

/**
 * A network of one hidden layer that learns which flights land late, by stochastic gradient descent with AdaGrad. Uses
 * StrictMath alone, so that it has the same weights wherever it learns.
 *
 * @param hidden a row of weights for each slot of a flight
 * @param hiddenBias one for each hidden unit
 * @param output one for each hidden unit
 * @param outputBias a row of one
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and never leaves the package.
record FlightNetwork(double[][] hidden, double[] hiddenBias, double[] output, double[] outputBias) {

    /** The distance is given in thousands of miles, so that it is no larger than what is 0 or 1. */
    static final double DISTANCE_SCALE = 0.001;

    private static final int UNITS = 32;
    private static final double RATE = 0.03;
    private static final double DECAY = 1e-5;

    /** What brings each column to that scale. */
    static float[] scale(List<String> names) {
        float[] scale = new float[names.size()];
        for (int i = 0; i < scale.length; i++) {
            scale[i] = names.get(i).equals(FlightSlots.DISTANCE) ? (float) DISTANCE_SCALE : 1;
        }
        return scale;
    }

    static FlightNetwork learn(FlightSlots slots, Flights flights, int epochs, long seed) {
        Random random = new Random(seed);
        FlightNetwork network = random(slots.size(), random);
        FlightNetwork squares = zeros(slots.size());
        boolean[] late = flights.late();
        List<int[]> ones = flights.list().stream().map(slots::ones).toList();
        for (int step = 0; step < epochs * late.length; step++) {
            int row = random.nextInt(late.length);
            double distance = flights.list().get(row).distance() * DISTANCE_SCALE;
            network.learn(ones.get(row), slots.distance(), distance, late[row], squares);
        }
        return network;
    }

    private static FlightNetwork zeros(int slots) {
        return new FlightNetwork(new double[slots][UNITS], new double[UNITS], new double[UNITS], new double[1]);
    }

    private static FlightNetwork random(int slots, Random random) {
        FlightNetwork network = zeros(slots);
        for (double[] weights : network.hidden) {
            fill(weights, random);
        }
        fill(network.output, random);
        return network;
    }

    private static void fill(double[] weights, Random random) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (random.nextDouble() - 0.5) / 2;
        }
    }

    int units() {
        return output.length;
    }

    /** The probability that a flight lands late. */
    double probability(FlightSlots slots, Flight flight) {
        return probability(activation(slots.ones(flight), slots.distance(), flight.distance() * DISTANCE_SCALE));
    }

    private double[] activation(int[] ones, int distanceSlot, double distance) {
        double[] sums = hiddenBias.clone();
        for (int slot : ones) {
            for (int unit = 0; unit < sums.length; unit++) {
                sums[unit] += hidden[slot][unit];
            }
        }
        for (int unit = 0; unit < sums.length; unit++) {
            sums[unit] = Math.max(0, sums[unit] + distance * hidden[distanceSlot][unit]);
        }
        return sums;
    }

    private double probability(double[] activation) {
        double sum = outputBias[0];
        for (int unit = 0; unit < activation.length; unit++) {
            sum += activation[unit] * output[unit];
        }
        return 1 / (1 + StrictMath.exp(-sum));
    }

    private void learn(int[] ones, int distanceSlot, double distance, boolean late, FlightNetwork squares) {
        double[] activation = activation(ones, distanceSlot, distance);
        double slope = probability(activation) - (late ? 1 : 0);
        for (int unit = 0; unit < activation.length; unit++) {
            double back = activation[unit] > 0 ? slope * output[unit] : 0;
            step(output, squares.output, unit, slope * activation[unit]);
            if (back != 0) {
                step(hiddenBias, squares.hiddenBias, unit, back);
                step(hidden[distanceSlot], squares.hidden[distanceSlot], unit, back * distance);
                for (int slot : ones) {
                    step(hidden[slot], squares.hidden[slot], unit, back);
                }
            }
        }
        step(outputBias, squares.outputBias, 0, slope);
    }

    /** AdaGrad: steps become smaller with the squares of those before. */
    private static void step(double[] weights, double[] squares, int at, double slope) {
        double gradient = slope + DECAY * weights[at];
        squares[at] += gradient * gradient;
        weights[at] -= RATE * gradient / (StrictMath.sqrt(squares[at]) + 1e-8);
    }
}
