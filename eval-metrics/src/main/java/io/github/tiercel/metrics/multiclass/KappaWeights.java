package io.github.tiercel.metrics.multiclass;

/** How much a disagreement of two classes counts; by their distance where the order of classes has a meaning. */
enum KappaWeights {
    NONE("cohen_kappa"),
    LINEAR("cohen_kappa_linear"),
    QUADRATIC("cohen_kappa_quadratic");

    private final String metric;

    KappaWeights(String metric) {
        this.metric = metric;
    }

    String metric() {
        return metric;
    }

    double between(int label, int decision) {
        double distance = Math.abs(label - decision);
        return switch (this) {
            case NONE -> Math.min(1, distance);
            case LINEAR -> distance;
            case QUADRATIC -> distance * distance;
        };
    }
}
