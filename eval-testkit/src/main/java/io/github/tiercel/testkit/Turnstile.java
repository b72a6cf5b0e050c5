package io.github.tiercel.testkit;

import java.util.concurrent.CountDownLatch;

/** Holds a model up. */
final class Turnstile {

    /** Counted down when the model is at work. */
    final CountDownLatch atWork = new CountDownLatch(1);

    /** Lets the model go on. */
    final CountDownLatch goOn = new CountDownLatch(1);

    /** The model, held up at its first batch; it says that it need not be tried, so that this is one of its rows. */
    StoreModel before(StoreModel model) {
        return model.after((batch, scores) -> {
                    atWork.countDown();
                    goOn.await();
                })
                .saysItIsBatchVariant();
    }
}
