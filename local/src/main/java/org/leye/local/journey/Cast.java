package org.leye.local.journey;

import java.time.LocalDate;

import org.leye.local.token.SandboxClaims;
import org.leye.local.token.SandboxTokens;
import org.leye.platform.identity.PersonKeys;

/** Who plays in the story: officers of the city, and people and an enterprise invented for this one journey. */
final class Cast {

    static final String TOWN = "330282111";
    static final String VILLAGE = "330282111203";

    final String brokerNumber = Invented.someWoman();
    final String workerNumber = Invented.someWoman();
    final String uscc = Invented.someEnterprise();
    final String assessorUscc = Invented.someEnterprise();
    final String brokerKey;
    final String workerKey;

    final Caller county;
    final Caller town;
    final Caller reviewer;
    final Caller finance;
    final Caller secondFinance;
    final Caller supervisor;
    final Caller broker;
    final Caller worker;
    final Caller employer;
    final Caller assessor;

    private final SandboxTokens tokens;

    Cast(SandboxTokens tokens, PersonKeys keys) {
        this.tokens = tokens;
        brokerKey = keys.forIdNumber(brokerNumber).value();
        workerKey = keys.forIdNumber(workerNumber).value();
        county = caller("COUNTY", "COUNTY", SandboxClaims.usualFor("COUNTY"));
        town = caller("TOWN", "TOWN", SandboxClaims.usualFor("TOWN").withRegion(TOWN));
        reviewer = caller("REVIEWER", "REVIEWER", SandboxClaims.usualFor("REVIEWER"));
        finance = caller("FINANCE", "FINANCE", SandboxClaims.usualFor("FINANCE"));
        // Officers carry a person key too: it makes the second one another human.
        var another =
                keys.forIdNumber(Invented.idNumber(LocalDate.of(1970, 1, 1), 1)).value();
        secondFinance =
                caller("FINANCE 2", "FINANCE", SandboxClaims.usualFor("FINANCE").withPerson(another));
        supervisor = caller("SUPERVISOR", "SUPERVISOR", SandboxClaims.usualFor("SUPERVISOR"));
        broker = caller("BROKER", "BROKER", SandboxClaims.usualFor("BROKER").withPerson(brokerKey));
        worker = caller("WORKER", "CITIZEN", SandboxClaims.usualFor("CITIZEN").withPerson(workerKey));
        employer = caller(
                "EMPLOYER", "EMPLOYER", SandboxClaims.usualFor("EMPLOYER").withUscc(uscc));
        assessor = caller(
                "ASSESSOR", "ASSESSOR", SandboxClaims.usualFor("ASSESSOR").withUscc(assessorUscc));
    }

    private Caller caller(String name, String role, SandboxClaims claims) {
        return new Caller(name, role, claims, tokens);
    }
}
