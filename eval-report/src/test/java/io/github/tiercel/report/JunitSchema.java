package io.github.tiercel.report;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.SAXException;

/** The schema of JUnit XML in the docs. */
final class JunitSchema {

    private static final Schema SCHEMA = schema();

    private JunitSchema() {}

    private static Schema schema() {
        try {
            SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newSchema(Path.of("..", "docs", "junit.xsd").toFile());
        } catch (SAXException e) {
            throw new AssertionError(e);
        }
    }

    /** Throws what is wrong with the text. */
    static void validate(String xml) throws SAXException {
        Validator validator = SCHEMA.newValidator();
        try {
            validator.validate(new StreamSource(new StringReader(xml)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static void assertValid(String xml) {
        try {
            validate(xml);
        } catch (SAXException e) {
            throw new AssertionError(e.getMessage() + "\n" + xml, e);
        }
    }
}
