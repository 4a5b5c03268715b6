package dev.handover.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads a foreign DMN document as plain XML: no DOCTYPE, no entities, nothing loaded, nothing evaluated. */
final class TableXml {

    /** DMN 1.3, which current modelers write. */
    static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";

    private TableXml() {}

    /** @throws dev.handover.validation.UnusableTable if it is not well-formed, or has a DOCTYPE */
    static Document parse(byte[] document) {
        try {
            return builder().parse(new ByteArrayInputStream(document));
        } catch (SAXException | IOException e) {
            var mistakes = new TableMistakes();
            mistakes.add(
                    e instanceof SAXParseException at ? "line " + at.getLineNumber() : "document",
                    "This is not XML that is read here: " + e.getMessage(),
                    "Send the file as a modeler saved it, without DOCTYPE and entities of its own.");
            mistakes.throwIfAny();
            throw new IllegalStateException(e);
        }
    }

    private static DocumentBuilder builder() {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setXIncludeAware(false);
            factory.setCoalescing(true);
            factory.setIgnoringComments(true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Refusing());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java platform reads XML safely", e);
        }
    }

    /** The default one writes to the standard error. */
    private static final class Refusing implements ErrorHandler {

        @Override
        public void warning(SAXParseException warning) {
            // what is odd but readable is judged later
        }

        @Override
        public void error(SAXParseException error) throws SAXException {
            throw error;
        }

        @Override
        public void fatalError(SAXParseException error) throws SAXException {
            throw error;
        }
    }

    /** All elements, in the order of the document. */
    static List<Element> elements(Document document) {
        return elementsIn(document.getElementsByTagNameNS("*", "*"));
    }

    /** Child elements of DMN with that name. */
    static List<Element> children(Element parent, String name) {
        return elementsIn(parent.getChildNodes()).stream()
                .filter(child -> isDmn(child, name))
                .toList();
    }

    static boolean isDmn(Node node, String name) {
        return DMN.equals(node.getNamespaceURI()) && name.equals(node.getLocalName());
    }

    private static List<Element> elementsIn(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    /** Text directly within the element; what nested elements say is not part of it. */
    static String text(Element element) {
        var text = new StringBuilder();
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE) {
                text.append(child.getNodeValue());
            }
        }
        return text.toString().strip();
    }
}
