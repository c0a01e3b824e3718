package org.leye.local.keycloak;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The few calls of Keycloak's token endpoint and admin API that the launcher needs. */
public final class KeycloakAdmin {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            // a proxy of the machine has no way to 127.0.0.1
            .proxy(ProxySelector.of(null))
            .build();
    private final String base;
    private final String realm;

    /**
     * @param base root address of the server
     * @param realm the realm whose users are meant
     */
    public KeycloakAdmin(String base, String realm) {
        this.base = base;
        this.realm = realm;
    }

    /** A refusal of Keycloak, with what it said. */
    public static final class Refused extends RuntimeException {
        Refused(String what, HttpResponse<String> answer) {
            super("Keycloak refused %s: %d %s".formatted(what, answer.statusCode(), answer.body()));
        }
    }

    /** An access token for these form fields; empty if the credentials are not accepted. */
    public Optional<String> token(String ofRealm, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = send(request(base + "/realms/" + ofRealm + "/protocol/openid-connect/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
        if (answer.statusCode() == 401
                || (answer.statusCode() == 400 && answer.body().contains("invalid_grant"))) {
            return Optional.empty();
        }
        return Optional.of(read(require(answer, "a token")).path("access_token").asText());
    }

    /** A token of the server's administrator; empty if the password is not accepted. */
    Optional<String> administrator(String password) {
        return token(
                "master",
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        KeycloakServer.ADMIN,
                        "password",
                        password));
    }

    /** GET below the realm. */
    public JsonNode get(String token, String path) {
        HttpResponse<String> answer = send(admin(token, path).GET());
        return read(require(answer, path));
    }

    /** POST below the realm; answers the status, 409 when it exists already. */
    public int post(String token, String path, Object body) {
        HttpResponse<String> answer = send(
                admin(token, path).header("Content-Type", "application/json").POST(json(body)));
        return answer.statusCode() == 409 ? 409 : require(answer, path).statusCode();
    }

    /** PUT below the realm. */
    public void put(String token, String path, Object body) {
        require(
                send(admin(token, path)
                        .header("Content-Type", "application/json")
                        .PUT(json(body))),
                path);
    }

    /** DELETE below the realm. */
    void delete(String token, String path) {
        require(send(admin(token, path).DELETE()), path);
    }

    private HttpRequest.Builder admin(String token, String path) {
        return request(base + "/admin/realms/" + realm + path).header("Authorization", "Bearer " + token);
    }

    private static HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException problem) {
            throw new KeycloakUnreachable(base, problem);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    private static HttpResponse<String> require(HttpResponse<String> answer, String what) {
        if (answer.statusCode() / 100 != 2) {
            throw new Refused(what, answer);
        }
        return answer;
    }

    private static JsonNode read(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException problem) {
            throw new IllegalStateException("Keycloak's answer is no JSON", problem);
        }
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofString(JSON.writeValueAsString(body));
        } catch (IOException problem) {
            throw new IllegalStateException(problem);
        }
    }
}
