package io.github.tiercel.testkit;

import io.github.tiercel.store.PredictionStore;
import java.nio.file.Path;

class StoreOnDiskTest implements PredictionStoreContract {

    @Override
    public PredictionStore open(Path folder) {
        return PredictionStore.open(folder);
    }
}
