package io.github.tiercel.report;

import io.github.tiercel.result.PlannedMetric;
import io.github.tiercel.result.SamplePlan;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One line of what a pilot tells of the rows that a wanted half-width takes: how closely the pilot itself knows the
 * metrics that are narrow enough, and how many rows the others take, and which have no interval.
 *
 * <p>Of several models, the one that is known least decides. Differences to a baseline are left out. Half-widths are
 * those around the value on all rows, with two digits; numbers of rows that are planned are rounded up to two digits.
 * The text has no line feed. Safe for use by several threads.
 *
 * <pre>{@code
 * 16,384 of 200,000 rows: log_loss to 0.0041, roc_auc to 0.0093; average_precision cannot be known to 0.01 below 120,000
 * }</pre>
 *
 * <pre>{@code
 * System.out.println(PlanLine.render(evaluator.plan(Tier.fast(), 0.01, List.of(candidate), Optional.empty())));
 * }</pre>
 *
 * @since 0.1
 */
public final class PlanLine {

    private static final MathContext TWO_UP = new MathContext(2, RoundingMode.UP);

    private final SamplePlan plan;
    private final List<String> narrow = new ArrayList<>();
    private final List<String> wide = new ArrayList<>();
    /** Names of metrics by why there is no plan. */
    private final Map<String, List<String>> without = new LinkedHashMap<>();

    private PlanLine(SamplePlan plan) {
        this.plan = plan;
    }

    /**
     * {@return the line}
     *
     * @param plan what a pilot tells
     */
    public static String render(SamplePlan plan) {
        return new PlanLine(plan).line();
    }

    private String line() {
        worstByMetric().forEach((name, planned) -> add(DisplayText.escaped(name), planned));
        String rows = String.format(Locale.ROOT, "%,d of %,d rows: ", plan.rows(), plan.rowsTotal());
        List<String> parts = new ArrayList<>();
        if (!narrow.isEmpty()) {
            parts.add(String.join(", ", narrow));
        }
        parts.addAll(wide);
        without.forEach((reason, names) -> parts.add(reason + ": " + String.join(", ", names)));
        return rows + String.join("; ", parts);
    }

    private void add(String name, PlannedMetric planned) {
        if (planned.reason().isPresent()) {
            without.computeIfAbsent(planned.reason().get(), reason -> new ArrayList<>())
                    .add(name);
        } else if (own(planned) <= plan.halfWidth()) {
            narrow.add(name + " to " + rounded(own(planned)));
        } else {
            wide.add(name + " cannot be known to " + Digits.toCopy(plan.halfWidth()) + " below "
                    + String.format(
                            Locale.ROOT, "%,d", roundedUp(planned.rowsNeeded().orElse(plan.rowsTotal()))));
        }
    }

    private Map<String, PlannedMetric> worstByMetric() {
        Map<String, PlannedMetric> worst = new LinkedHashMap<>();
        for (PlannedMetric planned : plan.metrics()) {
            if (!planned.ofDifference()) {
                worst.merge(planned.metric(), planned, this::worse);
            }
        }
        return worst;
    }

    private PlannedMetric worse(PlannedMetric one, PlannedMetric other) {
        return badness(one) >= badness(other) ? one : other;
    }

    private double badness(PlannedMetric planned) {
        return planned.reason().isPresent() ? Double.POSITIVE_INFINITY : own(planned);
    }

    private double own(PlannedMetric planned) {
        return planned.width(plan.rows()).orElseThrow().fullSet();
    }

    private static String rounded(double halfWidth) {
        return halfWidth == 0
                ? "0"
                : BigDecimal.valueOf(halfWidth)
                        .round(TWO_UP)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private int roundedUp(int rows) {
        return BigDecimal.valueOf(rows)
                .round(TWO_UP)
                .min(BigDecimal.valueOf(plan.rowsTotal()))
                .intValue();
    }
}
