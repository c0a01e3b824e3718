package org.leye.broker.referral;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.audit.AuditTrail;
import org.leye.platform.http.time.BusinessClock;
import org.leye.platform.identity.Actor;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Expires referrals whose window ended without a start, each as of its own day, however far business time has moved. */
@ApplicationScoped
class WindowEnd {

    private static final int AT_ONCE = 100;

    private final Referrals referrals;
    private final BusinessClock clock;
    private final AuditTrail audit;

    WindowEnd(Referrals referrals, BusinessClock clock, AuditTrail audit) {
        this.referrals = referrals;
        this.clock = clock;
        this.audit = audit;
    }

    @Scheduled(every = "5s", delayed = "3s", concurrentExecution = ConcurrentExecution.SKIP)
    void expireAll() {
        int expired;
        do {
            expired = QuarkusTransaction.requiringNew().call(this::expireSome);
        } while (expired == AT_ONCE);
    }

    private int expireSome() {
        var over = referrals.whoseWindowIsOver(clock.today(), AT_ONCE);
        for (var referral : over) {
            referral.expire();
            audit.record(Actor.SYSTEM, "referral.expire", referral.id(), null, ReferralView.of(referral, Actor.SYSTEM));
        }
        return over.size();
    }
}
