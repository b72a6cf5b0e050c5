package io.github.tiercel.testkit;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import io.github.tiercel.inference.Precision;
import io.github.tiercel.inference.ScoreBlock;
import io.github.tiercel.sampling.Strata;
import io.github.tiercel.store.PredictionStore;
import io.github.tiercel.store.StoredOrder;
import io.github.tiercel.store.StoredScores;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** Stores that give other scores than the model, lose some, or order rows anew. */
final class WrongStoreReuse {

    private WrongStoreReuse() {}

    /** Keeps less than it was given. */
    static class FloatsForDoubles implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                void keep(Kept kept, ScoreBlock block) {
                    double[][] planes = new double[block.outputs()][block.rows()];
                    for (int output = 0; output < planes.length; output++) {
                        for (int i = 0; i < block.rows(); i++) {
                            planes[output][i] = (float) block.score(output, block.from() + i);
                        }
                    }
                    super.keep(
                            kept, block.precision() == Precision.FLOAT ? block : ScoreBlock.of(block.from(), planes));
                }
            };
        }
    }

    /** Gives each row the score of the one before. */
    static class ShiftedByOne implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                void keep(Kept kept, ScoreBlock block) {
                    if (block.precision() == Precision.FLOAT) {
                        super.keep(kept, block);
                        return;
                    }
                    double[][] planes = new double[block.outputs()][block.rows()];
                    for (int output = 0; output < planes.length; output++) {
                        for (int i = 0; i < block.rows(); i++) {
                            planes[output][i] =
                                    block.score(output, block.from() + (i + block.rows() - 1) % block.rows());
                        }
                    }
                    super.keep(kept, ScoreBlock.of(block.from(), planes));
                }
            };
        }
    }

    /** Refuses nothing. */
    static class TakesAnything implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                void requirePossible(StoredOrder<?> order, int rows) {}
            };
        }
    }

    /** Is no store. */
    static class InfersAlways implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                <X> void infer(Kept kept, Request<X> request) {
                    kept.blocks.clear();
                    request.reused = 0;
                    super.infer(kept, request);
                }
            };
        }
    }

    /** Starts anew where a row is missing. */
    static class LosesThePrefix implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                <X> void infer(Kept kept, Request<X> request) {
                    if (kept.rows() > StoreRows.BATCH && kept.rows() < request.rows) {
                        kept.blocks.clear();
                        request.reused = 0;
                    }
                    super.infer(kept, request);
                }
            };
        }
    }

    /** Does not say what checking costs. */
    static class ForgetsChecks implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                <X> StoredScores answer(Kept kept, Request<X> request) {
                    request.checked = 0;
                    return super.answer(kept, request);
                }
            };
        }
    }

    /** Infers no row more than it is asked for. */
    static class PartsOfBatches implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                <X> void infer(Kept kept, Request<X> request) {
                    while (kept.rows() < request.rows) {
                        int from = kept.rows();
                        int to = Math.min(request.rows, request.inference().boundary(from + 1));
                        keep(kept, request.inference().infer(from, to));
                        request.inferred += to - from;
                    }
                }
            };
        }
    }

    /** Takes every model for batch-variant. */
    static class BatchSizeInTheKey implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                <X> boolean isBatchVariant(Request<X> request) {
                    super.isBatchVariant(request);
                    return true;
                }
            };
        }
    }

    /** Keeps nothing without a name. */
    static class ForgetsTheNameless implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                <X> Object key(Request<X> request) {
                    Object key = super.key(request);
                    return key instanceof Key ? key : new Object();
                }
            };
        }
    }

    /** Asks the model at every use. */
    static class ChecksEveryTime implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                boolean isChecked(Kept kept, Request<?> request) {
                    return false;
                }
            };
        }
    }

    /** Checks also what cannot be checked. */
    static class AsksTheAbsent implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                <X> void use(Kept kept, Request<X> request) {
                    if (kept.rows() > 0 && !isChecked(kept, request)) {
                        agrees(kept, request);
                    }
                    request.reused = Math.min(request.rows, kept.rows());
                }
            };
        }
    }

    /** Does not find the scores of others when batches are of one row. */
    static class SingleRowsAnew implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                <X> void infer(Kept kept, Request<X> request) {
                    if (request.batchRows == 1) {
                        kept.blocks.clear();
                        request.reused = 0;
                    }
                    super.infer(kept, request);
                }
            };
        }
    }

    /** Takes all rows for the first it saw. */
    static class OneOrderForAll implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                EvaluationSet frozen(EvaluationSet set, String content, int[] byKey) {
                    return super.frozen(set, "", byKey);
                }
            };
        }
    }

    /** Freezes nothing. */
    static class NewLabelsNewOrder implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                public EvaluationSet frozen(EvaluationSet set, Features<?> features) {
                    return set;
                }
            };
        }
    }

    /** Takes rows of equal keys for the same. */
    static class FreezesTheUnknown implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                public EvaluationSet frozen(EvaluationSet set, Features<?> features) {
                    return set.strata().isEmpty()
                            ? set
                            : super.frozen(
                                    set,
                                    set.fingerprint(),
                                    IntStream.range(0, set.rows()).toArray());
                }
            };
        }
    }

    /** Keeps orders for as long as it is open. */
    static class ForgetsOrders implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                private final Map<String, Strata> orders = new ConcurrentHashMap<>();

                @Override
                Map<String, Strata> orders() {
                    return orders;
                }
            };
        }
    }
}
