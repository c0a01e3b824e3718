package org.leye.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.leye.local.Part;

/**
 * The gateway beside nginx as a plain proxy, both before the same stand-in for a service that answers at once: what the door
 * itself costs. At full load as many requests as {@value #CONNECTIONS} connections get through; at half load each connection
 * rests between two requests for a random time, so that all together ask half as often as the gateway can answer.
 */
final class GatewayMeasure implements Measure {

    private static final int RUNS = 3;
    private static final int SECONDS = 5;
    private static final int WARM_UP_SECONDS = 15;
    private static final int CONNECTIONS = 64;
    private static final String ANSWER = """
            {"items":[{"id":"case_06qk3v0g1rvs3e7m2k0c9d4b5a","instrument":"BROKER_REFERRAL_REWARD","status":"PAYABLE","amountFen":15000}]}\
            """;
    private static final String READ = "/subsidy/v1/cases?limit=1";
    private static final String OPEN = "/training/v1/certificates/cert_06qk3v0g1rvs3e7m2k0c9d4b5a/verification";

    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public Map<String, String> run() {
        var figures = new LinkedHashMap<String, String>();
        Tool.WRK.path();
        try (var own = OwnSuite.started(Part.POSTGRES, Part.KEYCLOAK, Part.GATEWAY);
                var service = Nginx.answering(own.scratch().resolve("service"), servicePorts(own), ANSWER);
                // on the port of a part that does not run here
                var peer = Nginx.proxy(
                        own.scratch().resolve("peer"),
                        own.ports().of(Part.KAFKA),
                        own.ports().of(Part.SUBSIDY))) {
            new Door(own, service, peer).measure(figures);
        }
        return figures;
    }

    private static List<Integer> servicePorts(OwnSuite own) {
        return Part.domainServices().stream().map(own.ports()::of).toList();
    }

    /** The two proxies and what is behind them. */
    private static final class Door {

        private final OwnSuite own;
        private final Nginx peer;
        private final String direct;
        private final String nginx;
        private final String gateway;
        private final String token;

        Door(OwnSuite own, Nginx service, Nginx peer) {
            this.own = own;
            this.peer = peer;
            this.direct = own.url(Part.SUBSIDY);
            this.nginx = own.url(Part.KAFKA);
            this.gateway = own.url(Part.GATEWAY);
            this.token = own.token("COUNTY");
        }

        void measure(Map<String, String> figures) {
            load(gateway, get(READ), WARM_UP_SECONDS);
            var service = median(() -> load(direct, get(READ), SECONDS));
            service.tell("stand-in itself", figures);
            var peers = median(() -> load(nginx, get(READ), SECONDS));
            peers.tell("nginx, GET", figures);
            double before = CpuTime.secondsOf(own.pid(Part.GATEWAY));
            var ours = median(() -> load(gateway, get(READ), SECONDS));
            double spent = CpuTime.secondsOf(own.pid(Part.GATEWAY)) - before;
            ours.tell("gateway, GET with token", figures);
            figures.put("gateway, cores used", Figure.of(spent / (RUNS * SECONDS)));
            figures.put("gateway, CPU per request, µs", Figure.of(spent * 1e6 / (RUNS * SECONDS * ours.perSecond())));
            var open = median(() -> load(gateway, get(OPEN), SECONDS));
            open.tell("gateway, GET of an open path with token", figures);
            var peersPost = median(() -> load(nginx, post(), SECONDS));
            peersPost.tell("nginx, POST", figures);
            var oursPost = median(() -> load(gateway, post(), SECONDS));
            oursPost.tell("gateway, POST with token", figures);
            figures.put("ratio gateway : nginx, GET", Figure.of(ours.perSecond() / peers.perSecond()));
            figures.put("ratio gateway : nginx, POST", Figure.of(oursPost.perSecond() / peersPost.perSecond()));
            atHalfLoad(ours.perSecond() / 2, figures);
        }

        private void atHalfLoad(double perSecond, Map<String, String> figures) {
            var script = resting(perSecond) + get(READ);
            var peers = median(() -> load(nginx, script, SECONDS));
            peers.tell("half load: nginx", figures);
            var ours = median(() -> load(gateway, script, SECONDS));
            ours.tell("half load: gateway", figures);
            figures.put("half load: p99 added over nginx, ms", Figure.of(ours.p99() - peers.p99()));
        }

        private String get(String path) {
            return "wrk.method = 'GET'\nwrk.path = '%s'\nwrk.headers['Authorization'] = 'Bearer %s'\n"
                    .formatted(path, token);
        }

        private String post() {
            return get("/subsidy/v1/cases/case_06qk3v0g1rvs3e7m2k0c9d4b5a/return-to-check") + """
                    wrk.method = 'POST'
                    wrk.headers['Content-Type'] = 'application/json'
                    wrk.headers['Idempotency-Key'] = '0b8d2a52-6d3b-4a86-9a53-0f5c3f1e2d4c'
                    wrk.body = '{"reason":"the roster of the month is missing"}'
                    """;
        }

        /** On average so long between two requests of a connection that all together ask at this rate; the answer's own time is small. */
        private static String resting(double perSecond) {
            return "function delay() return math.random(0, %d) end\n"
                    .formatted(Math.round(2_000 * CONNECTIONS / perSecond));
        }

        private Load load(String base, String script, int seconds) {
            return Wrk.run(own.scratch(), base, script, 1, CONNECTIONS, seconds);
        }

        private static Load median(Supplier<Load> run) {
            var runs = new ArrayList<Load>();
            for (int i = 0; i < RUNS; i++) {
                runs.add(run.get());
            }
            return Load.median(runs);
        }
    }
}
