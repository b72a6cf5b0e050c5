package io.github.tiercel.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.tiercel.inference.Predictor;
import java.lang.ref.WeakReference;

/**
 * What spot checks found: under which keys scores were given again, and by which model. Another object under the same
 * name is checked anew, because it may have other weights. Safe for use by several threads.
 */
final class Trust {

    /** One that is forgotten costs another check; in a long training run every epoch has a key of its own. */
    private static final int MOST_KEPT = 10_000;

    private final Cache<StoreKey, Finding> findings =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).executor(Runnable::run).build();

    /** The trust in scores under one key, as far as one model goes. */
    Of of(StoreKey key, Predictor<?> model) {
        return new Known(this, key, model);
    }

    /** The trust in scores of a model of which nobody vouches that it stays as it is, so it is checked at every use. */
    static Of never() {
        return Unvouched.ANY;
    }

    /** Whether scores under the key may be used: they were given again, or were not checked yet. */
    boolean isTrusted(StoreKey key) {
        Finding finding = findings.getIfPresent(key);
        return finding == null || finding.agrees();
    }

    private boolean isChecked(StoreKey key, Predictor<?> model) {
        Finding finding = findings.getIfPresent(key);
        return finding != null && finding.agrees() && finding.model().refersTo(model);
    }

    private record Finding(boolean agrees, WeakReference<Predictor<?>> model) {}

    /** The trust in some scores, as far as one model goes. */
    interface Of {

        /** Whether somebody vouches that the model stays as it is. */
        boolean isVouchedFor();

        boolean isTrusted();

        /** Whether this very model has given the scores again. */
        boolean isChecked();

        /** Takes down whether the model has given the scores again. */
        void checked(boolean agrees);
    }

    private record Known(Trust trust, StoreKey key, Predictor<?> model) implements Of {

        @Override
        public boolean isVouchedFor() {
            return true;
        }

        @Override
        public boolean isTrusted() {
            return trust.isTrusted(key);
        }

        @Override
        public boolean isChecked() {
            return trust.isChecked(key, model);
        }

        @Override
        public void checked(boolean agrees) {
            trust.findings.put(key, new Finding(agrees, new WeakReference<>(model)));
        }
    }

    private enum Unvouched implements Of {
        ANY;

        @Override
        public boolean isVouchedFor() {
            return false;
        }

        @Override
        public boolean isTrusted() {
            return true;
        }

        @Override
        public boolean isChecked() {
            return false;
        }

        @Override
        public void checked(boolean agrees) {
            // The next use checks it again, whatever came of this one.
        }
    }
}
