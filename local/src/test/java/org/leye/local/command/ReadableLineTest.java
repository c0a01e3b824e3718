package org.leye.local.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ReadableLineTest {

    @Test
    void aServicesLineIsShownWithItsRequest() {
        assertEquals(
                "2026-11-23T10:00:00.1Z WARN  [Commands] req-1 慈溪 went wrong",
                ReadableLine.of(
                        "{\"timestamp\":\"2026-11-23T10:00:00.1Z\",\"level\":\"WARN\",\"service\":\"subsidy-service\","
                                + "\"logger\":\"org.leye.platform.http.command.Commands\",\"requestId\":\"req-1\","
                                + "\"message\":\"慈溪 went wrong\"}"));
    }

    @Test
    void anExceptionFollowsBelowWithItsCause() {
        String shown = ReadableLine.of("""
                {"timestamp":"t","level":"ERROR","logger":"Inbox","eventId":"e-1","message":"failed","exception":{"refId":1,\
                "exceptionType":"java.lang.IllegalStateException","message":"outer","frames":[{"class":"a.B","method":"c","line":7}],\
                "causedBy":{"exception":{"refId":2,"exceptionType":"java.io.IOException","frames":[]}}}}""");

        assertEquals("""
                t ERROR [Inbox] e-1 failed
                  java.lang.IllegalStateException: outer
                    at a.B.c(7)
                  caused by java.io.IOException""", shown);
    }

    @Test
    void whatIsNoJsonStaysAsItIs() {
        for (String line : new String[] {"LOG:  checkpoint starting", "{cut off", "{\"a\":1}", ""}) {
            assertEquals(line, ReadableLine.of(line));
        }
    }
}
