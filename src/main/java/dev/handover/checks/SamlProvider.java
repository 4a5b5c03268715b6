package dev.handover.checks;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * What a SAML 2.0 metadata document says about its identity provider (saml-metadata-2.0-os). Read as data only: a document
 * type is refused before anything in it is looked at, so there are no entities, neither bombs nor addresses of others.
 *
 * @param provider the EntityDescriptor
 * @param role its IDPSSODescriptor
 * @param terms the elements whose {@code validUntil} and {@code cacheDuration} bind the provider: its own and those around it
 */
record SamlProvider(Element provider, Element role, List<Element> terms) {

    private static final String METADATA = "urn:oasis:names:tc:SAML:2.0:metadata";
    private static final String SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";
    private static final String PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol";

    /** No metadata is nested deeper than about a dozen elements; extensions get as many again, and more. */
    private static final String DEEPEST = "100";

    /** A document that no identity provider can be read from; the message says why, and quotes nothing of it. */
    static final class Unreadable extends Exception {

        Unreadable(String message) {
            super(message);
        }
    }

    /** @throws Unreadable if the text is not a metadata document of exactly one SAML 2.0 identity provider */
    static SamlProvider read(String xml) throws Unreadable {
        Element root = parse(xml).getDocumentElement();
        List<Element> providers = Stream.concat(Stream.of(root), all(root, METADATA, "EntityDescriptor"))
                .filter(each -> is(each, "EntityDescriptor"))
                .filter(each -> roles(each).findAny().isPresent())
                .distinct()
                .toList();
        if (providers.size() != 1) {
            throw new Unreadable(
                    providers.isEmpty()
                            ? "it describes no identity provider that speaks SAML 2.0 (IDPSSODescriptor)"
                            : "it describes %d identity providers; name an address that describes one"
                                    .formatted(providers.size()));
        }
        Element provider = providers.get(0);
        Element role = roles(provider).findFirst().orElseThrow();
        List<Element> around = Stream.iterate(
                        role, each -> each.getParentNode() instanceof Element, SamlProvider::parent)
                .toList();
        return new SamlProvider(
                provider,
                role,
                Stream.concat(around.stream(), Stream.of(root)).distinct().toList());
    }

    String entityId() {
        return provider.getAttribute("entityID").strip();
    }

    List<Element> singleSignOnServices() {
        return children(role, METADATA, "SingleSignOnService").toList();
    }

    /** Base64 of each certificate that signatures may be verified with: those of keys for signing, or for any use. */
    List<String> signingCertificates() {
        return children(role, METADATA, "KeyDescriptor")
                .filter(key -> List.of("", "signing").contains(key.getAttribute("use")))
                .flatMap(key -> all(key, SIGNATURE, "X509Certificate"))
                .map(each -> each.getTextContent().replaceAll("\\s", ""))
                .toList();
    }

    private static Element parent(Element element) {
        return (Element) element.getParentNode();
    }

    private static Stream<Element> roles(Element provider) {
        return children(provider, METADATA, "IDPSSODescriptor")
                .filter(each -> List.of(
                                each.getAttribute("protocolSupportEnumeration").split("\\s+"))
                        .contains(PROTOCOL));
    }

    private static boolean is(Element element, String name) {
        return METADATA.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    private static Stream<Element> children(Element parent, String namespace, String name) {
        return all(parent, namespace, name).filter(each -> each.getParentNode() == parent);
    }

    private static Stream<Element> all(Element ancestor, String namespace, String name) {
        NodeList found = ancestor.getElementsByTagNameNS(namespace, name);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }

    private static Document parse(String xml) throws Unreadable {
        try {
            return builder().parse(new InputSource(new StringReader(xml)));
        } catch (SAXException e) {
            throw new Unreadable(
                    xml.contains("<!DOCTYPE")
                            ? "it has a document type (DOCTYPE), which metadata never needs and attacks do"
                            : "it is not well-formed XML");
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory can always be read", e);
        }
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setAttribute("jdk.xml.maxElementDepth", DEEPEST);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the Java platform's parser knows these features", e);
        }
    }

    /** Ends at the first error, and prints nothing: the parser's own handler would write the message to the console. */
    private static final class Strict implements ErrorHandler {

        @Override
        public void warning(SAXParseException exception) {
            // A document with a warning can be read.
        }

        @Override
        public void error(SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void fatalError(SAXParseException exception) throws SAXException {
            throw exception;
        }
    }
}
