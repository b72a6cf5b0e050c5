package io.github.tiercel.report;

import io.github.tiercel.result.Notice;
import io.github.tiercel.result.SmallSlices;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which slices a result does not list; of results from before that had a key, from what their warnings say. */
final class SmallSlicesReader {

    private static final String KEY = "small_slices";
    private static final Pattern SENTENCE = Pattern.compile(
            "(\\d[\\d,]{0,12}) of (\\d[\\d,]{0,12}) slices by \"(.*)\", of (\\d[\\d,]{0,12}) rows? in all,"
                    + " ha(?:s|ve) fewer than (\\d[\\d,]{0,12}) rows and (?:is|are) left out\\.",
            Pattern.DOTALL);

    private SmallSlicesReader() {}

    static List<SmallSlices> of(JsonSource json, List<Notice> warnings) {
        return json.has(KEY)
                ? json.objects(KEY, SmallSlicesReader::smallSlices)
                : warnings.stream()
                        .filter(notice -> notice.code().equals("SMALL_SLICES"))
                        .flatMap(notice -> said(notice.text()).stream())
                        .toList();
    }

    private static SmallSlices smallSlices(JsonSource json) {
        return new SmallSlices(
                json.text("column"), json.count("slices"), json.count("of"), json.count("rows"), json.count("fewest"));
    }

    private static Optional<SmallSlices> said(String sentence) {
        Matcher match = SENTENCE.matcher(sentence);
        return match.matches()
                ? Optional.of(new SmallSlices(
                        match.group(3),
                        number(match.group(1)),
                        number(match.group(2)),
                        number(match.group(4)),
                        number(match.group(5))))
                : Optional.empty();
    }

    private static int number(String text) {
        return (int) Math.min(Long.parseLong(text.replace(",", "")), Integer.MAX_VALUE);
    }
}
