package org.leye.gateway.link;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/**
 * Checks an identity proof: a signed JWT of the configured verifier for the audience {@code leye-link}, made for this account,
 * good for ten minutes at most.
 *
 * <p>No proof is remembered. It names the one account that may use it, so that a stolen one is of no use to another, and
 * using it again for the same account changes nothing: it would link what is linked already.
 */
@ApplicationScoped
class ProofCheck {

    static final String AUDIENCE = "leye-link";

    private static final int GOOD_FOR_SECONDS = 600;
    private static final int CLOCKS_DIFFER_SECONDS = 30;
    private static final List<Integer> LATE_OR_EARLY = List.of(
            ErrorCodes.EXPIRED,
            ErrorCodes.EXPIRATION_TOO_FAR_IN_FUTURE,
            ErrorCodes.NOT_YET_VALID,
            ErrorCodes.ISSUED_AT_INVALID_FUTURE,
            ErrorCodes.ISSUED_AT_INVALID_PAST);
    private static final List<Integer> LACKING = List.of(
            ErrorCodes.EXPIRATION_MISSING,
            ErrorCodes.ISSUED_AT_MISSING,
            ErrorCodes.JWT_ID_MISSING,
            ErrorCodes.SUBJECT_MISSING,
            ErrorCodes.MALFORMED_CLAIM,
            ErrorCodes.JSON_INVALID);

    private final Verifier verifier;

    ProofCheck(Verifier verifier) {
        this.verifier = verifier;
    }

    /**
     * What the proof states, if it was made for this account. Throws LINK_NOT_CONFIGURED, TEMPORARILY_UNAVAILABLE while the
     * verifier's keys cannot be had, PROOF_NOT_TRUSTED, PROOF_FOR_ANOTHER_PURPOSE, PROOF_FOR_ANOTHER_ACCOUNT, PROOF_EXPIRED,
     * PROOF_INCOMPLETE. The causes are dropped: the library's messages repeat the claims.
     */
    Proof check(String proof, String account) {
        var rules = rules(account);
        try {
            return read(rules.processToClaims(proof), account);
        } catch (MalformedClaimException e) {
            throw LinkProblem.PROOF_INCOMPLETE.problem();
        } catch (InvalidJwtException e) {
            throw reason(e).problem();
        }
    }

    private JwtConsumer rules(String account) {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(verifier.keys())
                .setJwsAlgorithmConstraints(ConstraintType.PERMIT, "ES256", "RS256")
                .setExpectedIssuer(verifier.issuer())
                .setExpectedAudience(AUDIENCE)
                .setExpectedSubject(account)
                .setRequireJwtId()
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setIssuedAtRestrictions(0, GOOD_FOR_SECONDS)
                .setMaxFutureValidityInMinutes(GOOD_FOR_SECONDS / 60)
                .setAllowedClockSkewInSeconds(CLOCKS_DIFFER_SECONDS)
                .build();
    }

    private static Proof read(JwtClaims claims, String account) throws MalformedClaimException {
        var idNumber = claims.getStringClaimValue("idNumber");
        var name = claims.getStringClaimValue("name");
        var goodFor =
                claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue();
        if (goodFor > GOOD_FOR_SECONDS) {
            throw LinkProblem.PROOF_EXPIRED.problem();
        }
        if (idNumber == null || idNumber.isBlank() || name == null || name.isBlank()) {
            throw LinkProblem.PROOF_INCOMPLETE.problem();
        }
        return new Proof(account, idNumber, name);
    }

    /** Of several reasons the one that says most; whatever is not about a claim is about the signature. */
    private static LinkProblem reason(InvalidJwtException refusal) {
        if (refusal.hasErrorCode(ErrorCodes.ISSUER_INVALID) || refusal.hasErrorCode(ErrorCodes.ISSUER_MISSING)) {
            return LinkProblem.PROOF_NOT_TRUSTED;
        }
        if (refusal.hasErrorCode(ErrorCodes.AUDIENCE_INVALID) || refusal.hasErrorCode(ErrorCodes.AUDIENCE_MISSING)) {
            return LinkProblem.PROOF_FOR_ANOTHER_PURPOSE;
        }
        if (refusal.hasErrorCode(ErrorCodes.SUBJECT_INVALID)) {
            return LinkProblem.PROOF_FOR_ANOTHER_ACCOUNT;
        }
        if (LACKING.stream().anyMatch(refusal::hasErrorCode)) {
            return LinkProblem.PROOF_INCOMPLETE;
        }
        return LATE_OR_EARLY.stream().anyMatch(refusal::hasErrorCode)
                ? LinkProblem.PROOF_EXPIRED
                : LinkProblem.PROOF_NOT_TRUSTED;
    }
}
