package io.github.tiercel.report;

import io.github.tiercel.metrics.Borrowed;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.result.EpochHistory;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** From whom estimates borrow, and what they would be without. */
final class BorrowedText {

    /** Behind an estimate that borrows. */
    static final String MARK = "+";

    private BorrowedText() {}

    /** {@return a line for each model that is borrowed from; none where nothing is} */
    static List<String> lines(Collection<Estimate> shown, int width) {
        List<Estimate> borrowing = shown.stream()
                .filter(estimate -> estimate.borrowed().isPresent())
                .toList();
        return borrowing.stream()
                .map(BorrowedText::reference)
                .distinct()
                .flatMap(reference -> Paragraph.lines(meaning(reference, borrowing), MARK + " ", 2, width).stream())
                .toList();
    }

    /** {@return how often values of the monitored metric borrow, and from whom; empty if none does} */
    static Optional<String> sentence(EpochHistory history) {
        List<String> references = history.epochs().stream()
                .flatMap(epoch -> epoch.tiers().values().stream())
                .flatMap(tier -> Optional.ofNullable(tier.metrics().get(history.monitor())).stream())
                .flatMap(estimate -> estimate.borrowed().stream())
                .map(Borrowed::reference)
                .toList();
        return references.isEmpty()
                ? Optional.empty()
                : Optional.of("Values of samples marked " + MARK + " borrow from "
                        + String.join(", ", new LinkedHashSet<>(references))
                        + ", scored on all rows: what the sample did to those is taken off.");
    }

    private static String meaning(String reference, List<Estimate> borrowing) {
        return "borrows from " + reference + ", which was scored on all rows; the sample alone: "
                + borrowing.stream()
                        .filter(estimate -> reference(estimate).equals(reference))
                        .map(BorrowedText::plain)
                        .collect(Collectors.joining(", "));
    }

    private static String reference(Estimate estimate) {
        return estimate.borrowed().map(Borrowed::reference).orElse("");
    }

    private static String plain(Estimate estimate) {
        return estimate.metric() + " "
                + estimate.borrowed()
                        .map(borrowed -> IntervalText.of(borrowed.value(), borrowed.population()))
                        .orElse("");
    }
}
