package io.github.tiercel.report;

import io.github.tiercel.result.Verdict;

/** What a piece of text means, for styles that show it. The codes are the eight colours that every terminal has. */
enum Tone {
    NORMAL(""),
    STRONG("1"),
    FAINT("2"),
    GOOD("32"),
    UNSURE("33"),
    BAD("31");

    private final String code;

    Tone(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static Tone of(Verdict verdict) {
        return switch (verdict) {
            case PASS -> GOOD;
            case INCONCLUSIVE -> UNSURE;
            case FAIL -> BAD;
        };
    }
}
