package io.github.tiercel.metrics.parity;

import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.parity.Oracle.Answers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Counts where two programs agree, differ as listed, and differ otherwise. */
final class Comparison {

    private static final int SHOWN = 20;

    private final List<Difference> listed;
    private final Map<Difference, Integer> differences = new LinkedHashMap<>();
    private final Set<String> metrics = new TreeSet<>();
    private final Set<String> unknown = new TreeSet<>();
    private final List<String> unexplained = new ArrayList<>();
    private int agreements;
    private int absences;

    Comparison(List<Difference> listed) {
        this.listed = listed;
    }

    /** What Tiercel gives for a metric, where the other program gives something under the same name. */
    interface Own<P extends Predictions> {
        Value value(Metric<P> metric, String name, P predictions);
    }

    <P extends Predictions> void add(RandomCases<P> cases, Answers answers) {
        add(cases, answers, (metric, name, predictions) -> metric.value(predictions));
    }

    <P extends Predictions> void add(RandomCases<P> cases, Answers answers, Own<P> own) {
        for (int n = 0; n < answers.names().size(); n++) {
            // What follows the name says in which form the other program was given the numbers.
            String name = answers.names().get(n);
            String metric = name.split(" ", 2)[0];
            var found = cases.family().named(metric);
            if (found.isEmpty()) {
                unknown.add(name);
                continue;
            }
            metrics.add(cases.family().task().spelling() + " " + metric);
            for (int i = 0; i < cases.cases().size(); i++) {
                if (answers.has(i, n)) {
                    P predictions = cases.cases().get(i);
                    Value ours = own.value(found.get(), name, predictions);
                    Finding<P> finding = new Finding<>(predictions, found.get(), name, ours, answers.number(i, n));
                    count(finding, cases.family().task().spelling() + " case " + i);
                }
            }
        }
    }

    private void count(Finding<?> finding, String where) {
        if (finding.isAgreement()) {
            agreements++;
        } else if (finding.isAbsenceOnBothSides()) {
            absences++;
        } else {
            explain(finding, where);
        }
    }

    private void explain(Finding<?> finding, String where) {
        for (Difference difference : listed) {
            if (difference.explains(finding)) {
                differences.merge(difference, 1, Integer::sum);
                return;
            }
        }
        unexplained.add(where + ", " + finding.predictions().rows() + " rows, " + finding.name() + ": " + finding.ours()
                + " here, " + finding.theirs() + " there");
    }

    /** {@return values that both programs have and that are equal} */
    int agreements() {
        return agreements;
    }

    /** {@return differences of the list that did not occur} */
    Set<Difference> unseen() {
        Set<Difference> unseen = new LinkedHashSet<>(listed);
        unseen.removeAll(differences.keySet());
        return unseen;
    }

    /** {@return the metrics compared, each with its task} */
    Set<String> metrics() {
        return metrics;
    }

    /** {@return names that Tiercel does not know} */
    Set<String> unknown() {
        return unknown;
    }

    /** {@return the first values that differ although no difference of the list explains it} */
    String unexplained() {
        return unexplained.isEmpty()
                ? ""
                : unexplained.size() + " values:\n"
                        + String.join("\n", unexplained.subList(0, Math.min(SHOWN, unexplained.size())));
    }

    @Override
    public String toString() {
        int explained =
                differences.values().stream().mapToInt(Integer::intValue).sum();
        return agreements + " values agree, " + absences + " exist on neither side, " + explained
                + " differ as listed, " + unexplained.size() + " differ otherwise";
    }
}
