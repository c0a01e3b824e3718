package org.leye.platform.audit;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * How long the oldest row has been waiting for its seal: gauge {@code leye.audit.unsealed.seconds}, and an alarm in the log. No
 * matter for readiness: a service that writes its trail does its work, and taking it away would seal nothing.
 */
@ApplicationScoped
class UnsealedAge {

    private static final Logger LOG = Logger.getLogger(UnsealedAge.class);
    private static final Duration TOO_OLD = Duration.ofMinutes(1);
    private static final Duration BETWEEN_ALARMS = Duration.ofMinutes(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private final AuditRows rows;
    private final AuditBatches batches;
    private volatile Duration seen = Duration.ZERO;
    private volatile Instant lastLook = Instant.now();
    private volatile Instant lastAlarm = Instant.EPOCH;
    private volatile @Nullable RuntimeException trouble;

    UnsealedAge(AuditRows rows, AuditBatches batches, MeterRegistry metrics) {
        this.rows = rows;
        this.batches = batches;
        Gauge.builder("leye.audit.unsealed.seconds", () -> now().toSeconds())
                .description("Age of the oldest audit row without a seal")
                .register(metrics);
    }

    void look() throws SQLException {
        seen = inTheTable();
        lastLook = Instant.now();
        trouble = null;
    }

    void couldNotLook(RuntimeException reason) {
        trouble = reason;
    }

    Duration inTheTable() throws SQLException {
        var sealed = batches.newest().map(AuditBatch.End::last).orElse(Position.START);
        return rows.ageOfFirstBehind(sealed).orElse(Duration.ZERO);
    }

    void alarm() {
        var age = now();
        if (age.compareTo(TOO_OLD) >= 0
                && Duration.between(lastAlarm, Instant.now()).compareTo(BETWEEN_ALARMS) >= 0) {
            lastAlarm = Instant.now();
            LOG.errorf(
                    trouble,
                    "An audit row has been without a seal for %d s; docs/operations/audit.md says what to look for",
                    age.toSeconds());
        }
    }

    /** Rows may have come since the last look, if it is long ago. */
    private Duration now() {
        var sinceLook = Duration.between(lastLook, Instant.now());
        return sinceLook.compareTo(BETWEEN_LOOKS) > 0 ? seen.plus(sinceLook) : seen;
    }
}
