package org.leye.subsidy.rulebook;

import static org.hamcrest.Matchers.empty;
import static org.leye.subsidy.SubsidyCalls.COUNTY;
import static org.leye.subsidy.SubsidyCalls.REVIEWER;
import static org.leye.subsidy.SubsidyCalls.as;
import static org.leye.subsidy.SubsidyCalls.writeAs;

import java.time.LocalDate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import org.jspecify.annotations.Nullable;

/** A policy file as an officer edits it: taken from a version that exists, changed, and sent back as another. */
public final class Draft {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode file;

    private Draft(ObjectNode file) {
        this.file = file;
    }

    /** A copy of a version under another id, for other days, without its examples but for one that {@link #pays} adds. */
    public static Draft from(String exported, String id, String from, @Nullable String to)
            throws JsonProcessingException {
        var text = as(COUNTY)
                .get("/subsidy/v1/policies/{id}/file", exported)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        var draft = new Draft((ObjectNode) JSON.readTree(text));
        draft.policy().put("id", id).put("effectiveFrom", from).put("effectiveTo", to);
        draft.policy().putArray("examples");
        ((ObjectNode) draft.policy().path("exampleBase")).put("on", from);
        return draft;
    }

    ObjectNode policy() {
        return (ObjectNode) file.path("policy");
    }

    /** The usual basis date of the examples. */
    public Draft on(String date) {
        ((ObjectNode) policy().path("exampleBase")).put("on", date);
        return this;
    }

    public Draft noticeWorkingDays(int days) {
        policy().put("noticeWorkingDays", days);
        return this;
    }

    /** Lets a version end on a day. */
    public static void end(String id, LocalDate lastDay) {
        withdrawal(id, "{\"reason\": \"新办法自次日起执行\", \"lastDay\": \"%s\"}".formatted(lastDay))
                .then()
                .statusCode(200);
    }

    /** Another value of a parameter; numbers, texts and lists alike. */
    public Draft parameter(String name, Object value) {
        for (var parameter : policy().path("parameters")) {
            if (parameter.path("name").asText().equals(name)) {
                ((ObjectNode) parameter).set("value", JSON.valueToTree(value));
                return this;
            }
        }
        throw new AssertionError("no parameter " + name);
    }

    /** One more condition: a fact that must reach a number, which becomes a parameter. */
    public Draft condition(String name, String value, String parameter, int least, String reason) {
        policy().withArray("parameters")
                .addObject()
                .put("name", parameter)
                .put("type", "INTEGER")
                .put("unit", "COUNT")
                .put("value", least)
                .putObject("label")
                .put("zh", parameter)
                .put("en", parameter);
        policy().withArray("conditions")
                .addObject()
                .put("name", name)
                .put("clause", "made up for a test")
                .putObject("text")
                .put("zh", name)
                .put("en", name);
        declare("tParameters", parameter);
        var decision = """
                <decision id="predicate_%1$s" name="predicate_%1$s"><variable name="predicate_%1$s"/>
                  <informationRequirement><requiredInput href="#facts"/></informationRequirement>
                  <informationRequirement><requiredInput href="#parameters"/></informationRequirement>
                  <literalExpression><text>{value: %2$s, threshold: parameters.%3$s, pass: value &gt;= threshold, reason: "%4$s"}</text></literalExpression>
                </decision>
                """.formatted(name, value, parameter, reason);
        file.put("model", file.path("model").asText().replace("</definitions>", decision + "</definitions>"));
        return this;
    }

    /** Of another instrument, whose history this is then, too. */
    public Draft instrument(String instrument) {
        policy().put("instrument", instrument);
        for (var part : policy().path("history")) {
            if (part.path("from") instanceof ObjectNode from) {
                from.putArray("instruments").add(instrument);
            }
        }
        return this;
    }

    /** One more fact that callers must send. */
    public Draft asksFor(String fact) {
        policy().withArray("facts")
                .addObject()
                .put("name", fact)
                .put("type", "INTEGER")
                .putObject("label")
                .put("zh", fact)
                .put("en", fact);
        return this;
    }

    /** A fact that the model has not read so far. */
    public Draft reads(String fact) {
        declare("tFacts", fact);
        return this;
    }

    private void declare(String type, String name) {
        var model = file.path("model").asText();
        var inside = model.indexOf('>', model.indexOf("<itemDefinition name=\"" + type + "\"")) + 1;
        file.put(
                "model",
                model.substring(0, inside) + "<itemComponent name=\"%s\"/>".formatted(name) + model.substring(inside));
    }

    /** A worked example: the ordinary case with these facts. */
    public Draft pays(String facts, long amountFen) throws JsonProcessingException {
        return example(facts, amountFen, "APPROVED", "OK");
    }

    public Draft refuses(String facts, String reason) throws JsonProcessingException {
        return example(facts, 0, "REFUSED", reason);
    }

    private Draft example(String facts, long amountFen, String outcome, String reason) throws JsonProcessingException {
        var examples = policy().withArray("examples");
        var example =
                examples.addObject().put("id", "made-up-" + examples.size()).put("totalFen", amountFen);
        example.putObject("label").put("zh", "算例").put("en", "an example");
        var run = example.putArray("runs").addObject();
        run.set("facts", JSON.readTree(facts));
        run.putObject("expect")
                .put("outcome", outcome)
                .put("amountFen", amountFen)
                .putArray("reasons")
                .add(reason);
        return this;
    }

    /** Sends it as a new draft. */
    public Response send() {
        return writeAs(COUNTY).body(text()).post("/subsidy/v1/policies");
    }

    /** Sends it, and has a second officer publish it. */
    public void publish() {
        send().then().statusCode(201);
        as(COUNTY).get("/subsidy/v1/policies/{id}/findings", id()).then().body("findings", empty());
        publication(REVIEWER, id()).then().statusCode(200);
    }

    static Response publication(String token, String id) {
        return writeAs(token)
                .header("If-Match", etag(id))
                .body("{\"reason\": \"已与原文逐条核对\"}")
                .post("/subsidy/v1/policies/{id}/publication", id);
    }

    static Response withdrawal(String id, String body) {
        return writeAs(COUNTY).header("If-Match", etag(id)).body(body).post("/subsidy/v1/policies/{id}/withdrawal", id);
    }

    static String etag(String id) {
        return as(COUNTY).get("/subsidy/v1/policies/{id}", id).then().extract().header("ETag");
    }

    public String id() {
        return policy().path("id").asText();
    }

    String text() {
        return file.toString();
    }
}
