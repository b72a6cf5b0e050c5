package io.github.tiercel.cli;

import io.github.tiercel.data.NearestName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What the codes of warnings and errors mean: the sections of the manual's page on messages, which the jar holds. */
final class MessageTexts {

    private static final String PAGE = "messages.md";
    private static final String PART = "# ";
    private static final String HEADING = "## ";

    /** Lines by code, in the order of the page. */
    private final Map<String, List<String>> sections;

    private MessageTexts(Map<String, List<String>> sections) {
        this.sections = sections;
    }

    static MessageTexts read() {
        try (InputStream page =
                Objects.requireNonNull(MessageTexts.class.getResourceAsStream(PAGE), "the jar holds " + PAGE)) {
            return of(new String(page.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MessageTexts of(String page) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> section = new ArrayList<>();
        for (String line : page.lines().toList()) {
            if (line.startsWith(HEADING)) {
                section = new ArrayList<>();
                sections.put(line.substring(HEADING.length()), section);
            } else if (line.startsWith(PART)) {
                section = new ArrayList<>();
            } else if (!line.isBlank()) {
                section.add(line.replace("`", ""));
            }
        }
        return new MessageTexts(sections);
    }

    Set<String> codes() {
        return sections.keySet();
    }

    /** {@return the lines under a code} */
    Optional<List<String>> lines(String code) {
        return Optional.ofNullable(sections.get(code));
    }

    /** {@return a question whether another code was meant, or nothing} */
    String nearest(String code) {
        return NearestName.suggestion(code, codes());
    }
}
