package io.github.tiercel.metrics.coverage;

import java.util.List;

/**
 * A world and a number of rows drawn from it.
 *
 * <p>True values: AUC in closed form, average precision by quadrature to 1e-10 (SciPy 1.10.1), both exact fractions for
 * the ratings.
 */
record Setting(String name, World world, int rows) {

    static List<Setting> all() {
        return List.of(
                binormal(1, 1, 200, 0.1, 0.7602499389065233, 0.2928356435135153),
                binormal(1, 1, 500, 0.05, 0.7602499389065233, 0.17331479954308718),
                binormal(1, 1, 2000, 0.01, 0.7602499389065233, 0.04220751552584465),
                binormal(2, 1, 500, 0.1, 0.9213503964748574, 0.6654712780701135),
                binormal(3, 1, 500, 0.05, 0.9830525732376554, 0.8528511134871115),
                binormal(3, 1, 5000, 0.05, 0.9830525732376554, 0.8528511134871115),
                new Setting("beta_4_1_1_1 n=500 share=0.1", World.beta(0.1, 0.8, 0.2499946322861696), 500),
                binormal(1, 1, 500, 0.5, 0.7602499389065233, 0.7529959968648294),
                binormal(1, 1, 5000, 0.05, 0.7602499389065233, 0.17331479954308718),
                binormal(2, 1.5, 3000, 0.02, 0.8663712534228061, 0.4268158962943367),
                new Setting("ratings n=1000 share=0.1", World.ratings(0.1, 0.845, 0.3662419765375429), 1000));
    }

    private static Setting binormal(
            double distance, double deviation, int rows, double prevalence, double auc, double averagePrecision) {
        return new Setting(
                "binormal_" + plain(distance) + "_" + plain(deviation) + " n=" + rows + " share=" + prevalence,
                World.binormal(distance, deviation, prevalence, auc, averagePrecision),
                rows);
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
