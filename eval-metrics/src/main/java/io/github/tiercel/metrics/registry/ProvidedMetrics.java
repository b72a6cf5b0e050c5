package io.github.tiercel.metrics.registry;

import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.MetricContract;
import io.github.tiercel.metrics.MetricProvider;
import io.github.tiercel.metrics.Predictions;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Collects the metrics of providers for one family, and refuses what would change the meaning of a name. */
final class ProvidedMetrics<P extends Predictions> {

    private final MetricFamily<P> family;
    private final List<Metric<P>> metrics = new ArrayList<>();
    private final Map<String, String> providersByName = new LinkedHashMap<>();

    private ProvidedMetrics(MetricFamily<P> family) {
        this.family = family;
    }

    static <P extends Predictions> List<Metric<P>> of(MetricFamily<P> family, ClassLoader loader) {
        ProvidedMetrics<P> provided = new ProvidedMetrics<>(family);
        for (MetricProvider provider : providers(loader)) {
            provided.add(provider);
        }
        return List.copyOf(provided.metrics);
    }

    private static List<MetricProvider> providers(ClassLoader loader) {
        List<MetricProvider> providers = new ArrayList<>();
        try {
            Iterator<MetricProvider> found =
                    ServiceLoader.load(MetricProvider.class, loader).iterator();
            while (found.hasNext()) {
                providers.add(found.next());
            }
        } catch (ServiceConfigurationError e) {
            Throwable why = e.getCause() == null ? e : e.getCause();
            throw new IllegalArgumentException(
                    "A metric provider cannot be loaded. " + e.getMessage() + (why == e ? "" : " (" + why + ")"), e);
        }
        return providers;
    }

    private void add(MetricProvider provider) {
        String name = provider.getClass().getName();
        for (Metric<?> metric : metricsOf(provider, name)) {
            if (metric.reads() == family.task().predictions()) {
                add(cast(metric), name);
            }
        }
    }

    private static List<Metric<?>> metricsOf(MetricProvider provider, String name) {
        try {
            return List.copyOf(provider.metrics());
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("Metric provider " + name + " failed to give its metrics: " + e, e);
        }
    }

    private void add(Metric<P> metric, String provider) {
        String name = metric.name();
        try {
            MetricContract.legalName(name);
        } catch (IllegalArgumentException e) {
            throw refusal(provider, "gives a metric of a name that is not legal: " + e.getMessage());
        }
        if (family.named(name).isPresent()) {
            throw refusal(provider, "gives a metric \"" + name + "\", which is a name of Tiercel's own");
        }
        String other = providersByName.putIfAbsent(name, provider);
        if (other != null) {
            throw refusal(
                    provider,
                    "gives a " + family.task().spelling() + " metric \"" + name + "\""
                            + (other.equals(provider) ? " twice" : ", as " + other + " does"));
        }
        metrics.add(metric);
    }

    private static IllegalArgumentException refusal(String provider, String why) {
        return new IllegalArgumentException("Metric provider " + provider + " " + why + ". Give it another name.");
    }

    @SuppressWarnings("unchecked") // A metric reads one kind of predictions, and this one reads those of the family.
    private Metric<P> cast(Metric<?> metric) {
        return (Metric<P>) metric;
    }
}
