package io.github.tiercel.testkit;

import io.github.tiercel.inference.ModelException;
import io.github.tiercel.inference.ScoreBlock;
import io.github.tiercel.inference.ScoreDifference;
import io.github.tiercel.store.PredictionStore;
import java.nio.file.Path;
import java.util.List;

/** Stores that believe too much or too little, and that do not take failures for what they are. */
final class WrongStoreTrust {

    private WrongStoreTrust() {}

    /** Believes every fingerprint. */
    static class NeverChecks implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                <X> boolean agrees(Kept kept, Request<X> request) {
                    return true;
                }
            };
        }
    }

    /** Believes everybody once one was checked. */
    static class OneCheckForAll implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                boolean isChecked(Kept kept, Request<?> request) {
                    return !kept.checked.isEmpty();
                }
            };
        }
    }

    /** Knows no rounding. */
    static class ComparesBits implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                <X> boolean agrees(Kept kept, Request<X> request) {
                    ScoreBlock block = kept.blocks.get(0);
                    super.agrees(kept, request);
                    return ScoreDifference.between(block, request.inference().infer(block.from(), block.to()))
                            .equals(ScoreDifference.NONE);
                }
            };
        }
    }

    /** Does not check the model that it has just asked. */
    static class BelievesWhoInferred implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                <X> void infer(Kept kept, Request<X> request) {
                    super.infer(kept, request);
                    kept.checked.add(request.model);
                }
            };
        }
    }

    /** Takes a live model for a stored one. */
    static class BelievesTheNameless implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                boolean isChecked(Kept kept, Request<?> request) {
                    return kept.checked.contains(request.model) || !(request.key instanceof Key);
                }
            };
        }
    }

    /** Believes that batches do not matter. */
    static class NeverTries implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                <X> boolean isBatchVariant(Request<X> request) {
                    return request.model.isBatchVariant();
                }
            };
        }
    }

    /** Checks every row. */
    static class ChecksAll implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                <X> boolean agrees(Kept kept, Request<X> request) {
                    boolean agrees = super.agrees(kept, request);
                    for (ScoreBlock block : kept.blocks) {
                        request.checked += request.inference()
                                .infer(block.from(), block.to())
                                .rows();
                    }
                    return agrees;
                }
            };
        }
    }

    /** Does not say that it was the model. */
    static class ThrowsWhatTheModelThrew implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                <X> void infer(Kept kept, Request<X> request) {
                    try {
                        super.infer(kept, request);
                    } catch (ModelException e) {
                        throw new IllegalStateException(e.getCause());
                    }
                }
            };
        }
    }

    /** Makes up for a model that fails. */
    static class SwallowsFailures implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                <X> void infer(Kept kept, Request<X> request) {
                    try {
                        super.infer(kept, request);
                    } catch (ModelException e) {
                        keep(kept, ScoreBlock.of(kept.rows(), new double[1][request.order.rows() - kept.rows()]));
                    }
                }
            };
        }
    }

    /** Keeps scores once all are there. */
    static class AllOrNothing implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                <X> void infer(Kept kept, Request<X> request) {
                    List<ScoreBlock> before = List.copyOf(kept.blocks);
                    try {
                        super.infer(kept, request);
                    } catch (ModelException e) {
                        kept.blocks.clear();
                        kept.blocks.addAll(before);
                        throw e;
                    }
                }
            };
        }
    }

    /** Takes a score that is missing for 0. */
    static class ZeroForNothing implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                <X> void infer(Kept kept, Request<X> request) {
                    try {
                        super.infer(kept, request);
                    } catch (ModelException e) {
                        keep(kept, ScoreBlock.of(kept.rows(), new double[1][StoreRows.BATCH]));
                        throw e;
                    }
                }
            };
        }
    }
}
