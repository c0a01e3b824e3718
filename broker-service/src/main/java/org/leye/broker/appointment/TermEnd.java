package org.leye.broker.appointment;

import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.leye.platform.audit.AuditTrail;
import org.leye.platform.http.time.DailyWork;
import org.leye.platform.identity.Actor;

/** Ends appointments whose term is over, on the day after its last. */
@ApplicationScoped
class TermEnd implements DailyWork {

    private final Brokers brokers;
    private final AuditTrail audit;

    TermEnd(Brokers brokers, AuditTrail audit) {
        this.brokers = brokers;
        this.audit = audit;
    }

    @Override
    public String name() {
        return "appointment-term-end";
    }

    @Override
    public List<String> due(LocalDate day, int limit) {
        return brokers.whoseTermIsOver(day, limit);
    }

    @Override
    public void workOff(String id, LocalDate day) {
        var broker = brokers.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (broker.endIfOver(day)) {
            audit.record(Actor.SYSTEM, "broker.end", id, null, BrokerView.of(broker, Actor.SYSTEM));
        }
    }
}
