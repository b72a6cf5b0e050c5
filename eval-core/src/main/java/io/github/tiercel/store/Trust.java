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

    private final Cache<Object, Finding> findings =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).executor(Runnable::run).build();

    /** Whether scores under the key may be used: they were given again, or were not checked yet. */
    boolean isTrusted(Object key) {
        Finding finding = findings.getIfPresent(key);
        return finding == null || finding.agrees();
    }

    private boolean isChecked(Object key, Predictor<?> model) {
        Finding finding = findings.getIfPresent(key);
        return finding != null && finding.agrees() && finding.model().refersTo(model);
    }

    private record Finding(boolean agrees, WeakReference<Predictor<?>> model) {}

    /** The trust in scores under one key, as far as one model goes. */
    static final class Of {

        private final Trust trust;
        private final Object key;
        private final Predictor<?> model;

        Of(Trust trust, Object key, Predictor<?> model) {
            this.trust = trust;
            this.key = key;
            this.model = model;
        }

        /** Whether somebody vouches that the model stays as it is. */
        boolean isVouchedFor() {
            return key instanceof StoreKey;
        }

        boolean isTrusted() {
            return trust.isTrusted(key);
        }

        /** Whether this very model has given scores under the key again. */
        boolean isChecked() {
            return trust.isChecked(key, model);
        }

        void checked(boolean agrees) {
            trust.findings.put(key, new Finding(agrees, new WeakReference<>(model)));
        }
    }
}
