package org.leye.broker.appointment;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.audit.AuditTrail;
import org.leye.platform.http.time.BusinessClock;
import org.leye.platform.identity.Actor;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Ends appointments whose term is over, each as of the day after its term, however far business time has moved. */
@ApplicationScoped
class TermEnd {

    private static final int AT_ONCE = 100;

    private final Brokers brokers;
    private final BusinessClock clock;
    private final AuditTrail audit;

    TermEnd(Brokers brokers, BusinessClock clock, AuditTrail audit) {
        this.brokers = brokers;
        this.clock = clock;
        this.audit = audit;
    }

    @Scheduled(every = "5s", delayed = "3s", concurrentExecution = ConcurrentExecution.SKIP)
    void endAll() {
        int ended;
        do {
            ended = QuarkusTransaction.requiringNew().call(this::endSome);
        } while (ended == AT_ONCE);
    }

    private int endSome() {
        var today = clock.today();
        var over = brokers.whoseTermIsOver(today, AT_ONCE);
        for (var broker : over) {
            broker.endIfOver(today);
            audit.record(Actor.SYSTEM, "broker.end", broker.id(), null, BrokerView.of(broker, Actor.SYSTEM));
        }
        return over.size();
    }
}
