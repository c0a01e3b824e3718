package org.leye.subsidy.policy;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * The whitelist over the elements and attributes of a DMN 1.5 file, and the copy that holds nothing else. The engine reads
 * the copy only, so its own XML reader (which would honour attributes such as {@code class} or {@code reference}) never
 * sees what the author wrote.
 */
final class ModelXml {

    static final String DMN = "https://www.omg.org/spec/DMN/20230324/MODEL/";
    private static final String FEEL = "https://www.omg.org/spec/DMN/20230324/FEEL/";
    private static final int LARGEST = 200 * 1024;
    private static final int DEEPEST = 20;

    private static final Set<String> TYPED = Set.of("typeRef", "typeConstraint", "allowedValues", "itemComponent");

    /** Element by element: which may stand below it. What stands nowhere here is refused. */
    private static final Map<String, Set<String>> CHILDREN = Map.ofEntries(
            Map.entry("definitions", Set.of("itemDefinition", "inputData", "decision")),
            Map.entry("itemDefinition", TYPED),
            Map.entry("itemComponent", TYPED),
            Map.entry("typeRef", Set.of()),
            Map.entry("typeConstraint", Set.of("text")),
            Map.entry("allowedValues", Set.of("text")),
            Map.entry("inputData", Set.of("variable")),
            Map.entry("variable", Set.of()),
            Map.entry("decision", Set.of("variable", "informationRequirement", "literalExpression", "decisionTable")),
            Map.entry("informationRequirement", Set.of("requiredInput", "requiredDecision")),
            Map.entry("requiredInput", Set.of()),
            Map.entry("requiredDecision", Set.of()),
            Map.entry("literalExpression", Set.of("text")),
            Map.entry("decisionTable", Set.of("input", "output", "rule")),
            Map.entry("input", Set.of("inputExpression", "inputValues")),
            Map.entry("inputExpression", Set.of("text")),
            Map.entry("inputValues", Set.of("text")),
            Map.entry("output", Set.of("outputValues", "defaultOutputEntry")),
            Map.entry("outputValues", Set.of("text")),
            Map.entry("defaultOutputEntry", Set.of("text")),
            Map.entry("rule", Set.of("inputEntry", "outputEntry")),
            Map.entry("inputEntry", Set.of("text")),
            Map.entry("outputEntry", Set.of("text")),
            Map.entry("text", Set.of()));

    /** Say nothing to an engine: left out of the copy together with all they hold. */
    private static final Set<String> SILENT = Set.of(
            "description",
            "question",
            "allowedAnswers",
            "extensionElements",
            "textAnnotation",
            "association",
            "annotation",
            "annotationEntry");

    /** Attributes that are left out of the copy: they change how a model looks, not what it says. */
    private static final Set<String> SILENT_ATTRIBUTES =
            Set.of("label", "exporter", "exporterVersion", "preferredOrientation", "outputLabel", "rowId");

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.-]{1,80}");
    private static final Pattern TITLE = Pattern.compile("[A-Za-z0-9_ .-]{1,120}");

    /** Attributes that are copied, with what they may say. */
    private static final Map<String, Pattern> ATTRIBUTES = Map.of(
            "id", ID,
            "name", TITLE,
            "namespace", Pattern.compile("[A-Za-z][A-Za-z0-9+.:/_#-]{1,200}"),
            "typeRef", Pattern.compile("[A-Za-z][A-Za-z0-9_ ]{0,79}"),
            "href", Pattern.compile("#[A-Za-z0-9_.-]{1,80}"),
            "isCollection", Pattern.compile("true|false"),
            "hitPolicy", Pattern.compile("UNIQUE|FIRST|ANY|COLLECT"),
            "aggregation", Pattern.compile("SUM|MIN|MAX|COUNT"),
            "expressionLanguage", Pattern.compile(Pattern.quote(FEEL)),
            "typeLanguage", Pattern.compile(Pattern.quote(FEEL)));

    private ModelXml() {}

    /** Parses the file without DTD or outside entities and checks it element by element. Refuses with MODEL_REFUSED. */
    static Element read(String xml) {
        if (xml.length() > LARGEST || xml.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw FeelGuard.refused("model of more than " + LARGEST / 1024 + " KB");
        }
        var root = parse(xml).getDocumentElement();
        if (!root.getLocalName().equals("definitions") || !DMN.equals(root.getNamespaceURI())) {
            throw FeelGuard.refused("anything but a DMN 1.5 model");
        }
        clean(root, 0);
        return root;
    }

    /** What {@link #read} left of the file, as a file. */
    static String write(Element root) {
        try {
            var text = new StringWriter();
            var out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            out.setDefaultNamespace(DMN);
            write(root, out);
            out.close();
            return text.toString();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a text in memory can be written", impossible);
        }
    }

    private static Document parse(String xml) {
        try {
            // The JDK's own parser, whatever else is on the class path.
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setCoalescing(true);
            factory.setIgnoringComments(true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(xml)));
        } catch (SAXException | IOException invalid) {
            throw FeelGuard.refused("XML that cannot be read: " + invalid.getMessage());
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("the JDK's parser has these features", impossible);
        }
    }

    private static void clean(Element element, int depth) {
        var name = element.getLocalName();
        if (depth > DEEPEST) {
            throw FeelGuard.refused("elements nested deeper than " + DEEPEST);
        }
        cleanAttributes(element);
        var allowed = CHILDREN.get(name);
        for (var child = element.getFirstChild(); child != null; ) {
            var next = child.getNextSibling();
            switch (child) {
                case Element below when isSilent(below) -> element.removeChild(below);
                case Element below
                when DMN.equals(below.getNamespaceURI()) && allowed.contains(below.getLocalName()) ->
                    clean(below, depth + 1);
                case Element below -> throw FeelGuard.refused("element " + below.getNodeName() + " in " + name);
                default -> cleanText(element, child);
            }
            child = next;
        }
    }

    private static void cleanText(Element element, Node child) {
        var holdsText =
                element.getLocalName().equals("text") || element.getLocalName().equals("typeRef");
        if (child.getNodeType() != Node.TEXT_NODE) {
            element.removeChild(child);
        } else if (!holdsText) {
            if (!child.getTextContent().isBlank()) {
                throw FeelGuard.refused("text in " + element.getLocalName());
            }
            element.removeChild(child);
        }
    }

    private static boolean isSilent(Element element) {
        var space = String.valueOf(element.getNamespaceURI());
        return space.endsWith("/DMNDI/") || (space.equals(DMN) && SILENT.contains(element.getLocalName()));
    }

    private static void cleanAttributes(Element element) {
        var attributes = element.getAttributes();
        for (int i = attributes.getLength() - 1; i >= 0; i--) {
            var attribute = (Attr) attributes.item(i);
            if (attribute.getNamespaceURI() != null || SILENT_ATTRIBUTES.contains(attribute.getName())) {
                element.removeAttributeNode(attribute);
            } else {
                var pattern = ATTRIBUTES.get(attribute.getName());
                if (pattern == null || !pattern.matcher(attribute.getValue()).matches()) {
                    throw FeelGuard.refused("attribute " + attribute.getName() + "=\"" + attribute.getValue() + "\" of "
                            + element.getLocalName());
                }
            }
        }
    }

    private static void write(Element element, XMLStreamWriter out) throws XMLStreamException {
        out.writeStartElement(DMN, element.getLocalName());
        if (element.getParentNode() instanceof Document) {
            out.writeDefaultNamespace(DMN);
        }
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            out.writeAttribute(
                    attributes.item(i).getNodeName(), attributes.item(i).getNodeValue());
        }
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element below) {
                write(below, out);
            } else {
                out.writeCharacters(child.getTextContent());
            }
        }
        out.writeEndElement();
    }
}
