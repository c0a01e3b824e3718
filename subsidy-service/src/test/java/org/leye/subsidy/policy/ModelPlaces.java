package org.leye.subsidy.policy;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Models with something foreign in one place: every place of a file that uses all that a model may hold. */
final class ModelPlaces {

    /** Every element that a model may hold, and every one that is left out of it. */
    static final String WHOLE = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="m" namespace="https://leye.org/test">
              <description>d</description>
              <extensionElements><e xmlns="urn:editor"/></extensionElements>
              <itemDefinition name="tKind"><typeRef>string</typeRef><allowedValues><text>"a", "b"</text></allowedValues></itemDefinition>
              <itemDefinition name="tShort"><typeRef>string</typeRef><typeConstraint><text>"a"</text></typeConstraint></itemDefinition>
              <itemDefinition name="tFacts">
                <itemComponent name="kind"><typeRef>tKind</typeRef><allowedValues><text>"a"</text></allowedValues></itemComponent>
                <itemComponent name="amount"><typeRef>number</typeRef><typeConstraint><text>&gt; 1</text></typeConstraint></itemComponent>
              </itemDefinition>
              <inputData id="facts" name="facts"><description>d</description><variable name="facts" typeRef="tFacts"/></inputData>
              <decision id="d" name="d">
                <question>q</question><allowedAnswers>a</allowedAnswers>
                <variable name="d" typeRef="number"/>
                <informationRequirement><requiredInput href="#facts"/></informationRequirement>
                <literalExpression typeRef="number"><text>facts.amount + 1</text></literalExpression>
              </decision>
              <decision id="t" name="t">
                <variable name="t"/>
                <informationRequirement><requiredInput href="#facts"/></informationRequirement>
                <informationRequirement><requiredDecision href="#d"/></informationRequirement>
                <decisionTable hitPolicy="FIRST">
                  <input><inputExpression><text>d</text></inputExpression><inputValues><text>[1..9]</text></inputValues></input>
                  <output name="o"><outputValues><text>1, 2</text></outputValues>
                    <defaultOutputEntry><text>2</text></defaultOutputEntry></output>
                  <annotation name="note"/>
                  <rule><inputEntry><text>1</text></inputEntry><outputEntry><text>1</text></outputEntry>
                    <annotationEntry><text>n</text></annotationEntry></rule>
                </decisionTable>
              </decision>
              <textAnnotation id="a"><text>n</text></textAnnotation>
            </definitions>
            """;

    private static final String MARK = "MARK";

    private ModelPlaces() {}

    /** Every text of the file is {@code xml} once. */
    static Stream<String> withText(String xml) {
        return changed("text", element -> element.setTextContent(MARK)).map(model -> model.replace(MARK, xml));
    }

    static Stream<String> withTypeReference(String xml) {
        return changed("typeRef", element -> element.setTextContent(MARK)).map(model -> model.replace(MARK, xml));
    }

    /** Every element holds {@code xml} once, after all else that it holds. */
    static Stream<String> withChild(String xml) {
        return changed("*", element -> element.appendChild(mark(element))).map(model -> model.replace(marked(), xml));
    }

    /** In place of every element but the root stands {@code xml} once. */
    static Stream<String> withReplacement(String xml) {
        return changed("*", element -> {
                    if (element.getParentNode() instanceof Element parent) {
                        parent.replaceChild(mark(element), element);
                    }
                })
                .filter(model -> model.contains(MARK))
                .map(model -> model.replace(marked(), xml));
    }

    /** Every element has the attribute once; one that it has already says this instead. */
    static Stream<String> withAttribute(String name, String value) {
        return changed("*", element -> element.setAttribute(name, value));
    }

    private static Element mark(Element beside) {
        return beside.getOwnerDocument().createElementNS(null, MARK);
    }

    private static String marked() {
        return "<MARK xmlns=\"\"/>";
    }

    private static Stream<String> changed(String elements, Consumer<Element> change) {
        int count = elements(read(WHOLE), elements).size();
        return IntStream.range(0, count).mapToObj(i -> {
            var document = read(WHOLE);
            change.accept(elements(document, elements).get(i));
            return written(document);
        });
    }

    private static List<Element> elements(Document document, String name) {
        var found = document.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static Document read(String xml) {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)));
        } catch (Exception impossible) {
            throw new IllegalStateException("the model above can be read", impossible);
        }
    }

    private static String written(Document document) {
        try {
            var text = new StringWriter();
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(text));
            return text.toString();
        } catch (Exception impossible) {
            throw new IllegalStateException("a model in memory can be written", impossible);
        }
    }
}
