package org.leye.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class DriversTest {

    @Test
    void theResultOfWrkIsReadAsRequestsASecondAndMilliseconds() {
        // Given wrk's own words around the line of our script
        var output = """
                Running 5s test @ http://127.0.0.1:18080
                  1 threads and 64 connections
                  Latency     6.42ms   33.20ms  99.99%
                result requests=47785 micros=5000000 p50=6420 p99=33200 connect=0 read=0 write=0 status=0 timeout=0
                """;

        // When
        var load = Wrk.parse(output);

        // Then
        assertEquals(new Load(9_557, 6.42, 33.2, 0), load);
    }

    @Test
    void everyKindOfFailureCounts() {
        var load = Wrk.parse(
                "result requests=10 micros=1000000 p50=1000 p99=1000 connect=1 read=2 write=4 status=8 timeout=16");

        assertEquals(31, load.failed());
    }

    @Test
    void aRunWithoutAResultIsNoFigure() {
        assertThrows(
                IllegalStateException.class, () -> Wrk.parse("unable to connect to 127.0.0.1:1 Connection refused"));
    }

    @Test
    void theThirdColumnOfPgbenchsLogIsTheTime() {
        var times = Pgbench.parse(Stream.of("0 1 2412 0 1763906400 123456", "1 1 1880 0 1763906400 123460"));

        assertEquals(2, times.count());
        assertEquals(2.412, times.max());
    }

    @Test
    void jsonHoldsNoVariablesForPgbench() {
        assertEquals(
                "'{\"a\": null,\"t\":\"10:30\",\"s\":\"it''s\"}'",
                CaseTransaction.literal("{\"a\":null,\"t\":\"10:30\",\"s\":\"it's\"}"));
        assertEquals("null", CaseTransaction.literal(null));
    }
}
