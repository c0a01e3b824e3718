package org.leye.platform.http.document;

import java.util.Map;

import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Describes the parameters that mean the same in every operation: headers of a write, names of records in paths. */
final class CommonParameters {

    /** What a parameter means, and an example of it. */
    private record Meaning(String description, String example) {}

    private static final Map<String, Meaning> HEADERS = Map.of(
            "Idempotency-Key",
            new Meaning(
                    "Names this write; a repeat with the same key gets the first answer again",
                    "0b8f0c9e-3f1d-4c55-9f0e-0d2f5a6a7b8c"),
            "If-Match",
            new Meaning("The ETag of the version that the caller has seen", "\"0\""));

    private static final Map<String, Meaning> PATH = Map.of(
            "id", new Meaning("The record's id, as it was given at its creation", "06qk3v0g1rvs3e7m2k0c9d4b5a"),
            "key", new Meaning("The person's key", "per_5q0c1hv7d2s8k3m6n9p4r1t0ag"),
            "uscc", new Meaning("The enterprise's unified social credit code", "91330282MA2AC0013P"),
            "number", new Meaning("The certificate's number", "S000033200152244000001"));

    private CommonParameters() {}

    /** Completes the parameters; tells whether the operation asks for an If-Match. */
    static boolean describe(Operation operation) {
        if (operation.getParameters() == null) {
            return false;
        }
        boolean conditional = false;
        for (var parameter : operation.getParameters()) {
            switch (parameter.getIn()) {
                case HEADER -> complete(parameter, HEADERS.get(parameter.getName()));
                case PATH -> complete(parameter, PATH.get(parameter.getName()));
                default -> {
                    // a query parameter is described where it stands
                }
            }
            conditional |= "If-Match".equals(parameter.getName());
        }
        return conditional;
    }

    private static void complete(Parameter parameter, @Nullable Meaning meaning) {
        if (meaning == null) {
            return;
        }
        parameter.setRequired(true);
        if (parameter.getDescription() == null) {
            parameter.setDescription(meaning.description());
        }
        if (parameter.getExample() == null && parameter.getExamples() == null) {
            parameter.setExample(meaning.example());
        }
    }
}
