package io.github.tiercel.samples;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.SampleRows;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.result.EpochHistory;
import io.github.tiercel.result.EpochRecord;
import io.github.tiercel.result.Fidelity;
import io.github.tiercel.training.EarlyStopping;
import io.github.tiercel.training.EpochEvaluator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * What the fast tier is worth on real flights: the same training runs, recorded epoch by epoch, are stopped by four
 * rules, and each rule's choice is judged on flights that no rule has seen.
 *
 * <p>Run from the root of the repository: {@code scripts/sample.sh FastTierStudy [SEEDS]}. Twenty seeds take about a
 * quarter of an hour. The tables stand in docs/fast-tier.md.
 */
public final class FastTierStudy {

    private static final int EPOCHS = 60;
    private static final int PATIENCE = 10;
    private static final double LEAST_GAIN = 0.0003;
    private static final Tier FAST = Tier.fast().withMetrics(List.of("log_loss"));
    private static final Tier FULL =
            Tier.full().withMetrics(List.of("log_loss")).withReplicates(0);

    private FastTierStudy() {}

    public static void main(String[] arguments) throws XGBoostError {
        int seeds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        Flights past = Flights.past();
        Flights future = Flights.future();
        for (StudyModels model : StudyModels.values()) {
            List<Audit> audits = new ArrayList<>();
            Map<String, List<Choice>> choices = new LinkedHashMap<>();
            for (int seed = 1; seed <= seeds; seed++) {
                StudyFlights flights = StudyFlights.of(past, future, seed);
                RecordedRun run = model.run(flights, EPOCHS, seed);
                audits.add(audit(flights, run, seed));
                for (Rule rule : rules()) {
                    choices.computeIfAbsent(rule.name(), name -> new ArrayList<>())
                            .add(rule.choice().apply(new Recorded(flights, run, seed)));
                }
                System.err.println(model + ", seed " + seed + " of " + seeds);
            }
            print(model, audits, choices);
        }
    }

    /** One run of one seed. */
    private record Recorded(StudyFlights flights, RecordedRun run, long seed) {}

    /** A rule that chooses an epoch. */
    private record Rule(String name, Function<Recorded, Choice> choice) {}

    /** What a rule chose, what that took, and how much worse it is than the best choice on the other flights. */
    private record Choice(double epochs, double rows, double millis, double regret) {}

    /** How the fast tier agreed with the full one over all epochs. */
    private record Audit(Fidelity fidelity, double fullSet, double world) {}

    private static List<Rule> rules() {
        return List.of(
                new Rule(
                        "fast tier, early stopping",
                        recorded -> stopped(recorded, FAST, builder -> builder.stopping(
                                        EarlyStopping.of("log_loss", PATIENCE).withMinDelta(LEAST_GAIN))
                                .epochBudget(EPOCHS))),
                new Rule(
                        "fast tier, patience",
                        recorded -> stopped(recorded, FAST, builder -> builder.patience("log_loss", PATIENCE))),
                new Rule("first rows of the file, patience", FastTierStudy::byFirstRows),
                new Rule(
                        "all rows, patience",
                        recorded -> stopped(
                                recorded,
                                FAST.withRows(new SampleRows.All()),
                                builder -> builder.patience("log_loss", PATIENCE))));
    }

    private static Choice stopped(
            Recorded recorded,
            Tier tier,
            Function<EpochEvaluator.Builder<Void>, EpochEvaluator.Builder<Void>> settings) {
        try (var epochs = settings.apply(EpochEvaluator.ofScores(evaluator(recorded.flights(), recorded.seed()), "run")
                        .tiers(tier))
                .build()) {
            for (int epoch = 1; epoch <= EPOCHS; epoch++) {
                if (epochs.onEpochEnd(epoch, recorded.run().scores().get(epoch - 1))
                        .shouldStop()) {
                    break;
                }
            }
            return choice(epochs.history(), recorded.run());
        }
    }

    private static Choice choice(EpochHistory history, RecordedRun run) {
        List<EpochRecord> epochs = history.epochs();
        int best = history.bestEpoch().orElseThrow();
        double rows = mean(epochs, epoch -> epoch.tiers().values().stream()
                .mapToDouble(found -> found.rows())
                .sum());
        // The first epoch sorts the rows and is compiled; it says nothing of the others.
        double millis = mean(epochs.subList(1, epochs.size()), EpochRecord::evaluationMillis);
        return new Choice(epochs.size(), rows, millis, run.quality(best) - run.bestQuality());
    }

    /** What most loops do: the first rows, in the order of time, as many as the fast tier has. */
    private static Choice byFirstRows(Recorded recorded) {
        int rows = new SampleRows.Fast()
                .of(evaluator(recorded.flights(), recorded.seed()).set().order());
        boolean[] late = StudyFlights.late(recorded.flights().select().subList(0, rows));
        EvaluationSet first = EvaluationSet.binary(late)
                .ids(recorded.flights().select().subList(0, rows).stream()
                        .mapToLong(Flight::id)
                        .toArray())
                .build();
        Tier all = FAST.withRows(new SampleRows.All());
        try (var epochs = EpochEvaluator.ofScores(Evaluator.of(first).build(), "run")
                .tiers(all)
                .patience("log_loss", PATIENCE)
                .build()) {
            for (int epoch = 1; epoch <= EPOCHS; epoch++) {
                double[] scores = Arrays.copyOf(recorded.run().scores().get(epoch - 1), rows);
                if (epochs.onEpochEnd(epoch, scores).shouldStop()) {
                    break;
                }
            }
            return choice(epochs.history(), recorded.run());
        }
    }

    private static Audit audit(StudyFlights flights, RecordedRun run, long seed) {
        try (var epochs = EpochEvaluator.ofScores(evaluator(flights, seed), "run")
                .tiers(FAST, FULL)
                .fullEvery(1)
                .monitor("log_loss")
                .build()) {
            for (int epoch = 1; epoch <= EPOCHS; epoch++) {
                epochs.onEpochEnd(epoch, run.scores().get(epoch - 1));
            }
            EpochHistory history = epochs.history();
            return new Audit(
                    Fidelity.of(history).orElseThrow(),
                    mean(history.epochs(), epoch -> margin(epoch, true)),
                    mean(history.epochs(), epoch -> margin(epoch, false)));
        }
    }

    private static double margin(EpochRecord epoch, boolean ofFullSet) {
        var estimate = Optional.ofNullable(epoch.tiers().get("fast"))
                .flatMap(tier -> Optional.ofNullable(tier.metrics().get("log_loss")))
                .orElseThrow();
        Interval interval = (ofFullSet ? estimate.fullSet() : estimate.population()).orElseThrow();
        return (interval.upper() - interval.lower()) / 2;
    }

    private static Evaluator evaluator(StudyFlights flights, long seed) {
        return Evaluator.of(EvaluationSet.binary(StudyFlights.late(flights.select()))
                        .ids(flights.select().stream().mapToLong(Flight::id).toArray())
                        .seed(seed)
                        .build())
                .build();
    }

    private static void print(StudyModels model, List<Audit> audits, Map<String, List<Choice>> choices) {
        System.out.printf(
                Locale.ROOT,
                "%n%s, %d seeds: margin on all rows %.4f, on the world %.4f; agreed on %.1f %% of decisions, Kendall's tau"
                        + " %.3f; %.1f %% of margins kept%n%n",
                model,
                audits.size(),
                mean(audits, Audit::fullSet),
                mean(audits, Audit::world),
                100
                        * mean(
                                audits,
                                audit -> (double) audit.fidelity().agreed()
                                        / audit.fidelity().decisions()),
                mean(audits, audit -> audit.fidelity().kendall().value().orNaN()),
                100
                        * mean(
                                audits,
                                audit -> (double) audit.fidelity().kept()
                                        / audit.fidelity().margins()));
        System.out.println(
                "| rule | rows an epoch | ms an epoch | stopped after epoch | log-loss above the best choice |");
        System.out.println("|---|---:|---:|---:|---:|");
        choices.forEach((rule, all) -> System.out.printf(
                Locale.ROOT,
                "| %s | %,.0f | %.2f | %s | %s |%n",
                rule,
                mean(all, Choice::rows),
                mean(all, Choice::millis),
                withError(all, Choice::epochs, "%.1f ± %.1f"),
                withError(all, Choice::regret, "%.5f ± %.5f")));
    }

    private static <T> double mean(List<T> values, ToDoubleFunction<T> of) {
        return values.stream().mapToDouble(of).average().orElse(Double.NaN);
    }

    /** The mean over seeds and its standard error. */
    private static <T> String withError(List<T> values, ToDoubleFunction<T> of, String format) {
        double mean = mean(values, of);
        double squares = values.stream()
                .mapToDouble(value -> Math.pow(of.applyAsDouble(value) - mean, 2))
                .sum();
        double error = Math.sqrt(squares / (values.size() - 1) / values.size());
        return String.format(Locale.ROOT, format, mean, error);
    }
}
