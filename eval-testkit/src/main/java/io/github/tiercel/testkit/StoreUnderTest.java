package io.github.tiercel.testkit;

import io.github.tiercel.store.PredictionStore;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;

/**
 * What a test says of its prediction store: all that the laws need to know.
 *
 * @since 0.1
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public interface StoreUnderTest {

    /**
     * {@return a store whose place is a folder. Another store of the same folder may be open, or have been; each law
     * has a folder of its own, and closes every store}
     *
     * @param folder an empty folder at first; a store that keeps its scores elsewhere takes it as a name
     */
    PredictionStore open(Path folder);

    /**
     * {@return whether scores are there for the next store of the folder once a store is closed: yes, unless
     * overridden}
     */
    default boolean keepsScores() {
        return true;
    }

    /**
     * {@return whether stores of one folder that are open at the same time wait for each other instead of inferring the
     * same rows: if scores are kept, unless overridden}
     */
    default boolean sharesInference() {
        return keepsScores();
    }
}
