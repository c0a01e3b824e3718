package org.leye.gateway.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.gateway.GatewayConfig;
import org.leye.gateway.Service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.Startup;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Serves the merged OpenAPI 3.1 document, with a strong ETag: it changes only with a release. Made at start, so that
 * a broken document stops the start and not a caller.
 */
@Startup
@ApplicationScoped
public class ApiDocument {

    private static final Logger LOG = Logger.getLogger(ApiDocument.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Buffer body;
    private final String etag;
    private final Set<String> words;

    ApiDocument(GatewayConfig config, @ConfigProperty(name = "quarkus.application.version") String version) {
        var merged = MergedDocument.of(stored(config), info(version));
        words = wordsOf(merged);
        var text = merged.toPrettyString();
        body = Buffer.buffer(text);
        etag = '"' + fingerprint(text) + '"';
    }

    public void answer(RoutingContext caller) {
        var response = caller.response().putHeader("ETag", etag).putHeader("Cache-Control", "public, no-cache");
        var known = caller.request().getHeader("If-None-Match");
        if (known != null && (known.strip().equals("*") || known.contains(etag))) {
            response.setStatusCode(304).end();
        } else {
            response.putHeader("Content-Type", "application/json").end(body);
        }
    }

    /** Every fixed part of a path, such as {@code persons}: what else stands in one is a key. */
    public Set<String> words() {
        return words;
    }

    private static Set<String> wordsOf(JsonNode document) {
        return document.path("paths")
                .propertyStream()
                .flatMap(path -> Arrays.stream(path.getKey().split("/")))
                .filter(part -> !part.isEmpty() && !part.startsWith("{"))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static SortedMap<String, JsonNode> stored(GatewayConfig config) {
        var documents = new TreeMap<String, JsonNode>();
        Service.all(config).forEach(service -> read(service.name() + "-service.json", service.name(), documents));
        // The gateway's own operations; nobody generates it, a test compares it with the code.
        read("me.json", "me", documents);
        return documents;
    }

    private static void read(String fileName, String owner, SortedMap<String, JsonNode> documents) {
        var name = "openapi/" + fileName;
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            if (file == null) {
                LOG.infof("%s is not part of this build; the catalogue goes without it", name);
            } else {
                documents.put(owner, JSON.readTree(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static ObjectNode info(String version) {
        return JSON.createObjectNode()
                .put("title", "Leye 乐业")
                .put("version", version)
                .put(
                        "description",
                        "Public employment services of a county-level city: subsidies and benefits, job matching, village"
                                + " labour brokers, training and certificates. Every operation needs a bearer token"
                                + " unless it says otherwise; every refusal is application/problem+json.");
    }

    private static String fingerprint(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
