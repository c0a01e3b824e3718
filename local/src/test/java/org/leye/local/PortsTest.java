package org.leye.local;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumSet;

import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void namesTheTakenPortThePartAndTheWayOut() throws IOException {
        // Given
        Ports ports = Ports.free();
        int taken = ports.kafkaController();
        try (ServerSocket stranger = new ServerSocket(taken, 1, InetAddress.getByName("127.0.0.1"))) {

            // When
            StartFailure failure = assertThrows(StartFailure.class, () -> ports.requireFree(EnumSet.allOf(Part.class)));

            // Then
            assertEquals(taken, stranger.getLocalPort());
            assertEquals(
                    "Port %d, wanted by kafka, is taken by another program; choose other ports with --port-base N (now %d)."
                            .formatted(taken, ports.base()),
                    failure.getMessage());
        }
    }

    @Test
    void noticesAListenerOnEveryAddress() throws IOException {
        Ports ports = Ports.free();
        try (ServerSocket stranger = new ServerSocket(ports.of(Part.GATEWAY))) {
            assertThrows(StartFailure.class, () -> ports.requireFree(EnumSet.of(Part.GATEWAY)));
            assertEquals(ports.base(), stranger.getLocalPort());
        }
    }

    @Test
    void isContentWithFreePorts() {
        assertDoesNotThrow(() -> Ports.free().requireFree(EnumSet.allOf(Part.class)));
    }

    @Test
    void partsHaveTheirPlaceAboveTheBase() {
        Ports ports = new Ports(8080);

        assertEquals(8080, ports.of(Part.GATEWAY));
        assertEquals(8084, ports.of(Part.TRAINING));
        assertEquals(8085, ports.of(Part.KEYCLOAK));
        assertEquals(8086, ports.of(Part.KAFKA));
        assertEquals(8087, ports.kafkaController());
        assertEquals(8088, ports.of(Part.POSTGRES));
        assertEquals(8089, ports.gatewayManagement());
    }
}
