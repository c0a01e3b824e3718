package org.leye.broker.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;

import org.leye.platform.identity.DivisionCode;
import org.leye.platform.problem.ProblemException;
import org.leye.testsupport.People;
import org.leye.testsupport.TestSecrets;

import org.junit.jupiter.api.Test;

class BrokerHistoryTest {

    private static final LocalDate MARCH_1 = LocalDate.of(2024, 3, 1);
    private static final LocalDate YEAR_LATER = LocalDate.of(2025, 2, 28);

    @Test
    void everyActionLeadsToALegalSuccessor() {
        for (var action : BrokerAction.values()) {
            for (var from : action.from()) {
                assertTrue(from.successors().contains(action.to()), action + " from " + from);
            }
        }
    }

    @Test
    void anAppointmentCountsFromItsFirstToItsLastDay() {
        var broker = appointed(MARCH_1, YEAR_LATER);
        assertFalse(broker.wasAppointedOn(MARCH_1.minusDays(1)));
        assertTrue(broker.wasAppointedOn(MARCH_1));
        assertTrue(broker.wasAppointedOn(YEAR_LATER));
        assertFalse(broker.wasAppointedOn(YEAR_LATER.plusDays(1)));
    }

    @Test
    void aSuspensionTakesOutTheDaysBetween() {
        var broker = appointed(MARCH_1, YEAR_LATER);
        broker.suspend(MARCH_1.plusDays(10));
        broker.reinstate(MARCH_1.plusDays(20));
        assertTrue(broker.wasAppointedOn(MARCH_1.plusDays(9)));
        assertFalse(broker.wasAppointedOn(MARCH_1.plusDays(10)));
        assertFalse(broker.wasAppointedOn(MARCH_1.plusDays(19)));
        assertTrue(broker.wasAppointedOn(MARCH_1.plusDays(20)));
    }

    @Test
    void aDayCountsByTheStateAtItsEnd() {
        var broker = appointed(MARCH_1, YEAR_LATER);
        broker.suspend(MARCH_1);
        assertFalse(broker.wasAppointedOn(MARCH_1));
        broker.reinstate(MARCH_1);
        assertTrue(broker.wasAppointedOn(MARCH_1));
    }

    @Test
    void aLetterMayHaveBegunBeforeItWasEntered() {
        var broker = appointed(MARCH_1.minusDays(40), YEAR_LATER);
        assertTrue(broker.wasAppointedOn(MARCH_1.minusDays(40)));
        assertFalse(broker.wasAppointedOn(MARCH_1.minusDays(41)));
    }

    @Test
    void aTermEndsOnTheDayAfterItsLast() {
        var broker = appointed(MARCH_1, YEAR_LATER);
        assertFalse(broker.endIfOver(YEAR_LATER));
        assertTrue(broker.endIfOver(YEAR_LATER.plusDays(90)));
        assertEquals(BrokerStatus.ENDED, broker.status());
        assertTrue(broker.wasAppointedOn(YEAR_LATER));
        assertFalse(broker.wasAppointedOn(YEAR_LATER.plusDays(1)));
    }

    @Test
    void aTermThatHasNotBegunOrIsOverIsRefused() {
        var broker = trained();
        assertThrows(ProblemException.class, () -> broker.appoint("1", MARCH_1.plusDays(1), YEAR_LATER, MARCH_1));
        assertThrows(
                ProblemException.class, () -> broker.appoint("1", MARCH_1.minusDays(9), MARCH_1.minusDays(1), MARCH_1));
    }

    private static Broker trained() {
        var number = People.anyone();
        var nomination = new NominateBroker(
                number, "王小芳", "13800001234", new DivisionCode("522601"), new DivisionCode("330282004"), "2.0");
        var broker = new Broker("brk_1", TestSecrets.PERSON_KEYS.forIdNumber(number), nomination, MARCH_1);
        broker.train(MARCH_1);
        return broker;
    }

    private static Broker appointed(LocalDate from, LocalDate to) {
        var broker = trained();
        broker.appoint("1", from, to, MARCH_1);
        return broker;
    }
}
