package org.leye.broker.referral;

import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.leye.platform.audit.AuditTrail;
import org.leye.platform.http.time.DailyWork;
import org.leye.platform.identity.Actor;

/** Expires referrals whose window ended without a start, on the day after its last. */
@ApplicationScoped
class WindowEnd implements DailyWork {

    private final Referrals referrals;
    private final AuditTrail audit;

    WindowEnd(Referrals referrals, AuditTrail audit) {
        this.referrals = referrals;
        this.audit = audit;
    }

    @Override
    public String name() {
        return "referral-window-end";
    }

    @Override
    public List<String> due(LocalDate day, int limit) {
        return referrals.whoseWindowIsOver(day, limit);
    }

    @Override
    public void workOff(String id, LocalDate day) {
        var referral = referrals.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (ReferralStatus.WAITING.contains(referral.status())) {
            referral.expire();
            audit.record(Actor.SYSTEM, "referral.expire", id, null, ReferralView.of(referral, Actor.SYSTEM));
        }
    }
}
