package io.github.tiercel.testkit;

import io.github.tiercel.store.PredictionStore;
import java.nio.file.Path;

/** A folder in which others keep nothing, and this store does not either. */
class ReadOnlyStoreTest implements PredictionStoreContract {

    @Override
    public PredictionStore open(Path folder) {
        PredictionStore.open(folder).close();
        return PredictionStore.at(folder).readOnly().open();
    }

    @Override
    public boolean keepsScores() {
        return false;
    }
}
