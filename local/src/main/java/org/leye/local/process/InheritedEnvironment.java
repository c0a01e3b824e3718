package org.leye.local.process;

import java.util.List;
import java.util.Map;

/** What a child does not get from the shell of whoever started the suite. */
final class InheritedEnvironment {

    /** Variables that would quietly reconfigure a part. */
    private static final List<String> PREFIXES =
            List.of("QUARKUS_", "KC_", "KEYCLOAK_", "KAFKA_", "PG", "LEYE_", "MP_", "SMALLRYE_", "JAVA_OPTS");

    private InheritedEnvironment() {}

    static void clean(Map<String, String> environment) {
        environment.keySet().removeIf(key -> PREFIXES.stream().anyMatch(key::startsWith));
        // the tool options of the launcher (a debugger, an agent) are not meant for eight more JVMs
        environment.remove("JAVA_TOOL_OPTIONS");
        environment.remove("JDK_JAVA_OPTIONS");
    }
}
