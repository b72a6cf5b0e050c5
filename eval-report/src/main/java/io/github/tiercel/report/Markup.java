package io.github.tiercel.report;

/** A piece of a page. All of its parts are elements and escaped text, so it is well-formed whatever the text holds. */
sealed interface Markup permits Element, Line, Text, Stylesheet, Script {

    void appendTo(StringBuilder page);
}
