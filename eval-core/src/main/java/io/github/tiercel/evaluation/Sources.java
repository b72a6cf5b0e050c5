package io.github.tiercel.evaluation;

import io.github.tiercel.data.Scores;
import io.github.tiercel.result.HoldoutUse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the scores of one evaluation come from. */
record Sources(List<ScoreSource> candidates, Optional<ScoreSource> baseline) {

    static Sources of(ScoreSource candidate) {
        return new Sources(List.of(candidate), Optional.empty());
    }

    /** Scores of all rows. */
    static Sources given(List<Scores> candidates, Optional<Scores> baseline) {
        return new Sources(
                candidates.stream().<ScoreSource>map(GivenScores::new).toList(), baseline.map(GivenScores::new));
    }

    List<String> models() {
        return candidates.stream().map(ScoreSource::model).toList();
    }

    Stream<ScoreSource> all() {
        return Stream.concat(candidates.stream(), baseline.stream());
    }

    /** Whether each can score more rows than it was asked for first. */
    boolean canGrow() {
        return candidates.stream().allMatch(ScoreSource::canGrow);
    }

    /** Counts the rows as used by each; the last to be counted is told of all. */
    Optional<HoldoutUse> used(String tier) {
        return Stream.concat(baseline.stream(), candidates.stream())
                .flatMap(source -> source.used(tier).stream())
                .reduce((earlier, later) -> later);
    }
}
