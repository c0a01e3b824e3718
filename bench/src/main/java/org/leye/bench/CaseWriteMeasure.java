package org.leye.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.leye.local.Part;

/**
 * Two steps of a case over HTTP, straight at subsidy-service and through the gateway, beside pgbench writing the same rows on the same
 * server with as many connections: the evaluation, which asks the policy and keeps a decision, and the approval, which tells others
 * by an event. Both hold a key, a step of the timeline, an audit row and an entry of the change feed.
 */
final class CaseWriteMeasure implements Measure {

    private static final int RUNS = 3;
    private static final int SECONDS = 5;
    private static final int WARM_UP_SECONDS = 10;
    private static final int CLIENTS = 8;
    private static final int THREADS = 2;
    /** More than a thread of the driver gets through in one run. */
    private static final int CASES_OF_A_THREAD = 5_000;

    private static final int RANGES = 2 * RUNS + 2;
    private static final int CASES = RANGES * THREADS * CASES_OF_A_THREAD;

    /** A step, by whom and at which version of the case it is taken. */
    private record Step(String path, String role, int version, int firstCase) {}

    private static final Step EVALUATION = new Step("evaluation", "COUNTY", 0, 1);
    private static final Step APPROVAL = new Step("approval", "REVIEWER", 1, CASES + 1);

    @Override
    public String name() {
        return "case-write";
    }

    @Override
    public Map<String, String> run() {
        Tool.WRK.path();
        Tool.PGBENCH.path();
        var figures = new LinkedHashMap<String, String>();
        try (var own = OwnSuite.started(Part.POSTGRES, Part.KAFKA, Part.KEYCLOAK, Part.SUBSIDY, Part.GATEWAY);
                var database = own.database(Part.SUBSIDY)) {
            new Steps(own, database).measure(figures);
            own.tellDurability(figures);
        } catch (SQLException e) {
            throw new IllegalStateException("the cases could not be made", e);
        }
        return figures;
    }

    private static final class Steps {

        private final OwnSuite own;
        private final CaseSeeds seeds;
        private final CaseTransaction peer;
        private final Pgbench pgbench;
        private int range;

        Steps(OwnSuite own, Connection database) {
            this.own = own;
            this.seeds = new CaseSeeds(database);
            this.peer = new CaseTransaction(database);
            this.pgbench = new Pgbench(own, Part.SUBSIDY);
        }

        void measure(Map<String, String> figures) throws SQLException {
            seeds.inventPersons();
            seeds.toEvaluate(EVALUATION.firstCase(), CASES);
            seeds.settle();
            warmUp(EVALUATION);
            seeds.toApprove(APPROVAL.firstCase(), CASES);
            seeds.settle();
            warmUp(APPROVAL);
            peer.prepare();
            figures.put("connections", Integer.toString(CLIENTS));
            compare(EVALUATION, peer.evaluation(seeds.first("RECOMMENDED"), 1, CASES), figures);
            compare(APPROVAL, peer.approval(seeds.first("APPROVED"), CASES + 1, 2 * CASES), figures);
        }

        private void warmUp(Step step) {
            range = 0;
            // the first callers find everything cold and may wait longer than they care to
            write(Part.SUBSIDY, step, WARM_UP_SECONDS);
            var load = write(Part.SUBSIDY, step, WARM_UP_SECONDS);
            if (load.failed() > 0) {
                throw new IllegalStateException(load.failed() + " steps failed: " + step);
            }
        }

        private void compare(Step step, String transaction, Map<String, String> figures) throws SQLException {
            range = 2;
            var ours = median(step.path() + " at the service", () -> write(Part.SUBSIDY, step, SECONDS), figures);
            var behind =
                    median(step.path() + " through the gateway", () -> write(Part.GATEWAY, step, SECONDS), figures);
            var peers = median(
                    step.path() + ", pgbench with the same rows",
                    () -> pgbench.run(transaction, CLIENTS, SECONDS),
                    figures);
            figures.put(step.path() + ", ratio service : pgbench", Figure.of(ours.perSecond() / peers.perSecond()));
            figures.put(step.path() + ", ratio gateway : pgbench", Figure.of(behind.perSecond() / peers.perSecond()));
        }

        private Load median(String of, Supplier<Load> run, Map<String, String> figures) throws SQLException {
            var runs = new ArrayList<Load>();
            double service = 0;
            double postgres = 0;
            for (int i = 0; i < RUNS; i++) {
                seeds.settle();
                service -= CpuTime.secondsOf(own.pid(Part.SUBSIDY));
                postgres -= CpuTime.secondsOf(own.pid(Part.POSTGRES));
                runs.add(run.get());
                service += CpuTime.secondsOf(own.pid(Part.SUBSIDY));
                postgres += CpuTime.secondsOf(own.pid(Part.POSTGRES));
            }
            var median = Load.median(runs);
            median.tell(of, figures);
            double writes = runs.stream().mapToDouble(Load::perSecond).sum() * SECONDS / 1_000;
            figures.put(of + ", CPU of the service, ms", Figure.of(service / writes));
            figures.put(of + ", CPU of PostgreSQL, ms", Figure.of(postgres / writes));
            return median;
        }

        /** Each run works on cases of its own, and within a run each thread. */
        private Load write(Part door, Step step, int seconds) {
            int first = step.firstCase() + range++ * THREADS * CASES_OF_A_THREAD;
            return Wrk.run(
                    own.scratch(),
                    own.url(door),
                    """
                    local threads = 0
                    function setup(thread)
                      thread:set("n", %d + threads * %d)
                      threads = threads + 1
                    end
                    local headers = { ["Authorization"] = "Bearer %s", ["If-Match"] = '"%d"' }
                    function request()
                      headers["Idempotency-Key"] = string.format("0b8d2a52-6d3b-4a86-9a53-%%012d", n)
                      local path = string.format("/subsidy/v1/cases/%s%%08d/%s", n)
                      n = n + 1
                      return wrk.format("POST", path, headers)
                    end
                    """.formatted(
                                    first,
                                    CASES_OF_A_THREAD,
                                    own.token(step.role()),
                                    step.version(),
                                    CaseSeeds.PREFIX,
                                    step.path()),
                    THREADS,
                    CLIENTS,
                    seconds);
        }
    }
}
