package io.github.tiercel.testkit;

import io.github.tiercel.store.PredictionStore;
import java.nio.file.Path;

class StoreInMemoryTest implements PredictionStoreContract {

    @Override
    public PredictionStore open(Path folder) {
        return PredictionStore.inMemory();
    }

    @Override
    public boolean keepsScores() {
        return false;
    }
}
