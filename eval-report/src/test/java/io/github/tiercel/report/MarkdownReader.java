package io.github.tiercel.report;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** A document as read by a parser of CommonMark with tables, and with what looks like an address made a link. */
final class MarkdownReader {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create(), AutolinkExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

    /** What splits text without a trace. */
    private static final String SPLIT = "<!-- -->";

    private MarkdownReader() {}

    static Node parsed(String document) {
        return PARSER.parse(document);
    }

    /** What the document is made of, text left out: kinds of nodes with their depth, and raw HTML word by word. */
    static List<String> structure(String document) {
        List<String> structure = new ArrayList<>();
        walk(parsed(document), 0, structure);
        return structure;
    }

    private static void walk(Node node, int depth, List<String> structure) {
        if (node instanceof Text || isSplit(node)) {
            return;
        }
        String raw = node instanceof HtmlBlock block ? block.getLiteral() : "";
        boolean marker = raw.startsWith("<!-- tiercel:");
        structure.add(depth + " " + node.getClass().getSimpleName() + " " + (marker ? "marker" : raw));
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            walk(child, depth + 1, structure);
        }
    }

    private static boolean isSplit(Node node) {
        return node instanceof HtmlInline html && html.getLiteral().equals(SPLIT);
    }

    /** The text of each cell of each row of all tables. */
    static List<List<String>> rows(String document) {
        List<List<String>> rows = new ArrayList<>();
        collect(parsed(document), TableRow.class)
                .forEach(row -> rows.add(collect(row, TableCell.class).stream()
                        .map(MarkdownReader::text)
                        .toList()));
        return rows;
    }

    static List<String> headings(String document) {
        return collect(parsed(document), Heading.class).stream()
                .map(MarkdownReader::text)
                .toList();
    }

    private static List<Node> collect(Node node, Class<? extends Node> kind) {
        List<Node> found = new ArrayList<>();
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            if (kind.isInstance(child)) {
                found.add(child);
            }
            found.addAll(collect(child, kind));
        }
        return found;
    }

    static String text(Node node) {
        StringBuilder text = new StringBuilder();
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            text.append(child instanceof Text leaf ? leaf.getLiteral() : text(child));
        }
        return text.toString();
    }
}
