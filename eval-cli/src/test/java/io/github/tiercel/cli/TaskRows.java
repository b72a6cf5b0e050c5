package io.github.tiercel.cli;

import io.github.tiercel.metrics.Task;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Rows for the tests of every task: 1,200, with labels, scores and baselines of each. */
final class TaskRows {

    static final int ROWS = 1_200;

    private TaskRows() {}

    static Path csv(Path folder) {
        Random random = new Random(11);
        List<String> lines = new ArrayList<>();
        lines.add("id,species,p_cat,p_dog,p_eel,q_cat,q_dog,q_eel,minutes,predicted,query,relevance,rank,late,chance,"
                + "region,weight");
        for (int row = 0; row < ROWS; row++) {
            String species = List.of("cat", "dog", "eel").get(row % 3);
            double minutes = 5 + 30 * random.nextDouble();
            int relevance = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 0;
            lines.add(String.format(
                    Locale.ROOT,
                    "%d,%s,%s,%s,%.4f,%.4f,%d,%d,%.4f,%d,%.6f,%s,%d",
                    row,
                    species,
                    probabilities(row % 3, 1.5, random),
                    probabilities(row % 3, 0.5, random),
                    minutes,
                    minutes + 3 * random.nextGaussian(),
                    row / 10,
                    relevance,
                    relevance + random.nextGaussian(),
                    row % 2,
                    0.5 * random.nextDouble() + 0.4 * (row % 2),
                    row % 20 < 10 ? "north" : "south",
                    1 + row % 3));
        }
        return Holdout.text(folder, "tasks.csv", String.join("\n", lines) + "\n");
    }

    private static String probabilities(int species, double signal, Random random) {
        double[] odds = new double[3];
        double sum = 0;
        for (int c = 0; c < odds.length; c++) {
            odds[c] = Math.exp(random.nextGaussian() + (c == species ? signal : 0));
            sum += odds[c];
        }
        double first = Math.rint(1e6 * odds[0] / sum) / 1e6;
        double second = Math.rint(1e6 * odds[1] / sum) / 1e6;
        return String.format(Locale.ROOT, "%.6f,%.6f,%.6f", first, second, 1 - first - second);
    }

    /** {@return the options that name label and scores} */
    static List<String> arguments(Task task) {
        return switch (task) {
            case BINARY -> List.of("--label", "late", "--score", "chance");
            case MULTICLASS -> List.of("--label", "species", "--score-prefix", "p_");
            case REGRESSION -> List.of("--label", "minutes", "--score", "predicted");
            case RANKING -> List.of("--label", "relevance", "--score", "rank", "--query", "query");
        };
    }
}
