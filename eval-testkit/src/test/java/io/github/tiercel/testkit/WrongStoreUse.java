package io.github.tiercel.testkit;

import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.result.HoldoutUse;
import io.github.tiercel.store.PredictionStore;
import io.github.tiercel.store.StoredOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Stores that count wrongly how often rows are used. */
final class WrongStoreUse {

    private WrongStoreUse() {}

    /** Takes every evaluation for one of another model. */
    static class CountsEvaluationsForModels implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                int models(List<Use> uses) {
                    return uses.size();
                }
            };
        }
    }

    /** Tells models by their weights alone. */
    static class WeightsOnly implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                Object modelOf(Predictor<?> model) {
                    return model.fingerprint()
                            .<Object>map(ModelFingerprint::model)
                            .orElseGet(() -> super.modelOf(model));
                }
            };
        }
    }

    /** Takes tiers for one. */
    static class OneTier implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                public HoldoutUse used(StoredOrder<?> order, Predictor<?> model, String tier) {
                    return super.used(order, model, "all");
                }
            };
        }
    }

    /** Takes all rows for the same. */
    static class OneHoldout implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                Object rows(StoredOrder<?> order) {
                    return "rows";
                }
            };
        }
    }

    /** Takes all models for one that nothing tells apart. */
    static class NamelessModelsAreOne implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                Object modelOf(Predictor<?> model) {
                    return model.fingerprint().<Object>map(known -> known).orElse("nameless");
                }
            };
        }
    }

    /** Forgets its counts when it is closed. */
    static class CountsForItself implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                private final Map<Object, List<Use>> drawer = new ConcurrentHashMap<>();

                @Override
                Map<Object, List<Use>> uses(Object rows) {
                    return drawer;
                }
            };
        }
    }

    /** Has a count for each thread. */
    static class CountsByThread implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                Object rows(StoredOrder<?> order) {
                    return Thread.currentThread().getName().equals("store law")
                            ? new Identity(Thread.currentThread())
                            : super.rows(order);
                }
            };
        }
    }
}
