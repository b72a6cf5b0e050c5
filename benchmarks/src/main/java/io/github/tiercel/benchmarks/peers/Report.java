package io.github.tiercel.benchmarks.peers;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Measurements as tables in Markdown. Those of Tiercel come first. */
record Report(List<Measurement> measurements, int replicates) {

    String times() {
        return """
                | program | what it computes | replicates run | CPU s | wall s | CPU / Tiercel's | wall / Tiercel's |
                |---|---|---|---:|---:|---:|---:|
                """ + measurements.stream().map(this::time).collect(Collectors.joining("\n"));
    }

    String values() {
        return "| program | " + String.join(" | ", Names.ALL) + " |\n"
                + "|---|" + "---|".repeat(Names.ALL.size()) + "\n"
                + valuesByProgram().entrySet().stream()
                        .map(program -> values(program.getKey(), program.getValue()))
                        .collect(Collectors.joining("\n"));
    }

    private String time(Measurement measurement) {
        Timing timing = measurement.timing();
        Timing tiercel = Agreement.baseline(measurement.job(), measurements).timing();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %s | %s |",
                measurement.program(),
                measurement.computes(),
                measurement.run(),
                digits(timing.cpuSeconds()),
                digits(timing.wallSeconds()),
                digits(timing.cpuSeconds() / tiercel.cpuSeconds()),
                digits(timing.wallSeconds() / tiercel.wallSeconds()));
    }

    private Map<String, Map<String, Double>> valuesByProgram() {
        Map<String, Map<String, Double>> programs = new LinkedHashMap<>();
        measurements.forEach(measurement -> programs.computeIfAbsent(measurement.program(), name -> new HashMap<>())
                .putAll(measurement.values()));
        return programs;
    }

    /** Every digit, so that one sees how far programs agree. */
    private static String values(String program, Map<String, Double> values) {
        return Names.ALL.stream()
                .map(name -> values.containsKey(name) ? String.valueOf(values.get(name)) : "-")
                .collect(Collectors.joining(" | ", "| " + program + " | ", " |"));
    }

    /** Three significant digits; more would be noise. */
    private static String digits(double number) {
        return number >= 100 ? String.format(Locale.ROOT, "%,.0f", number) : String.format(Locale.ROOT, "%.3g", number);
    }
}
