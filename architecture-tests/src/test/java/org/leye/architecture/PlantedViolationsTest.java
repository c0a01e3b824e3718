package org.leye.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The five laws that matter most catch a class that breaks them: each of the planted classes breaks one. */
class PlantedViolationsTest {

    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("org.leye.planted");

    @Test
    void aQueryWithoutScopeIsCaught() {
        isCaught(Laws.CALLERS_REACH_RECORDS_BY_SCOPE, "PlantedResource.everything");
    }

    @Test
    void aTransactionOfOnesOwnIsCaught() {
        isCaught(Laws.TRANSACTIONS_BEGIN_WHERE_THEY_MAY, "PlantedService");
    }

    @Test
    void anEntityOnTheWireIsCaught() {
        isCaught(Laws.ENTITIES_STAY_INSIDE, "shows PlantedRecord");
    }

    @Test
    void aProducerOutsideTheOutboxIsCaught() {
        isCaught(Laws.ONLY_THE_OUTBOX_PRODUCES, "PlantedSender");
    }

    @Test
    void aNameInAnEventIsCaught() {
        isCaught(Laws.CONTRACTS_HOLD_NO_DIRECT_IDENTIFIER, "PlantedEvent.phone");
    }

    private static void isCaught(ArchRule law, String culprit) {
        var report = law.evaluate(PLANTED).getFailureReport();
        assertTrue(
                report.getDetails().stream().anyMatch(detail -> detail.contains(culprit)),
                () -> culprit + " went unnoticed: " + report);
    }
}
