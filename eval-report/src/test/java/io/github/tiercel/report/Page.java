package io.github.tiercel.report;

import io.github.tiercel.result.EvaluationResult;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** A report as read by a parser that accepts nothing but well-formed XML. */
final class Page {

    // Finding these takes longer than reading a page. Tests read one page after the other.
    private static final DocumentBuilder READER = reader();
    private static final XPath XPATH = XPathFactory.newInstance().newXPath();

    private Page() {}

    private static DocumentBuilder reader() {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new AssertionError(e);
        }
    }

    static Document of(EvaluationResult result) {
        return parsed(ResultHtml.render(result));
    }

    static Document parsed(String page) {
        try {
            return READER.parse(new InputSource(new StringReader(page)));
        } catch (SAXException | IOException e) {
            throw new AssertionError(e.getMessage() + "\n" + page, e);
        }
    }

    /** The text of each node that an XPath names. */
    static List<String> texts(Document page, String path) {
        try {
            var nodes = (NodeList) XPATH.evaluate(path, page, XPathConstants.NODESET);
            return IntStream.range(0, nodes.getLength())
                    .mapToObj(n -> nodes.item(n).getTextContent())
                    .toList();
        } catch (XPathExpressionException e) {
            throw new AssertionError(path, e);
        }
    }

    /** The default one prints to the console. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException warning) throws SAXParseException {
            throw warning;
        }

        @Override
        public void error(SAXParseException error) throws SAXParseException {
            throw error;
        }

        @Override
        public void fatalError(SAXParseException error) throws SAXParseException {
            throw error;
        }
    }
}
