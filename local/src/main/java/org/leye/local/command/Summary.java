package org.leye.local.command;

import java.time.Duration;

import org.leye.local.Part;
import org.leye.local.suite.Suite;

/** What a person wants to know when all is ready. */
final class Summary {

    private Summary() {}

    static String of(Suite suite, Duration took) {
        if (!suite.settings().parts().contains(Part.GATEWAY)) {
            return "PostgreSQL, Kafka and Keycloak are ready after %s on ports %d, %d and %d."
                    .formatted(
                            Terminal.seconds(took),
                            suite.ports().of(Part.POSTGRES),
                            suite.ports().of(Part.KAFKA),
                            suite.ports().of(Part.KEYCLOAK));
        }
        return """

                All parts are ready after %1$s.
                  API documentation  %2$s/docs
                  OpenAPI            %2$s/openapi
                  health             %2$s/health

                A first request:
                  curl -s -H "Authorization: Bearer $(./leye token COUNTY)" '%2$s/jobmatch/v1/persons?limit=5'
                """.formatted(Terminal.seconds(took), suite.url(Part.GATEWAY));
    }
}
