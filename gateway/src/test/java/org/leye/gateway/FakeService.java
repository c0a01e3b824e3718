package org.leye.gateway;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/**
 * Stands in for a service. The end of the path says how it behaves; by default it answers what it received. It keeps the
 * targets of all requests it got.
 */
public final class FakeService {

    private final String name;
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final int port;

    FakeService(String name, Vertx vertx) {
        this.name = name;
        this.port = vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    public List<String> received() {
        return received;
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private void answer(HttpServerRequest request) {
        received.add(request.uri());
        var path = request.path();
        var response = request.response();
        switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "ready" -> response.end("{\"status\":\"UP\"}");
            case "silent" -> {}
            case "hang-up" -> request.connection().close();
            case "half-an-answer" ->
                response.putHeader("Content-Length", "100").write("half").onComplete(written -> request.connection()
                        .close());
            case "too-large" -> {
                request.pause();
                response.setStatusCode(413).end("{\"code\":\"BODY_TOO_LARGE\"}");
            }
            case "nothing" -> response.setStatusCode(204).end();
            case "unchanged" ->
                response.setStatusCode(304).putHeader("ETag", "\"1\"").end();
            case "parrot" -> {
                response.setChunked(true);
                request.pipeTo(response);
            }
            case "hop-by-hop" ->
                response.putHeader("Keep-Alive", "timeout=5")
                        .putHeader("Connection", "X-Secret")
                        .putHeader("X-Secret", "1")
                        .end();
            case "lookups" -> request.body().onSuccess(body -> findKey(request, body.toJsonObject()));
            default -> request.body().onSuccess(body -> tellWhatCame(request, body, response));
        }
    }

    /** As jobmatch finds person keys, for number {@code hang-up} and name 别人 not at all. */
    private static void findKey(HttpServerRequest request, JsonObject person) {
        var number = person.getString("idNumber");
        if (!"Bearer own-leye".equals(request.getHeader("Authorization"))) {
            request.response().setStatusCode(401).end();
        } else if (number.equals("hang-up")) {
            request.connection().close();
        } else if (number.equals("no number")) {
            request.response().setStatusCode(400).end("{\"code\":\"INVALID_INPUT\"}");
        } else if (person.getString("name").equals("别人")) {
            request.response().setStatusCode(422).end("{\"code\":\"NAME_DIFFERS\"}");
        } else {
            request.response()
                    .end(new JsonObject().put("personKey", keyOf(number)).encode());
        }
    }

    /** The key under which jobmatch would know this number. */
    public static String keyOf(String number) {
        return "per_" + "0".repeat(26 - number.length()) + number;
    }

    private void tellWhatCame(HttpServerRequest request, Buffer body, HttpServerResponse response) {
        var headers = new JsonObject();
        request.headers().forEach(header -> headers.put(header.getKey().toLowerCase(), header.getValue()));
        response.putHeader("Content-Type", "application/json")
                .end(new JsonObject()
                        .put("service", name)
                        .put("method", request.method().name())
                        .put("target", request.uri())
                        .put("headers", headers)
                        .put("length", body.length())
                        .put("body", body.length() > 1_000 ? "" : body.toString())
                        .encode());
    }
}
