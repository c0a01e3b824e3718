package org.leye.gateway.edge;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.leye.platform.problem.Problem;
import org.leye.platform.problem.ProblemException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** A problem as it goes over the wire to one caller. */
public record Refusal(int status, Map<String, String> headers, Buffer body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Renders the problem in the language of the caller, with the headers that go with its status. */
    public static Refusal of(ProblemException reason, RoutingContext exchange) {
        var language = languageOf(exchange.request().getHeader("Accept-Language"));
        var problem = Problem.of(reason, language, RequestNames.of(exchange));
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", Problem.MEDIA_TYPE);
        headers.put("Content-Language", language.equals(Locale.ENGLISH) ? "en" : "zh-CN");
        headers.put("Cache-Control", "no-store");
        if (reason.retryAfter() != null) {
            headers.put("Retry-After", Long.toString(reason.retryAfter().toSeconds()));
        }
        switch (problem.status()) {
            // RFC 6750: no error code when the caller sent no token at all.
            case 401 ->
                headers.put(
                        "WWW-Authenticate",
                        exchange.request().headers().contains("Authorization")
                                ? "Bearer error=\"invalid_token\""
                                : "Bearer");
            // The rest of such a body is not worth reading.
            case 408, 413 -> headers.put("Connection", "close");
            default -> {}
        }
        return new Refusal(problem.status(), headers, json(problem));
    }

    /** The language a caller reads best of the two we write; Chinese when neither is asked for. */
    static Locale languageOf(@Nullable String accepted) {
        if (accepted != null) {
            try {
                for (var range : Locale.LanguageRange.parse(accepted)) {
                    var wanted = range.getRange().split("-")[0];
                    if (range.getWeight() > 0 && (wanted.equals("en") || wanted.equals("zh"))) {
                        return wanted.equals("en") ? Locale.ENGLISH : Locale.CHINA;
                    }
                }
            } catch (IllegalArgumentException e) {
                return Locale.CHINA;
            }
        }
        return Locale.CHINA;
    }

    private static Buffer json(Problem problem) {
        try {
            return Buffer.buffer(JSON.writeValueAsBytes(problem));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is made of texts and numbers", e);
        }
    }
}
