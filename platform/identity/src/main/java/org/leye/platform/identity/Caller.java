package org.leye.platform.identity;

import java.util.Set;
import java.util.function.Function;

import jakarta.enterprise.context.RequestScoped;

import org.leye.platform.problem.InvalidValueException;
import org.leye.platform.problem.RequestProblem;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The caller of this request, read from the checked token. */
@RequestScoped
public class Caller {

    private final JsonWebToken token;
    private final IssuerConfig config;

    Caller(JsonWebToken token, IssuerConfig config) {
        this.token = token;
        this.config = config;
    }

    public Actor actor() {
        return new Actor(
                token.getSubject(),
                claim("azp", Function.identity()) instanceof String consumer ? consumer : "",
                token.getGroups() == null ? Set.of() : Set.copyOf(token.getGroups()),
                region(),
                claim("person", PersonKey::new),
                claim("uscc", Uscc::new));
    }

    public Scope scope() {
        return actor().scope();
    }

    /** A division of another county gives no power here. */
    private @Nullable DivisionCode region() {
        var region = claim("region", DivisionCode::new);
        return region != null && new DivisionCode(config.jurisdiction()).contains(region) ? region : null;
    }

    private <T> @Nullable T claim(String name, Function<String, T> reader) {
        try {
            return token.getClaim(name) instanceof String text && !text.isBlank() ? reader.apply(text) : null;
        } catch (InvalidValueException malformed) {
            throw RequestProblem.FORBIDDEN.because("令牌中的 %s 无效", "the token's claim %s is not valid", name);
        }
    }
}
