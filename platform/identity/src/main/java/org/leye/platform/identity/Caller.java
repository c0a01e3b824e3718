package org.leye.platform.identity;

import java.util.Set;
import java.util.function.Function;

import jakarta.enterprise.context.RequestScoped;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The caller of this request, read from the checked token. */
@RequestScoped
public class Caller {

    private final JsonWebToken token;

    Caller(JsonWebToken token) {
        this.token = token;
    }

    public Actor actor() {
        return new Actor(
                token.getSubject(),
                claim("azp", Function.identity()) instanceof String consumer ? consumer : "",
                token.getGroups() == null ? Set.of() : Set.copyOf(token.getGroups()),
                claim("region", DivisionCode::new),
                claim("person", PersonKey::new),
                claim("uscc", Uscc::new));
    }

    public Scope scope() {
        return actor().scope();
    }

    private <T> @Nullable T claim(String name, Function<String, T> reader) {
        return token.getClaim(name) instanceof String text && !text.isBlank() ? reader.apply(text) : null;
    }
}
