package org.leye.platform.http;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;

import org.leye.platform.http.input.Violations;
import org.leye.platform.problem.InvalidValueException;
import org.leye.platform.problem.Problem;
import org.leye.platform.problem.ProblemException;
import org.leye.platform.problem.RequestProblem;
import org.leye.platform.problem.Violation;

import com.fasterxml.jackson.core.JacksonException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import org.hibernate.StaleStateException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The one place where anything thrown becomes an answer. */
public class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
    private static final Duration BUSY_PAUSE = Duration.ofSeconds(2);
    /** Unique and exclusion violations. */
    private static final Set<String> COLLISIONS = Set.of("23505", "23P01");

    @ServerExceptionMapper
    public Response refused(ProblemException refusal, ContainerRequestContext request) {
        return answer(refusal, request);
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException invalid, ContainerRequestContext request) {
        return answer(RequestProblem.INVALID_INPUT.at(Violations.of(invalid)), request);
    }

    @ServerExceptionMapper
    public Response unreadable(JacksonException unreadable, ContainerRequestContext request) {
        return answer(Violations.of(unreadable), request);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response unauthenticated(SecurityException reason, ContainerRequestContext request) {
        var refusal = causedBy(reason, ProblemException.class);
        return answer(refusal == null ? RequestProblem.UNAUTHENTICATED.problem() : refusal, request);
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException reason, ContainerRequestContext request) {
        return answer(RequestProblem.FORBIDDEN.problem(), request);
    }

    @ServerExceptionMapper({OptimisticLockException.class, StaleStateException.class})
    public Response overtaken(RuntimeException reason, ContainerRequestContext request) {
        return answer(RequestProblem.CONCURRENT_CHANGE.problem(), request);
    }

    @ServerExceptionMapper
    public Response byFramework(WebApplicationException reason, ContainerRequestContext request) {
        var refusal = causedBy(reason, ProblemException.class);
        if (refusal != null) {
            return answer(refusal, request);
        }
        var invalid = causedBy(reason, InvalidValueException.class);
        if (invalid != null) {
            var violation = new Violation("", invalid.code(), invalid.detail());
            return answer(RequestProblem.INVALID_INPUT.at(List.of(violation)), request);
        }
        var answer = answer(problemFor(reason).problem(), request);
        if (reason instanceof NotAllowedException notAllowed) {
            var allowed = notAllowed.getResponse().getHeaderString("Allow");
            return allowed == null
                    ? answer
                    : Response.fromResponse(answer).header("Allow", allowed).build();
        }
        return answer;
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable failure, ContainerRequestContext request) {
        var refusal = causedBy(failure, ProblemException.class);
        if (refusal != null) {
            return answer(refusal, request);
        }
        if (causedBy(failure, OptimisticLockException.class) != null) {
            return answer(RequestProblem.CONCURRENT_CHANGE.problem(), request);
        }
        if (causedBy(failure, SQLException.class) instanceof SQLException sql
                && COLLISIONS.contains(sql.getSQLState())) {
            // Two callers did the same at once; one of them was first, and the constraint tells the other.
            return answer(RequestProblem.CONCURRENT_CHANGE.problem(), request);
        }
        if (causedBy(failure, SQLException.class) instanceof SQLException sql && DatabaseTrouble.isPassing(sql)) {
            LOG.warnf("Database trouble, the caller may try again: SQLSTATE %s", sql.getSQLState());
            return answer(RequestProblem.TEMPORARILY_UNAVAILABLE.problem().retryAfter(BUSY_PAUSE), request);
        }
        LOG.error("Unexpected failure", failure);
        return answer(RequestProblem.INTERNAL_ERROR.problem(), request);
    }

    private static RequestProblem problemFor(WebApplicationException reason) {
        // A path or query parameter that cannot be converted arrives as 404 with the converter's complaint inside.
        if (reason.getResponse().getStatus() == 404 && reason.getCause() != null) {
            return RequestProblem.INVALID_INPUT;
        }
        return switch (reason.getResponse().getStatus()) {
            case 401 -> RequestProblem.UNAUTHENTICATED;
            case 403 -> RequestProblem.FORBIDDEN;
            case 404 -> RequestProblem.NOT_FOUND;
            case 405 -> RequestProblem.METHOD_NOT_ALLOWED;
            case 406 -> RequestProblem.NOT_ACCEPTABLE;
            case 413 -> RequestProblem.BODY_TOO_LARGE;
            case 415 -> RequestProblem.UNSUPPORTED_MEDIA_TYPE;
            case 503 -> RequestProblem.TEMPORARILY_UNAVAILABLE;
            default ->
                reason.getResponse().getStatus() < 500 ? RequestProblem.MALFORMED_BODY : RequestProblem.INTERNAL_ERROR;
        };
    }

    private static Response answer(ProblemException refusal, ContainerRequestContext request) {
        var language = Language.of(request);
        var problem = Problem.of(refusal, language, RequestId.of(request));
        var answer = Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        if (refusal.retryAfter() != null) {
            answer.header("Retry-After", refusal.retryAfter().toSeconds());
        }
        if (problem.status() == 401) {
            answer.header("WWW-Authenticate", "Bearer");
        }
        return answer.header("Content-Language", language.getLanguage().equals("en") ? "en" : "zh-CN")
                .build();
    }

    private static <T extends Throwable> @Nullable T causedBy(Throwable failure, Class<T> kind) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause() == cause ? null : cause.getCause()) {
            if (kind.isInstance(cause)) {
                return kind.cast(cause);
            }
        }
        return null;
    }
}
