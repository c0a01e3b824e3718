package org.leye.subsidy.policy;

/**
 * The text of a dated table. Never changes; a table with another row is another text.
 *
 * @param json as it was read
 * @param sha256 of json
 */
public record TableDocument(ReferenceTable table, String json, String sha256) {

    /** Reads a table. Refuses with DOCUMENT_INVALID. */
    public static TableDocument parse(String json) {
        return new TableDocument(PolicyDocument.table(json), json, Fingerprint.ofOne(json));
    }

    public String name() {
        return table.name();
    }
}
