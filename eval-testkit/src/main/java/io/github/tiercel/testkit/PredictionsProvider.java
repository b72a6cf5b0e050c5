package io.github.tiercel.testkit;

import io.github.tiercel.metrics.Predictions;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;

/**
 * Draws {@link Predictions} of each kind for property parameters of that type. jqwik finds it by itself; nobody need
 * name it.
 *
 * @since 0.1
 */
public final class PredictionsProvider implements ArbitraryProvider {

    /** Made by jqwik. */
    public PredictionsProvider() {}

    @Override
    public boolean canProvideFor(TypeUsage targetType) {
        return Kind.all().stream().anyMatch(kind -> targetType.isOfType(kind.type()));
    }

    @Override
    public Set<Arbitrary<?>> provideFor(TypeUsage targetType, SubtypeProvider subtypeProvider) {
        return Kind.all().stream()
                .filter(kind -> targetType.isOfType(kind.type()))
                .map(Kind::any)
                .collect(Collectors.toSet());
    }
}
