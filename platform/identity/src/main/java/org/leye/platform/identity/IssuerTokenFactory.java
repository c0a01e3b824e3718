package org.leye.platform.identity;

import java.security.Key;
import java.util.List;
import java.util.Set;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Checks tokens with the keys held by {@link IssuerKeys}. The library's own resolver would fetch keys on the caller's thread
 * and turn an issuer that is away into a 401.
 */
@ApplicationScoped
@Alternative
@Priority(1)
class IssuerTokenFactory extends JWTCallerPrincipalFactory {

    private final Parser parser;

    IssuerTokenFactory(IssuerKeys keys) {
        parser = new Parser(keys);
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo expectations) throws ParseException {
        var parsed = parser.parse(token, expectations);
        var type = parsed.getJoseObjects().getFirst().getHeader("typ");
        return new DefaultJWTCallerPrincipal(token, type == null ? "JWT" : type, parsed.getJwtClaims());
    }

    private static final class Parser extends DefaultJWTTokenParser implements VerificationKeyResolver {

        private static final Set<String> SIGNATURES = Set.of("RS256", "ES256");
        private final IssuerKeys keys;

        Parser(IssuerKeys keys) {
            this.keys = keys;
        }

        @Override
        protected VerificationKeyResolver getVerificationKeyResolver(JWTAuthContextInfo expectations) {
            return this;
        }

        @Override
        public Key resolveKey(JsonWebSignature token, List<JsonWebStructure> nesting) throws UnresolvableKeyException {
            var keyId = token.getKeyIdHeaderValue();
            if (keyId == null || !SIGNATURES.contains(token.getAlgorithmHeaderValue())) {
                throw new UnresolvableKeyException("the token does not name a key and an accepted algorithm");
            }
            return keys.find(keyId)
                    .orElseThrow(() -> new UnresolvableKeyException("the issuer does not publish the token's key"));
        }
    }
}
