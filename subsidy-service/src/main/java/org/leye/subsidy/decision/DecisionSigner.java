package org.leye.subsidy.decision;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

import org.leye.platform.http.command.Turns;
import org.leye.platform.identity.FieldCipher;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * Signs decisions with ES256, as detached JSON Web Signatures (RFC 7515, appendix F): who puts the decision's record between
 * the dots verifies it with any JOSE library. The first replica that ever starts makes the key.
 */
@ApplicationScoped
class DecisionSigner {

    private static final AlgorithmConstraints ONLY_ES256 = new AlgorithmConstraints(
            AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);

    private final SigningKeys keys;
    private final FieldCipher cipher;
    private final Turns turns;
    private final Map<String, EllipticCurveJsonWebKey> known = new ConcurrentHashMap<>();

    private volatile @Nullable EllipticCurveJsonWebKey mine;

    DecisionSigner(SigningKeys keys, FieldCipher cipher, Turns turns) {
        this.keys = keys;
        this.cipher = cipher;
        this.turns = turns;
    }

    void makeFirst(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent started) {
        mine = QuarkusTransaction.requiringNew().call(() -> {
            turns.take("signing-key", "first");
            return read(keys.newest().orElseGet(this::make));
        });
    }

    private SigningKey make() {
        try {
            var pair = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            pair.setKeyId(pair.calculateBase64urlEncodedThumbprint("SHA-256"));
            pair.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            var made = new SigningKey(
                    pair.getKeyId(),
                    pair.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY),
                    cipher.seal(pair.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE)));
            keys.persist(made);
            return made;
        } catch (JoseException e) {
            throw new IllegalStateException("a signing key could not be made", e);
        }
    }

    private EllipticCurveJsonWebKey read(SigningKey key) {
        return parse(cipher.openText(key.sealedPrivate()));
    }

    private static EllipticCurveJsonWebKey parse(String jwk) {
        try {
            return (EllipticCurveJsonWebKey) JsonWebKey.Factory.newJwk(jwk);
        } catch (JoseException e) {
            throw new IllegalStateException("a signing key could not be read", e);
        }
    }

    /** The detached signature of a record. */
    String sign(String record) {
        var key = mine;
        if (key == null) {
            throw new IllegalStateException("the service has not started");
        }
        try {
            var jws = new JsonWebSignature();
            jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            jws.setKeyIdHeaderValue(key.getKeyId());
            jws.setKey(key.getPrivateKey());
            jws.setPayload(record);
            return jws.getDetachedContentCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("a decision could not be signed", e);
        }
    }

    /** The id of the key of a signature; empty if it is none. */
    Optional<String> keyOf(String jws) {
        try {
            var signature = new JsonWebSignature();
            signature.setCompactSerialization(jws);
            return Optional.ofNullable(signature.getKeyIdHeaderValue());
        } catch (JoseException e) {
            return Optional.empty();
        }
    }

    /** Whether a key of this house made the signature of this record. */
    boolean verifies(String jws, String record) {
        var key = keyOf(jws).flatMap(this::publicKey);
        if (key.isEmpty()) {
            return false;
        }
        try {
            var signature = new JsonWebSignature();
            signature.setAlgorithmConstraints(ONLY_ES256);
            signature.setCompactSerialization(jws);
            signature.setPayload(record);
            signature.setKey(key.get().getPublicKey());
            return signature.verifySignature();
        } catch (JoseException e) {
            return false;
        }
    }

    private Optional<EllipticCurveJsonWebKey> publicKey(String id) {
        var found = known.get(id);
        if (found == null) {
            found = keys.findByIdOptional(id).map(key -> parse(key.publicKey())).orElse(null);
            if (found != null) {
                known.put(id, found);
            }
        }
        return Optional.ofNullable(found);
    }
}
