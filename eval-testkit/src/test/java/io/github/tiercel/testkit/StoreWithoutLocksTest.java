package io.github.tiercel.testkit;

import io.github.tiercel.store.PredictionStore;
import java.nio.file.Path;

class StoreWithoutLocksTest implements PredictionStoreContract {

    @Override
    public PredictionStore open(Path folder) {
        return PredictionStore.at(folder).withoutLocks().open();
    }

    @Override
    public boolean sharesInference() {
        return false;
    }
}
