package org.leye.gateway.link;

import java.net.URI;
import java.net.http.HttpRequest;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.gateway.GatewayConfig;
import org.leye.gateway.edge.RequestNames;
import org.leye.platform.identity.PersonKey;
import org.leye.platform.problem.ProblemException;
import org.leye.platform.problem.RequestProblem;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.jboss.logging.Logger;

/** The persons that jobmatch knows: it has the pepper, the gateway has not. */
@ApplicationScoped
class Persons {

    private static final Logger LOG = Logger.getLogger(Persons.class);

    private final URI lookups;
    private final OwnToken own;

    Persons(GatewayConfig config, OwnToken own) {
        this.lookups = URI.create(config.upstreams().jobmatch() + "/jobmatch/v1/person-keys/lookups");
        this.own = own;
    }

    /** The key of the person whom the proof names. Throws NAME_DIFFERS, PROOF_INCOMPLETE, UPSTREAM_UNAVAILABLE. */
    PersonKey keyOf(Proof proof, String requestName) {
        var question = JsonNodeFactory.instance
                .objectNode()
                .put("idNumber", proof.idNumber())
                .put("name", proof.name())
                .put("accountId", proof.account());
        var reply = own.send(
                OwnToken.To.SERVICES,
                HttpRequest.newBuilder(lookups)
                        .header("Content-Type", "application/json")
                        .header(RequestNames.HEADER, requestName)
                        .POST(JsonCalls.body(question)),
                isAway());
        return switch (reply.status()) {
            case 200 -> new PersonKey(reply.body().path("personKey").asText());
            case 400 -> throw LinkProblem.PROOF_INCOMPLETE.problem();
            case 422 -> throw LinkProblem.NAME_DIFFERS.problem();
            default -> {
                LOG.errorf("jobmatch refuses to find person keys: %d", reply.status());
                throw isAway();
            }
        };
    }

    private static ProblemException isAway() {
        return RequestProblem.UPSTREAM_UNAVAILABLE.because("服务 jobmatch 暂不可用", "the service jobmatch is not available");
    }
}
