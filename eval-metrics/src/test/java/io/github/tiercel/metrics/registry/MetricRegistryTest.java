package io.github.tiercel.metrics.registry;

import static io.github.tiercel.metrics.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.MetricProvider;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.Task;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.binary.Gain;
import io.github.tiercel.metrics.binary.RowMeanMetric;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricRegistryTest {

    private static final ClassLoader TESTS = MetricRegistryTest.class.getClassLoader();
    private static final String PREFIX = MetricRegistryTest.class.getName() + "$";
    private static final String FIRST = RevenueMetrics.class.getName();

    @TempDir
    private Path folder;

    @Test
    void metricsOfProvidersStandBehindThoseOfTheFamily() {
        var registry = MetricRegistry.of(MetricFamily.BINARY, TESTS);
        int own = MetricFamily.BINARY.all().size();
        assertEquals(Task.BINARY, registry.task());
        assertEquals(MetricFamily.BINARY.all(), registry.all().subList(0, own));
        assertEquals(List.of(RevenueMetrics.REVENUE), registry.all().subList(own, own + 1));
        assertEquals("revenue", registry.names().get(own));
        assertEquals(MetricFamily.BINARY.patterns(), registry.patterns());
    }

    @Test
    void metricIsFoundByNameWhereverItComesFrom() {
        var registry = MetricRegistry.of(MetricFamily.BINARY, TESTS);
        assertEquals(Optional.of(RevenueMetrics.REVENUE), registry.named("revenue"));
        assertEquals(Optional.of(BinaryMetrics.ROC_AUC), registry.named("roc_auc"));
        assertEquals(Optional.of(new Gain(0.25)), registry.named("gain_0.25"));
        assertEquals(Optional.empty(), registry.named("revenues"));
    }

    @Test
    void nameBelongsToItsTask() {
        assertEquals(
                Optional.of(RevenueMetrics.REVENUE_ERROR),
                MetricRegistry.of(MetricFamily.REGRESSION, TESTS).named("revenue"));
        assertEquals(
                MetricFamily.RANKING.all(),
                MetricRegistry.of(Task.RANKING, TESTS).all());
    }

    @Test
    void withoutProvidersThereIsTheFamily() {
        ClassLoader nobody = ClassLoader.getPlatformClassLoader();
        assertEquals(
                MetricFamily.BINARY.all(),
                MetricRegistry.of(Task.BINARY, nobody).all());
    }

    @Test
    void nameOfTiercelsOwnIsRefusedWithItsProvider() {
        assertRefused(
                "Metric provider " + PREFIX + "Usurper gives a metric \"roc_auc\", which is a name of Tiercel's own."
                        + " Give it another name.",
                () -> load(Usurper.class));
        assertRefused(
                "Metric provider " + PREFIX
                        + "UsurperOfNumbers gives a metric \"gain_0.25\", which is a name of Tiercel's"
                        + " own. Give it another name.",
                () -> load(UsurperOfNumbers.class));
    }

    @Test
    void nameGivenTwiceIsRefusedWithBothProviders() {
        assertRefused(
                "Metric provider " + PREFIX + "Rival gives a binary metric \"revenue\", as " + FIRST
                        + " does. Give it another name.",
                () -> load(Rival.class));
        assertRefused(
                "Metric provider " + PREFIX + "Stammerer gives a binary metric \"sales\" twice. Give it another name.",
                () -> load(Stammerer.class));
    }

    @Test
    void nameThatARuleCannotHoldIsRefusedWithItsProvider() {
        assertRefused(
                "Metric provider " + PREFIX
                        + "Rambler gives a metric of a name that is not legal: metric name must not be"
                        + " empty or hold white space, commas, <, >, = or an @ that is not followed by a number at the"
                        + " end, got \"my metric\". Give it another name.",
                () -> load(Rambler.class));
    }

    @Test
    void providerThatFailsIsNamed() {
        assertRefused(
                "Metric provider " + PREFIX + "Failure failed to give its metrics: java.lang.IllegalStateException: no"
                        + " licence",
                () -> load(Failure.class));
    }

    @Test
    void providerThatCannotBeLoadedIsNamed() throws IOException {
        String unborn = assertThrows(IllegalArgumentException.class, () -> load(Unborn.class))
                .getMessage();
        assertEquals(
                "A metric provider cannot be loaded. " + MetricProvider.class.getName() + ": Provider " + PREFIX
                        + "Unborn could not be instantiated (java.lang.IllegalStateException: no database)",
                unborn);
        String absent = assertThrows(IllegalArgumentException.class, () -> load("com.example.Absent"))
                .getMessage();
        assertEquals(
                "A metric provider cannot be loaded. " + MetricProvider.class.getName()
                        + ": Provider com.example.Absent not found",
                absent);
    }

    @Test
    void badMetricOfAnotherTaskIsOfNoConcern() throws IOException {
        assertTrue(MetricRegistry.of(MetricFamily.RANKING, loader(Usurper.class.getName()))
                .named("revenue")
                .isEmpty());
    }

    private void load(Class<? extends MetricProvider> provider) throws IOException {
        load(provider.getName());
    }

    private void load(String provider) throws IOException {
        MetricRegistry.of(MetricFamily.BINARY, loader(provider));
    }

    /** The providers of the tests, and one more behind them. */
    private ClassLoader loader(String provider) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(MetricProvider.class.getName()), provider);
        return new URLClassLoader(new URL[] {url(folder)}, TESTS);
    }

    private static URL url(Path folder) throws MalformedURLException {
        return folder.toUri().toURL();
    }

    private static Metric<?> named(String name) {
        return RowMeanMetric.of(name, Direction.NEITHER, Range.UNIT, (label, score) -> 0);
    }

    public static final class Usurper implements MetricProvider {
        @Override
        public List<Metric<?>> metrics() {
            return List.of(named("roc_auc"));
        }
    }

    public static final class UsurperOfNumbers implements MetricProvider {
        @Override
        public List<Metric<?>> metrics() {
            return List.of(named("gain_0.25"));
        }
    }

    public static final class Rival implements MetricProvider {
        @Override
        public List<Metric<?>> metrics() {
            return List.of(named("revenue"));
        }
    }

    public static final class Stammerer implements MetricProvider {
        @Override
        public List<Metric<?>> metrics() {
            return List.of(named("sales"), named("sales"));
        }
    }

    public static final class Rambler implements MetricProvider {
        @Override
        public List<Metric<?>> metrics() {
            return List.of(new MyMetric());
        }
    }

    /** A class of one's own is not held to the contract by a factory. */
    private record MyMetric() implements Metric<BinaryPredictions> {
        @Override
        public Class<BinaryPredictions> reads() {
            return BinaryPredictions.class;
        }

        @Override
        public String name() {
            return "my metric";
        }

        @Override
        public Direction direction() {
            return Direction.NEITHER;
        }

        @Override
        public Range range() {
            return Range.UNIT;
        }

        @Override
        public Value value(BinaryPredictions predictions) {
            return Value.of(0);
        }
    }

    public static final class Failure implements MetricProvider {
        @Override
        public List<Metric<?>> metrics() {
            throw new IllegalStateException("no licence");
        }
    }

    public static final class Unborn implements MetricProvider {

        public Unborn() {
            throw new IllegalStateException("no database");
        }

        @Override
        public List<Metric<?>> metrics() {
            return List.of();
        }
    }
}
