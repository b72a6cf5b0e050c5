package io.github.tiercel.testkit;

import io.github.tiercel.store.PredictionStore;
import java.nio.file.Path;

/** The contract asks for nothing that only Tiercel's own store could do. */
class SmallStoreTest implements PredictionStoreContract {

    @Override
    public PredictionStore open(Path folder) {
        return new SmallStore(folder);
    }
}
