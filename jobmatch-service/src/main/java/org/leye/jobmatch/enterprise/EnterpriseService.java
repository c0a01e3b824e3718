package org.leye.jobmatch.enterprise;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.audit.AuditTrail;
import org.leye.platform.http.command.Answer;
import org.leye.platform.http.command.Turns;
import org.leye.platform.http.time.BusinessClock;
import org.leye.platform.identity.Actor;
import org.leye.platform.identity.FieldCipher;
import org.leye.platform.identity.Masking;
import org.leye.platform.problem.RequestProblem;

/** Registers enterprises in the caller's transaction, and shows them. */
@ApplicationScoped
class EnterpriseService {

    private static final int TOWN_DIGITS = 9;

    private final Enterprises enterprises;
    private final FieldCipher cipher;
    private final Turns turns;
    private final BusinessClock clock;
    private final AuditTrail audit;

    EnterpriseService(Enterprises enterprises, FieldCipher cipher, Turns turns, BusinessClock clock, AuditTrail audit) {
        this.enterprises = enterprises;
        this.cipher = cipher;
        this.turns = turns;
        this.clock = clock;
        this.audit = audit;
    }

    /** Throws OUT_OF_SCOPE, ENTERPRISE_ALREADY_REGISTERED, INVALID_INPUT for a division that is no town. */
    Enterprise register(RegisterEnterprise request, Actor by) {
        if (request.division().value().length() != TOWN_DIGITS) {
            throw RequestProblem.INVALID_INPUT.at(
                    "/division", "DIVISION_LEVEL", "区划代码须为 9 位", "a division code of 9 digits is expected");
        }
        by.scope().require(request.division().value(), null, request.uscc().value());
        turns.take("jobmatch", request.uscc().value());
        if (enterprises.isKnown(request.uscc().value())) {
            throw EnterpriseProblem.ENTERPRISE_ALREADY_REGISTERED.problem();
        }
        var enterprise = new Enterprise(request, cipher.seal(request.contactPhone()), clock.today());
        enterprises.persist(enterprise);
        audit.record(by, "enterprise.register", enterprise.uscc(), null, view(enterprise));
        return enterprise;
    }

    EnterpriseView view(Enterprise enterprise) {
        return new EnterpriseView(
                enterprise.uscc(),
                enterprise.name(),
                enterprise.division(),
                enterprise.industryCode(),
                Masking.phone(cipher.openText(enterprise.sealedContact())),
                enterprise.registeredOn());
    }

    Answer<EnterpriseView> created(Enterprise enterprise) {
        return Answer.created("/enterprises/" + enterprise.uscc(), enterprise.version(), view(enterprise));
    }
}
