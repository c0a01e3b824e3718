package org.leye.gateway.link;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.problem.RequestProblem;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigUtils;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jose4j.http.Get;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * The external verifier of identities whose proofs count. Its keys are fetched when needed and kept for an hour, the last good
 * set for longer while it is away; a file is read each time, so that it may be replaced. Outside a sandbox the sandbox's
 * verifier, which believes everybody, keeps the gateway from starting.
 */
@Startup
@ApplicationScoped
class Verifier {

    static final String OF_THE_SANDBOX = "urn:leye:sandbox-verifier";

    private static final Logger LOG = Logger.getLogger(Verifier.class);
    private static final Duration LAST_GOOD_SET = Duration.ofHours(24);
    private static final Duration COME_BACK_AFTER = Duration.ofSeconds(10);

    private final LinkConfig config;
    private final @Nullable HttpsJwks fetched;

    Verifier(LinkConfig config, @ConfigProperty(name = "leye.sandbox", defaultValue = "false") boolean sandbox) {
        this.config = config;
        this.fetched = config.verifierKeys()
                .filter(keys -> !isFile(keys))
                .map(keys -> jwks(keys, config.patience()))
                .orElse(null);
        requireLawful(config.verifierIssuer().orElse(""), sandbox, ConfigUtils.isProfileActive("prod"));
        config.verifierKeys()
                .ifPresent(keys ->
                        requireUnforged(keys, sandbox || LaunchMode.current().isDevOrTest()));
    }

    /** Whoever stands between could put keys of her own into an answer that nothing protects. */
    static void requireUnforged(URI keys, boolean trying) {
        if (!isFile(keys) && !"https".equalsIgnoreCase(keys.getScheme()) && !trying) {
            throw new IllegalStateException(
                    "leye.gateway.link.verifier-keys must be an https: or a file: address outside of a sandbox");
        }
    }

    static void requireLawful(String issuer, boolean sandbox, boolean production) {
        if (issuer.equals(OF_THE_SANDBOX) && (production || !sandbox)) {
            throw new IllegalStateException(
                    "leye.gateway.link.verifier-issuer names the sandbox's verifier, which believes everybody; it counts with"
                            + " leye.sandbox=true only, and never in the profile prod");
        }
    }

    /** Throws LINK_NOT_CONFIGURED. */
    String issuer() {
        return config.verifierIssuer().orElseThrow(LinkProblem.LINK_NOT_CONFIGURED::problem);
    }

    /** Throws LINK_NOT_CONFIGURED, TEMPORARILY_UNAVAILABLE. */
    VerificationKeyResolver keys() {
        var address = config.verifierKeys().orElseThrow(LinkProblem.LINK_NOT_CONFIGURED::problem);
        try {
            if (fetched == null) {
                return new JwksVerificationKeyResolver(
                        new JsonWebKeySet(Files.readString(Path.of(address))).getJsonWebKeys());
            }
            // Now, for the resolver would take a verifier that is away for a bad signature.
            fetched.getJsonWebKeys();
            return new HttpsJwksVerificationKeyResolver(fetched);
        } catch (IOException | JoseException e) {
            LOG.warnf("The keys of the verifier of identities cannot be had: %s", e.toString());
            throw RequestProblem.TEMPORARILY_UNAVAILABLE
                    .because("身份核验服务的密钥尚未取得", "the keys of the verifier of identities cannot be had")
                    .retryAfter(COME_BACK_AFTER);
        }
    }

    private static boolean isFile(URI address) {
        return "file".equals(address.getScheme());
    }

    private static HttpsJwks jwks(URI address, Duration patience) {
        var get = new Get();
        get.setConnectTimeout(Math.toIntExact(patience.toMillis()));
        get.setReadTimeout(Math.toIntExact(patience.toMillis()));
        get.setRetries(0);
        var keys = new HttpsJwks(address.toString());
        keys.setSimpleHttpGet(get);
        keys.setRetainCacheOnErrorDuration(LAST_GOOD_SET.toSeconds());
        return keys;
    }
}
