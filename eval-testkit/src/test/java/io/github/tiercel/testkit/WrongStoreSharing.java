package io.github.tiercel.testkit;

import io.github.tiercel.inference.ModelException;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.store.PredictionStore;
import io.github.tiercel.store.StoreEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Stores that do not share what they should, and that do not tell what they do. */
final class WrongStoreSharing {

    private WrongStoreSharing() {}

    /** Shares nothing between threads. */
    static class EachThreadForItself implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                <X> Object key(Request<X> request) {
                    return List.of(super.key(request), Thread.currentThread());
                }
            };
        }
    }

    /** Keeps to itself what it has until it is closed. */
    static class PublishesOnClose implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                private final Shelf drawer = new Shelf();

                @Override
                Map<Object, Kept> shelf(Object key) {
                    super.shelf(key).forEach(drawer.scores()::putIfAbsent);
                    return drawer.scores();
                }

                @Override
                public void close() {
                    drawer.scores().forEach((key, kept) -> super.shelf(key).put(key, kept));
                }
            };
        }
    }

    /** Keeps nothing. */
    static class ForgetsOnClose implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                private final Map<Object, Kept> drawer = new ConcurrentHashMap<>();

                @Override
                Map<Object, Kept> shelf(Object key) {
                    return drawer;
                }
            };
        }
    }

    /** Has one lock for all models. */
    static class OneAtATime implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                private final ReentrantLock only = new ReentrantLock();

                @Override
                <X> void infer(Kept kept, Request<X> request) {
                    if (!only.tryLock()) {
                        throw new IllegalStateException("somebody else is at work");
                    }
                    try {
                        super.infer(kept, request);
                    } finally {
                        only.unlock();
                    }
                }
            };
        }
    }

    /** Does not say that it was interrupted. */
    static class InterruptsAreFailures implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                void lock(Kept kept) {
                    try {
                        super.lock(kept);
                    } catch (ModelException e) {
                        throw new ModelException("somebody else is at work", e);
                    }
                }
            };
        }
    }

    /** Fails everybody once one has failed. */
    static class OneFailureForAll implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                private final AtomicReference<@Nullable ModelException> failure = new AtomicReference<>();

                @Override
                <X> void infer(Kept kept, Request<X> request) {
                    ModelException known = failure.get();
                    if (known != null) {
                        throw known;
                    }
                    try {
                        super.infer(kept, request);
                    } catch (ModelException e) {
                        failure.set(e);
                        throw e;
                    }
                }
            };
        }
    }

    /** Minds being closed twice. */
    static class ClosedOnceOnly implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                private final AtomicBoolean closed = new AtomicBoolean();

                @Override
                public void close() {
                    if (closed.getAndSet(true)) {
                        throw new IllegalStateException("closed");
                    }
                }
            };
        }
    }

    /** Tells the same whatever it does. */
    static class EverythingIsAMiss implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                Consumer<StoreEvent> quiet(Consumer<StoreEvent> events) {
                    return super.quiet(event -> events.accept(
                            event instanceof StoreEvent.Hit hit ? new StoreEvent.Miss(hit.key(), hit.rows()) : event));
                }
            };
        }
    }

    /** Tells of no difference. */
    static class ChecksAlwaysAgree implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                Consumer<StoreEvent> quiet(Consumer<StoreEvent> events) {
                    return super.quiet(event -> events.accept(
                            event instanceof StoreEvent.SpotChecked check
                                    ? new StoreEvent.SpotChecked(check.key(), check.rows(), 0, true)
                                    : event));
                }
            };
        }
    }

    /** Tells the model where it should tell the key. */
    static class NamesTheModelOnly implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                Optional<String> name(Request<?> request) {
                    return request.model.fingerprint().map(ModelFingerprint::model);
                }
            };
        }
    }

    /** Lets through what listeners throw. */
    static class ListenersMayEndIt implements PredictionStoreContract {
        @Override
        public PredictionStore open(Path folder) {
            return new SmallStore(folder) {
                @Override
                Consumer<StoreEvent> quiet(Consumer<StoreEvent> events) {
                    return events;
                }
            };
        }
    }
}
