package org.leye.gateway;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * Stands in for Keycloak's admin API with the traps of the real one: an update replaces all attributes, and no attribute is
 * unique. The real one is asked in the end-to-end tests.
 */
public final class FakeRealm {

    static final String SECRET = "secret-of-the-gateway";

    private static final String USERS = "/admin/realms/leye/users";

    private final Map<String, JsonObject> users = new ConcurrentHashMap<>();
    private final List<String> written = new CopyOnWriteArrayList<>();
    private final int port;
    private volatile boolean away;
    private volatile Runnable beforeWrite = () -> {};

    FakeRealm(Vertx vertx) {
        this.port = vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    /** An account with these attributes; answers its id. */
    public String account(Map<String, String> attributes) {
        var id = UUID.randomUUID().toString();
        var all = new JsonObject();
        attributes.forEach((name, value) -> all.put(name, new JsonArray(List.of(value))));
        users.put(
                id,
                new JsonObject()
                        .put("id", id)
                        .put("enabled", true)
                        .put("email", "x@leye.test")
                        .put("attributes", all));
        return id;
    }

    public void disable(String account) {
        users.get(account).put("enabled", false);
    }

    public String attribute(String account, String name) {
        var values = users.get(account).getJsonObject("attributes").getJsonArray(name);
        return values == null ? null : values.getString(0);
    }

    /** Whether the account was ever changed. */
    public boolean wasWritten(String account) {
        return written.contains(account);
    }

    public String email(String account) {
        return users.get(account).getString("email");
    }

    /** Hangs up on everybody while it is away. */
    public void setAway(boolean away) {
        this.away = away;
    }

    /** Happens once, when the next change of an account has arrived and is not yet made. */
    public void beforeNextWrite(Runnable happens) {
        beforeWrite = () -> {
            beforeWrite = () -> {};
            happens.run();
        };
    }

    URI realm() {
        return URI.create("http://127.0.0.1:" + port + "/realms/leye");
    }

    private void answer(HttpServerRequest request) {
        if (away) {
            request.connection().close();
        } else if (request.path().endsWith("/token")) {
            request.body().onSuccess(form -> {
                var good = form.toString().contains("client_secret=" + SECRET);
                var scope = form.toString().replaceFirst("(?s).*\\bscope=(\\w*).*", "$1");
                request.response()
                        .setStatusCode(good ? 200 : 401)
                        .end("{\"access_token\":\"own-" + scope + "\",\"expires_in\":300}");
            });
        } else if (!"Bearer own-accounts".equals(request.getHeader("Authorization"))) {
            request.response().setStatusCode(401).end();
        } else if (request.path().equals(USERS)) {
            request.response().end(bearing(request.getParam("q")).encode());
        } else {
            about(request.path().substring(USERS.length() + 1), request);
        }
    }

    private JsonArray bearing(String attribute) {
        var wanted = attribute.split(":");
        var found = new JsonArray();
        users.keySet().stream()
                .filter(id -> wanted[1].equals(attribute(id, wanted[0])))
                .forEach(id -> found.add(new JsonObject().put("id", id)));
        return found;
    }

    private void about(String id, HttpServerRequest request) {
        if (!users.containsKey(id)) {
            request.response().setStatusCode(404).end();
        } else if (request.method().name().equals("PUT")) {
            request.body().onSuccess(account -> {
                beforeWrite.run();
                written.add(id);
                users.put(id, account.toJsonObject());
                request.response().setStatusCode(204).end();
            });
        } else {
            request.response().end(users.get(id).encode());
        }
    }
}
