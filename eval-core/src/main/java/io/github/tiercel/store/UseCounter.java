package io.github.tiercel.store;

import io.github.tiercel.result.HoldoutUse;
import java.util.Set;

/**
 * How often the rows of one order were used: what all have counted on disk, and what this store has counted, of which a
 * part waits to be written. Safe for use by several threads.
 */
final class UseCounter {

    /** Counts that are never written: of models that nobody could recognise. */
    private final UseTally held = new UseTally();

    private Set<String> files;
    private UseTally waiting = new UseTally();
    private UseTally all;
    private boolean isWhole;

    UseCounter(UseFolder.Found onDisk) {
        this.files = onDisk.files();
        this.all = onDisk.counts();
        this.isWhole = onDisk.isWhole();
    }

    /**
     * Counts an evaluation that is to be written, and returns what there were with it.
     *
     * @param writing has all that waits written some time; called unless that is to come anyway
     */
    synchronized HoldoutUse add(String tier, String model, Runnable writing) {
        boolean isFirst = waiting.isEmpty();
        waiting.add(tier, model, 1);
        all.add(tier, model, 1);
        HoldoutUse use = all.use(isWhole);
        if (isFirst) {
            writing.run();
        }
        return use;
    }

    /** Counts an evaluation for as long as the store is open. */
    synchronized HoldoutUse hold(String tier, String model) {
        held.add(tier, model, 1);
        all.add(tier, model, 1);
        return all.use(isWhole);
    }

    /** Gives away what waits to be written. */
    synchronized UseTally take() {
        UseTally taken = waiting;
        waiting = new UseTally();
        return taken;
    }

    /** Whether there is nothing new among the files but one of the store's own; it is known from then on. */
    synchronized boolean knows(Set<String> found, String own) {
        boolean isKnown = found.size() == files.size() + 1 && found.contains(own) && found.containsAll(files);
        files = isKnown ? found : files;
        return isKnown;
    }

    /** Takes what is on disk now in place of what was there before. */
    synchronized void found(UseFolder.Found onDisk) {
        files = onDisk.files();
        isWhole &= onDisk.isWhole();
        all = new UseTally();
        all.add(onDisk.counts());
        all.add(waiting);
        all.add(held);
    }
}
