package io.github.tiercel.testkit;

import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.registry.MetricFamily;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Every registered metric of a task, and some others, against every law: to be registered is enough. All metrics and
 * laws see the same predictions, because drawing them is what takes time.
 */
abstract class FamilyProperties<P extends Predictions> {

    private final List<Metric<P>> metrics;

    FamilyProperties(MetricFamily<P> family, List<Metric<P>> others) {
        this.metrics = Stream.concat(family.all().stream(), others.stream()).toList();
    }

    final List<Metric<P>> metrics() {
        return metrics;
    }

    /** The laws of a metric: {@code () -> metric}, as the kind of laws that it keeps. */
    abstract MetricLaws<P> laws(Metric<P> metric);

    @Property(seed = "42")
    void everyMetricKeepsItsLaws(@ForAll P predictions, @ForAll int seed) {
        for (Metric<P> metric : metrics) {
            MetricLaws<P> laws = laws(metric);
            lawsIn(laws).forEach(law -> check(law, laws, predictions, seed));
        }
    }

    static Stream<Method> lawsIn(MetricLaws<?> laws) {
        return Arrays.stream(laws.getClass().getMethods()).filter(method -> method.isAnnotationPresent(Property.class));
    }

    private static void check(Method law, MetricLaws<?> laws, Predictions predictions, int seed) {
        Object[] arguments = Arrays.copyOf(new Object[] {predictions, new Random(seed)}, law.getParameterCount());
        try {
            law.invoke(laws, arguments);
        } catch (InvocationTargetException e) {
            throw new AssertionError(
                    law.getName() + ": " + e.getTargetException().getMessage(), e);
        } catch (IllegalAccessException e) {
            throw new LinkageError(law + " must be public", e);
        }
    }
}
