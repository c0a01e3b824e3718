package org.leye.gateway.edge;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.leye.gateway.Surroundings;
import org.leye.gateway.Tokens;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Surroundings.class)
class AccessLogTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    Tokens tokens;

    private final Lines lines = new Lines();

    @BeforeEach
    void listen() {
        Logger.getLogger("leye.access").addHandler(lines);
    }

    @AfterEach
    void leave() {
        Logger.getLogger("leye.access").removeHandler(lines);
    }

    @Test
    void everyRequestLeavesOneLineThatNamesNobody() throws InterruptedException {
        given().auth()
                .oauth2(tokens.good())
                .header("X-Request-Id", "access-test-1")
                .get("/jobmatch/v1/persons/per_5q0c1hv7d2s8k3m6n9p4r1t0ag/recommendations?name=%E7%BD%97")
                .then()
                .statusCode(200);
        var line = lines.next("access-test-1");
        assertEquals("GET", line.getMdc("method"));
        assertEquals("/jobmatch/v1/persons/{}/recommendations", line.getMdc("route"));
        assertEquals("200", line.getMdc("status"));
        assertEquals(tokens.consumer(), line.getMdc("consumer"));
        assertFalse((line.getMdcCopy() + Arrays.toString(line.getParameters())).contains("per_5q"));
    }

    @Test
    void aRefusedRequestLeavesOneAsWell() throws InterruptedException {
        given().header("X-Request-Id", "access-test-2")
                .get("/jobmatch/v1/990099198503150025/wangxiaofang")
                .then()
                .statusCode(401);
        var line = lines.next("access-test-2");
        assertEquals("/jobmatch/v1/{}/{}", line.getMdc("route"));
        assertEquals("401", line.getMdc("status"));
        assertEquals("-", line.getMdc("consumer"));
    }

    private static final class Lines extends Handler {

        private final BlockingQueue<ExtLogRecord> records = new LinkedBlockingQueue<>();

        @Override
        public void publish(LogRecord logged) {
            var wrapped = ExtLogRecord.wrap(logged);
            wrapped.copyMdc();
            records.add(wrapped);
        }

        ExtLogRecord next(String requestId) throws InterruptedException {
            while (true) {
                var line = records.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                assertNotNull(line, "no line for " + requestId);
                if (requestId.equals(line.getMdc("requestId"))) {
                    return line;
                }
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
