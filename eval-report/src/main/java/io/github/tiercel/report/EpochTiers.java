package io.github.tiercel.report;

import io.github.tiercel.result.EpochHistory;
import io.github.tiercel.result.EpochRecord;
import java.util.List;
import java.util.Optional;

/**
 * The tiers of a run. The smallest is the one that every epoch has, and the first that any epoch names.
 *
 * @param names the names of all tiers, in the order in which epochs name them
 */
record EpochTiers(List<String> names) {

    static EpochTiers of(EpochHistory history) {
        return new EpochTiers(history.epochs().stream()
                .flatMap(epoch -> epoch.tiers().keySet().stream())
                .distinct()
                .toList());
    }

    Optional<String> smallest() {
        return names.stream().findFirst();
    }

    /** {@return the tiers that only some epochs have} */
    List<String> larger() {
        return names.stream().skip(1).toList();
    }

    Optional<String> largest() {
        return larger().stream().reduce((first, second) -> second);
    }

    /** {@return whether no tier found anything, so that the warnings are all there is to say} */
    static boolean isFailed(EpochRecord epoch) {
        return epoch.tiers().isEmpty();
    }
}
