package org.leye.gateway.proxy;

import java.time.Duration;

import org.leye.gateway.edge.EdgeProblem;
import org.leye.gateway.edge.HeaderHygiene;
import org.leye.gateway.edge.Refusal;
import org.leye.gateway.edge.RequestBody;
import org.leye.gateway.edge.RequestNames;
import org.leye.platform.problem.ProblemException;
import org.leye.platform.problem.RequestProblem;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.OriginRequestProvider;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One request on its way to a service and the answer on its way back. Lives on one event loop. */
final class Exchange implements OriginRequestProvider, ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(Exchange.class);
    private static final Duration COME_BACK_AFTER = Duration.ofSeconds(2);

    private final ServiceProxy way;
    private final Vertx vertx;
    private final RoutingContext caller;
    private final RequestBody body;
    private @Nullable HttpClientRequest sent;
    private @Nullable ProblemException gaveUp;
    private long timer = -1;

    Exchange(ServiceProxy way, Vertx vertx, RoutingContext caller, long largestBody) {
        this.way = way;
        this.vertx = vertx;
        this.caller = caller;
        this.body = new RequestBody(caller.request(), largestBody);
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        var outgoing = context.request();
        HeaderHygiene.clean(outgoing.headers(), caller.request(), RequestNames.of(caller));
        outgoing.setBody(Body.body(body, outgoing.getBody().length()));
        return context.sendRequest()
                .onComplete(answered -> vertx.cancelTimer(timer))
                .recover(failure -> Future.succeededFuture(refusal(context, failure)));
    }

    @Override
    public Future<HttpClientRequest> create(ProxyContext context) {
        return way.connection().onSuccess(request -> {
            sent = request;
            // The future of the answer tells of it; without a handler it would also be logged as an error.
            request.exceptionHandler(trouble -> {});
            watch(way.answerTimeout());
            if (caller.request().headers().contains("Expect", "100-continue", true)) {
                caller.response().writeContinue();
            }
        });
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        var answer = context.response();
        if (gaveUp == null) {
            HeaderHygiene.dropHopByHop(answer.headers());
        }
        if (!answer.headers().contains("Cache-Control")) {
            answer.putHeader("Cache-Control", "no-store");
        }
        if (answer.getStatusCode() == 204 || answer.getStatusCode() == 304) {
            // Else the library would announce a chunked body where none may be.
            answer.getBody().stream().resume();
            answer.setBody(null);
        }
        return context.sendResponse().onComplete(done -> letGo());
    }

    /** The answer is out: whatever is left of the request interests nobody. */
    private void letGo() {
        if (!body.hasEnded()) {
            if (sent != null) {
                sent.reset();
            }
            body.discardRest();
        }
        if (gaveUp != null && gaveUp.type() == EdgeProblem.REQUEST_STALLED) {
            caller.request().connection().close();
        }
    }

    private void watch(Duration wait) {
        timer = vertx.setTimer(Math.max(1, wait.toMillis()), fired -> {
            var left = way.answerTimeout().minus(body.quietFor());
            if (left.isPositive()) {
                watch(left);
            } else {
                giveUp(
                        body.waitsForCaller()
                                ? EdgeProblem.REQUEST_STALLED.problem()
                                : RequestProblem.UPSTREAM_TIMEOUT.because(
                                        "服务 %s 未及时答复",
                                        "the service %s did not answer in time",
                                        way.service().name()));
            }
        });
    }

    private void giveUp(ProblemException reason) {
        gaveUp = reason;
        if (sent != null) {
            sent.reset();
        }
    }

    private ProxyResponse refusal(ProxyContext context, Throwable failure) {
        if (gaveUp == null) {
            gaveUp = body.isTooLarge()
                    ? RequestProblem.BODY_TOO_LARGE.problem()
                    : RequestProblem.UPSTREAM_UNAVAILABLE
                            .because(
                                    "服务 %s 暂不可用",
                                    "the service %s is not available",
                                    way.service().name())
                            .retryAfter(COME_BACK_AFTER);
        }
        if (!caller.response().closed()) {
            LOG.warnf("%s: %s (%s)", way.service().name(), gaveUp.type().name(), failure.toString());
        }
        var refusal = Refusal.of(gaveUp, caller);
        var answer = context.request().release().response().setStatusCode(refusal.status());
        refusal.headers().forEach(answer::putHeader);
        return answer.setBody(Body.body(refusal.body()));
    }
}
