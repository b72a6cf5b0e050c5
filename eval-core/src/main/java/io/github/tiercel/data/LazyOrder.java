package io.github.tiercel.data;

import io.github.tiercel.sampling.RowOrder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An order made on first use, shared by an evaluation set and its changed copies. */
final class LazyOrder {

    private final Supplier<RowOrder> recipe;
    private @Nullable RowOrder order;

    LazyOrder(Supplier<RowOrder> recipe) {
        this.recipe = recipe;
    }

    RowOrder get() {
        // Racing threads may order twice; both arrive at the same order, so no lock is needed.
        RowOrder known = order;
        if (known == null) {
            known = recipe.get();
            order = known;
        }
        return known;
    }
}
