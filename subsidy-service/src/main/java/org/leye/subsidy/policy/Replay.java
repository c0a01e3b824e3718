package org.leye.subsidy.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.leye.platform.problem.Text;

import org.jspecify.annotations.Nullable;

/** Gives an answer again, by the texts and the table rows of then, whatever the book says today. */
public final class Replay {

    private static final Text NO_TITLE = new Text("", "");

    private final PolicyEngine engine;

    public Replay(PolicyEngine engine) {
        this.engine = engine;
    }

    /**
     * What asks the rules of then.
     *
     * @param versions that had a part in the answer, each with the last day it had then
     * @param inputJson of the answer
     */
    public Evaluator evaluator(List<PolicyDocument> versions, String inputJson) {
        return new Evaluator(PolicyCatalogue.of(versions), engine, tables(CanonicalJson.read(inputJson)));
    }

    /** What was asked. */
    public static Question question(String inputJson) {
        var input = CanonicalJson.read(inputJson);
        return new Question(
                LocalDate.parse(String.valueOf(input.get("on"))),
                CanonicalJson.object(input, "facts"),
                CanonicalJson.object(input, "history"));
    }

    /** SHA-256 of an input, as an answer keeps it. */
    public static String hash(String inputJson) {
        return Fingerprint.ofOne(inputJson);
    }

    private static ReferenceTables tables(Map<String, @Nullable Object> input) {
        return ReferenceTables.of(CanonicalJson.object(input, "tables").entrySet().stream()
                .map(entry -> table(entry.getKey(), (List<?>) entry.getValue()))
                .toList());
    }

    private static ReferenceTable table(String name, @Nullable List<?> rows) {
        var read = rows == null
                ? List.<ReferenceTable.Row>of()
                : rows.stream().map(row -> row((Map<?, ?>) row)).toList();
        return new ReferenceTable(name, name, NO_TITLE, FactType.RECORD, PolicyParameter.Unit.NONE, read);
    }

    private static ReferenceTable.Row row(Map<?, ?> row) {
        var to = row.get("to");
        return new ReferenceTable.Row(
                LocalDate.parse(String.valueOf(row.get("from"))),
                to == null ? null : LocalDate.parse(to.toString()),
                row.get("value"),
                Confidence.valueOf(String.valueOf(row.get("confidence"))),
                null,
                "");
    }
}
