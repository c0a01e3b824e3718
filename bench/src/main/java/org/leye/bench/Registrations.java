package org.leye.bench;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.leye.local.Part;
import org.leye.local.journey.Invented;

/** Persons registered over HTTP at jobmatch-service; each makes one event. */
final class Registrations {

    private static final int CONNECTIONS = 16;
    private static final int NUMBERS_A_DAY = 1_000;

    private final OwnSuite own;
    private int registered;

    Registrations(OwnSuite own) {
        this.own = own;
    }

    /** As many in a second as asked for, or as the service gets through. */
    Load run(int seconds, int perSecond) {
        int count = seconds * perSecond * 2;
        var numbers = IntStream.range(registered, registered + count)
                .mapToObj(Registrations::number)
                .collect(Collectors.joining("', '", "'", "'"));
        registered += count;
        var load = Wrk.run(
                own.scratch(),
                own.url(Part.JOBMATCH),
                """
                local numbers = { %s }
                local n = 0
                local headers = { ["Authorization"] = "Bearer %s", ["Content-Type"] = "application/json" }
                function delay() return math.random(0, %d) end
                function request()
                  n = n + 1
                  headers["Idempotency-Key"] = numbers[n]
                  return wrk.format("POST", "/jobmatch/v1/persons", headers, string.format(
                    '{"idNumber":"%%s","name":"王小芳","phone":"13800003333","residenceDivision":"330282111203",' ..
                    '"hukouDivision":"522601","educationLevel":"SENIOR_SECONDARY","consentToContact":true}', numbers[n]))
                end
                """.formatted(numbers, own.token("COUNTY"), 2_000 * CONNECTIONS / perSecond),
                1,
                CONNECTIONS,
                seconds);
        if (load.failed() > 0) {
            throw new IllegalStateException(load.failed() + " registrations failed");
        }
        return load;
    }

    private static String number(int i) {
        return Invented.idNumber(LocalDate.of(1975, 1, 1).plusDays(i / NUMBERS_A_DAY), i % NUMBERS_A_DAY);
    }
}
