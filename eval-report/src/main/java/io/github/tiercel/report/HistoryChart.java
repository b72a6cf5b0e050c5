package io.github.tiercel.report;

import io.github.tiercel.report.EpochSeries.Point;
import io.github.tiercel.result.EpochHistory;
import io.github.tiercel.result.EpochRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * The monitored metric over epochs: a line with its band for the smallest tier, diamonds with their intervals for the
 * largest, a ring around the best epoch and a cross below each one that failed.
 */
final class HistoryChart {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 320;
    private static final int LEFT = 72;
    private static final int RIGHT = WIDTH - 12;
    private static final int TOP = 22;
    private static final int BOTTOM = HEIGHT - 46;

    /** With more epochs, dots would hide the line. */
    private static final int MOST_DOTS = 60;

    private final EpochHistory history;
    private final EpochSeries smallest;
    private final EpochSeries largest;
    private final Scale x;
    private final Scale y;

    HistoryChart(EpochHistory history) {
        EpochTiers tiers = EpochTiers.of(history);
        this.history = history;
        this.smallest = series(history, tiers.smallest().stream().toList());
        this.largest = series(history, tiers.largest().stream().toList());
        this.x = Scale.around(history.epochs().stream().mapToDouble(EpochRecord::epoch), LEFT, RIGHT);
        this.y = Scale.around(DoubleStream.concat(smallest.numbers(), largest.numbers()), BOTTOM, TOP);
    }

    private static EpochSeries series(EpochHistory history, List<String> tier) {
        return tier.isEmpty() ? new EpochSeries(List.of()) : EpochSeries.of(history, tier.get(0));
    }

    boolean isEmpty() {
        return smallest.points().isEmpty() && largest.points().isEmpty();
    }

    Element drawn() {
        List<Element> shapes = new ArrayList<>();
        shapes.addAll(new Axes(x, y, "epoch", x.ticks(10, 1), y.ticks(5, 0)).drawn());
        smallest.runs().forEach(run -> shapes.addAll(band(run)));
        smallest.runs().forEach(run -> shapes.add(Svg.path(line(run, Point::value), Ink.BLUE, 2)));
        if (history.epochs().size() <= MOST_DOTS) {
            smallest.points().forEach(point -> shapes.add(Svg.dot(x(point), y.at(point.value()), 2.5, Ink.BLUE)));
        }
        largest.points().forEach(point -> shapes.addAll(diamond(point)));
        shapes.addAll(best());
        history.epochs().stream()
                .filter(EpochTiers::isFailed)
                .forEach(epoch -> shapes.add(Svg.cross(x.at(epoch.epoch()), BOTTOM, 4, Ink.RED)));
        return Svg.picture(history.monitor() + " by epoch", description(), WIDTH, HEIGHT, shapes)
                .classed("wide");
    }

    private List<Element> band(List<Point> run) {
        if (run.size() == 1) {
            return List.of(upright(run.get(0), Ink.BLUE));
        }
        List<Point> back = new ArrayList<>(run);
        Collections.reverse(back);
        String around = line(run, Point::upper) + "L" + line(back, Point::lower).substring(1) + "Z";
        return List.of(Svg.band(around, Ink.BLUE));
    }

    private String line(List<Point> run, ToDoubleFunction<Point> height) {
        StringBuilder data = new StringBuilder();
        for (Point point : run) {
            data.append(data.isEmpty() ? "M" : "L").append(Svg.point(x(point), y.at(height.applyAsDouble(point))));
        }
        return data.toString();
    }

    private List<Element> diamond(Point point) {
        return List.of(upright(point, Ink.ORANGE), Svg.diamond(x(point), y.at(point.value()), 5, Ink.ORANGE));
    }

    private Element upright(Point point, Ink ink) {
        return Svg.line(x(point), y.at(point.lower()), x(point), y.at(point.upper()), ink, 1.5);
    }

    private double x(Point point) {
        return x.at(point.epoch());
    }

    private List<Element> best() {
        List<Element> shapes = new ArrayList<>();
        history.bestEpoch().map(best -> x.at(best)).ifPresent(at -> {
            shapes.add(Svg.dashed(Svg.line(at, TOP, at, BOTTOM, Ink.GREY, 1.5)));
            String side = at > (LEFT + RIGHT) / 2.0 ? "end" : "start";
            shapes.add(Svg.label(
                    at, TOP - 8, side, "best: epoch " + history.bestEpoch().get()));
        });
        smallest.points().stream()
                .filter(this::isBest)
                .forEach(point -> shapes.add(Svg.ring(x(point), y.at(point.value()), 6, Ink.BLUE)));
        return shapes;
    }

    private boolean isBest(Point point) {
        return history.bestEpoch().filter(best -> best == point.epoch()).isPresent();
    }

    private String description() {
        StringBuilder text = new StringBuilder();
        List<Point> points = smallest.points();
        if (!points.isEmpty()) {
            text.append(at(points.get(0))).append("; ").append(at(points.get(points.size() - 1)));
        }
        points.stream().filter(this::isBest).findFirst().ifPresent(best -> text.append("; best: ")
                .append(at(best)));
        long failed = history.epochs().stream().filter(EpochTiers::isFailed).count();
        return text.append(failed == 0 ? "" : "; epochs that failed: " + failed)
                .append(".")
                .toString();
    }

    private static String at(Point point) {
        Digits digits = Digits.of(point.value(), point.interval());
        return String.format(Locale.ROOT, "epoch %d: %s", point.epoch(), digits.plain(point.value()));
    }
}
