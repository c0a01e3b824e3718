package org.leye.platform.http;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;

/** Which of the two languages of the house a caller reads; Chinese unless English is asked for first. */
public final class Language {

    private static final List<String> SPOKEN = List.of("zh", "en");

    private Language() {}

    public static Locale of(HttpHeaders headers) {
        return first(headers::getAcceptableLanguages);
    }

    static Locale of(ContainerRequestContext request) {
        return first(request::getAcceptableLanguages);
    }

    /** A header that cannot be read asks for nothing. */
    private static Locale first(Supplier<List<Locale>> accepted) {
        try {
            return accepted.get().stream()
                    .filter(language -> SPOKEN.contains(language.getLanguage()))
                    .findFirst()
                    .orElse(Locale.CHINA);
        } catch (RuntimeException unreadableHeader) {
            return Locale.CHINA;
        }
    }
}
