package io.github.tiercel.testkit;

import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Precision;
import io.github.tiercel.store.PredictionStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Stores that take scores of one model, or of some rows, for those of others. */
final class WrongStoreKeys {

    private WrongStoreKeys() {}

    /** Forgets the model. */
    static class OneModel implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                <X> Object key(Request<X> request) {
                    return super.key(request) instanceof Key key
                            ? new Key(ModelFingerprint.of("m"), key.order(), key.outputs(), key.batchRows())
                            : super.key(request);
                }
            };
        }
    }

    /** Forgets how rows are prepared. */
    static class TransformForgotten implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                <X> Object key(Request<X> request) {
                    return super.key(request) instanceof Key key
                            ? new Key(key.model().withTransform(""), key.order(), key.outputs(), key.batchRows())
                            : super.key(request);
                }
            };
        }
    }

    /** Forgets settings. */
    static class SettingsForgotten implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                <X> Object key(Request<X> request) {
                    return super.key(request) instanceof Key key
                            ? new Key(
                                    ModelFingerprint.of(key.model().model()),
                                    key.order(),
                                    key.outputs(),
                                    key.batchRows())
                            : super.key(request);
                }
            };
        }
    }

    /** Takes outputs for a set. */
    static class NamesSorted implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                <X> Object key(Request<X> request) {
                    return super.key(request) instanceof Key key
                            ? new Key(
                                    key.model(),
                                    key.order(),
                                    new Outputs(
                                            key.outputs().names().stream()
                                                    .sorted()
                                                    .toList(),
                                            key.outputs().precision()),
                                    key.batchRows())
                            : super.key(request);
                }
            };
        }
    }

    /** Takes floats for doubles. */
    static class PrecisionForgotten implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                <X> Object key(Request<X> request) {
                    return super.key(request) instanceof Key key
                            ? new Key(key.model(), key.order(), key.outputs().in(Precision.DOUBLE), key.batchRows())
                            : super.key(request);
                }
            };
        }
    }

    /** Tells rows by their number. */
    static class ContentForgotten implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                Optional<String> orderOf(Request<?> request) {
                    return super.orderOf(request).map(order -> request.order.rows() + " rows");
                }
            };
        }
    }

    /** Takes models for one that nothing tells apart. */
    static class NamelessAreOne implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                <X> Object key(Request<X> request) {
                    return request.model.fingerprint().isEmpty()
                            ? List.of("nameless", request.model.outputs())
                            : super.key(request);
                }
            };
        }
    }

    /** Takes rows for the same that nothing tells apart. */
    static class RowsGuessed implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                Optional<String> orderOf(Request<?> request) {
                    return super.orderOf(request).or(() -> Optional.of(request.order.rows() + " rows"));
                }
            };
        }
    }
}
