package io.github.tiercel.result;

/**
 * What was found of rankings.
 *
 * @param queries how many queries were evaluated
 * @param withoutRelevant how many of them have no relevant row, and count by the declared rule
 * @since 0.1
 */
public record RankingFindings(int queries, int withoutRelevant) implements TaskFindings {

    @Override
    public String task() {
        return "ranking";
    }
}
