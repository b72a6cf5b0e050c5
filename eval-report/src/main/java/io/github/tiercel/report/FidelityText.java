package io.github.tiercel.report;

import io.github.tiercel.result.Fidelity;
import java.util.Locale;

/**
 * How well the smallest tier of a run ranked epochs, in a sentence.
 *
 * <pre>{@code
 * fast agreed with full on 11 of 12 decisions, Kendall's tau 0.92 [0.78, 0.97]; 12 of 13 margins held the value on all rows.
 * }</pre>
 *
 * @since 0.1
 */
public final class FidelityText {

    /** The interval of a rank correlation of fewer epochs is as wide as its range. */
    private static final int FEWEST_TO_RANK = 5;

    private FidelityText() {}

    /**
     * {@return the sentence; without the rank correlation where there are fewer than five epochs}
     *
     * @param fidelity how well it ranked
     */
    public static String of(Fidelity fidelity) {
        String agreed = String.format(
                Locale.ROOT,
                "%s agreed with %s on %d of %d decisions",
                fidelity.fast(),
                fidelity.full(),
                fidelity.agreed(),
                fidelity.decisions());
        String tau = fidelity.epochs() >= FEWEST_TO_RANK
                        && fidelity.kendall().value().isDefined()
                ? ", Kendall's tau " + IntervalText.of(fidelity.kendall())
                : "";
        String kept = fidelity.margins() == 0
                ? ""
                : "; " + fidelity.kept() + " of " + fidelity.margins() + " margins held the value on all rows";
        return agreed + tau + kept + ".";
    }
}
