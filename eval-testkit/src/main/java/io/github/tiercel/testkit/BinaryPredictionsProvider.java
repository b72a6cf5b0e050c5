package io.github.tiercel.testkit;

import io.github.tiercel.metrics.BinaryPredictions;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;

/**
 * Draws {@link BinaryPredictions} for property parameters of that type. jqwik finds it by itself; nobody need name it.
 *
 * @since 0.1
 */
public final class BinaryPredictionsProvider implements ArbitraryProvider {

    /** Made by jqwik. */
    public BinaryPredictionsProvider() {}

    @Override
    public boolean canProvideFor(TypeUsage targetType) {
        return targetType.isOfType(BinaryPredictions.class);
    }

    @Override
    public Set<Arbitrary<?>> provideFor(TypeUsage targetType, SubtypeProvider subtypeProvider) {
        return Set.of(BinaryPredictionsArbitraries.any());
    }
}
