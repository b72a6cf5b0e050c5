package io.github.tiercel.store;

import io.github.tiercel.files.DiskFailure;
import java.io.IOException;
import java.lang.System.Logger;
import java.util.Optional;

/**
 * Keeps a folder within its budget while a process adds to it: looks at the first segment, and again whenever a part of
 * the budget was added. One thread, that of the publisher.
 */
final class Housekeeping {

    private static final Logger LOGGER = System.getLogger(PredictionStore.class.getName());

    /**
     * Looking takes a few milliseconds a thousand keys; a folder exceeds its budget by no more than this part of it.
     */
    private static final int LOOKS_A_BUDGET = 64;

    /** Four fifths of the budget stay, so that not every segment evicts. */
    private static final double KEPT = 0.8;

    private final Eviction eviction;
    private final StoreLayout layout;
    private final long budget;
    private long sinceLook;
    private boolean hasWarned;

    Housekeeping(StoreLayout layout, StoreOptions options) {
        this.eviction =
                new Eviction(layout, options.locks() ? StoreLocks.of(layout) : StoreLocks.none(), Eviction.RECENT);
        this.layout = layout;
        this.budget = options.budget();
        this.sinceLook = budget;
    }

    /** Takes note of bytes that were added, and evicts if it is time to look and there is too much. */
    void added(long bytes, Events events) {
        sinceLook += bytes;
        if (sinceLook < budget / LOOKS_A_BUDGET) {
            return;
        }
        sinceLook = 0;
        try {
            look(events);
        } catch (IOException e) {
            // What was written is good all the same.
            warn("The prediction store " + layout.root() + " cannot be kept within its budget (" + DiskFailure.reason(e)
                    + "): look at its folder.");
        }
    }

    private void look(Events events) throws IOException {
        Eviction.Outcome outcome = eviction.run(budget, Math.round(KEPT * budget));
        outcome.evicted().forEach(gone -> events.tell(new StoreEvent.Evicted(Optional.of(gone.key()), gone.bytes())));
        if (outcome.bytes() > budget) {
            warn("The prediction store " + layout.root() + " has " + outcome.bytes() + " bytes and a budget of "
                    + budget + ", but all of its scores are in use. They are kept: set a larger budget.");
        }
    }

    private void warn(String text) {
        if (!hasWarned) {
            hasWarned = true;
            LOGGER.log(Logger.Level.WARNING, text);
        }
    }
}
