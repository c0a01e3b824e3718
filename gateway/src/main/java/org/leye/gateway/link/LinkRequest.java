package org.leye.gateway.link;

import java.io.IOException;

import org.leye.platform.problem.ProblemException;
import org.leye.platform.problem.RequestProblem;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.http.HttpServerRequest;

/** Reads the link request as strictly as the services read theirs: nothing unknown, nothing twice, nothing after it. */
final class LinkRequest {

    private static final int MAX_KEY_CHARACTERS = 200;
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private LinkRequest() {}

    /** Throws UNSUPPORTED_MEDIA_TYPE, UNKNOWN_PARAMETER, INVALID_INPUT. */
    static void requireWellFormedHead(HttpServerRequest request) {
        var type = request.getHeader("Content-Type");
        if (type == null || !type.split(";")[0].strip().equalsIgnoreCase("application/json")) {
            throw RequestProblem.UNSUPPORTED_MEDIA_TYPE.problem();
        }
        if (request.query() != null && !request.query().isEmpty()) {
            throw RequestProblem.UNKNOWN_PARAMETER.problem();
        }
        // A repeat is harmless by itself, so that the key is not kept; clients that send one with every POST may.
        var key = request.getHeader("Idempotency-Key");
        if (key != null && (key.length() > MAX_KEY_CHARACTERS || key.chars().anyMatch(c -> c < ' ' || c > '~'))) {
            throw RequestProblem.INVALID_INPUT.at(
                    "Idempotency-Key", "FORMAT", "须为不超过 200 个可打印 ASCII 字符", "at most 200 printable ASCII characters");
        }
    }

    /** The proof in the body. Throws MALFORMED_BODY, INVALID_INPUT. */
    static String proofIn(byte[] body) {
        var request = read(body);
        request.fieldNames().forEachRemaining(field -> {
            if (!field.equals("proof")) {
                // Not repeated: it is the caller's text.
                throw RequestProblem.INVALID_INPUT.at("", "UNKNOWN_FIELD", "含有未知字段", "there is an unknown field");
            }
        });
        var proof = request.path("proof");
        if (!proof.isTextual() || proof.asText().isBlank()) {
            throw RequestProblem.INVALID_INPUT.at("/proof", "REQUIRED", "缺少身份证明", "a proof of identity is required");
        }
        return proof.asText();
    }

    private static JsonNode read(byte[] body) {
        try {
            var read = STRICT.readTree(body);
            if (read.isObject()) {
                return read;
            }
        } catch (IOException malformed) {
            throw malformedBody();
        }
        throw malformedBody();
    }

    private static ProblemException malformedBody() {
        return RequestProblem.MALFORMED_BODY.problem();
    }
}
