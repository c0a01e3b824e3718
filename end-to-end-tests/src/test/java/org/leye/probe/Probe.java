package org.leye.probe;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/** Sends requests that a well-behaved client would not send; plain, because such a client is in its way. */
final class Probe {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PATH_PARAMETER = Pattern.compile("\\{([^}]+)}");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String gateway;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    Probe(String gateway) {
        this.gateway = gateway;
    }

    /** Every operation the gateway serves. */
    List<Operation> catalogue() {
        try {
            return Operation.allOf(JSON.readTree(get(gateway + "/openapi", Map.of("Accept", "application/json"))
                    .body()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A request that may be bent before it is sent. */
    Call call(Operation operation) {
        return new Call(operation);
    }

    HttpResponse<String> get(String url, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE);
        headers.forEach(request::header);
        return send(request.build());
    }

    /** Once more after a connection that was kept has ended: the HTTP layer hangs up on a request line or head too long to read. */
    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException ended) {
            return sendAgain(request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> sendAgain(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(request.method() + " " + request.uri() + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** One request to one operation: with its examples, unless told otherwise. */
    final class Call {

        private final Operation operation;
        private final Map<String, String> path = new HashMap<>();
        private final Map<String, String> query = new HashMap<>();
        private final Map<String, String> headers = new HashMap<>();
        private @Nullable String body;

        private Call(Operation operation) {
            this.operation = operation;
            headers.put("Idempotency-Key", UUID.randomUUID().toString());
            headers.put("If-Match", "\"0\"");
            headers.put("Accept-Language", "en");
            if (!operation.mediaType().isEmpty()) {
                headers.put("Content-Type", operation.mediaType());
                body = operation.example().isMissingNode()
                        ? "{}"
                        : operation.example().toString();
            }
            operation.parameters().stream()
                    .filter(parameter -> parameter.path("in").asText().equals("query"))
                    .filter(parameter -> parameter.path("required").asBoolean()
                            || parameter.path("name").asText().equals("source"))
                    .forEach(parameter -> query.put(
                            parameter.path("name").asText(),
                            parameter.path("example").asText()));
        }

        Call as(String token) {
            return header("Authorization", "Bearer " + token);
        }

        Call header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        Call path(String parameter, String value) {
            path.put(parameter, value);
            return this;
        }

        Call query(String parameter, String value) {
            query.put(parameter, value);
            return this;
        }

        Call body(JsonNode node) {
            return body(node.toString());
        }

        Call body(String text) {
            body = text;
            return this;
        }

        HttpResponse<String> send() {
            var target = PATH_PARAMETER
                    .matcher(operation.path())
                    .replaceAll(found -> Matcher.quoteReplacement(
                            encoded(path.getOrDefault(found.group(1), operation.exampleOf(found.group(1))))));
            var parameters = query.entrySet().stream()
                    .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                    .collect(Collectors.joining("&"));
            var request = HttpRequest.newBuilder(
                            URI.create(gateway + target + (parameters.isEmpty() ? "" : "?" + parameters)))
                    .timeout(PATIENCE)
                    .method(
                            operation.method(),
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(body));
            headers.forEach(request::header);
            return Probe.this.send(request.build());
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
