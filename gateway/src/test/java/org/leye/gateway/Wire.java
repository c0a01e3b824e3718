package org.leye.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import io.restassured.RestAssured;

/** A bare connection to the gateway, for requests that no HTTP client would send. Waits ten seconds at most. */
public final class Wire implements AutoCloseable {

    private final Socket socket;

    public Wire() throws IOException {
        socket = new Socket("127.0.0.1", RestAssured.port);
        socket.setSoTimeout(10_000);
    }

    public Wire send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public Wire send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** Everything up to and including this text, or to the end of the connection. */
    public String readTo(String end) throws IOException {
        var text = new ByteArrayOutputStream();
        for (int octet; (octet = socket.getInputStream().read()) >= 0; ) {
            text.write(octet);
            if (text.toString(StandardCharsets.UTF_8).endsWith(end)) {
                break;
            }
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
