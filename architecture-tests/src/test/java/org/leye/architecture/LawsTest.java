package org.leye.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole house keeps its laws. */
class LawsTest {

    @Test
    void callersReachRecordsByScope() {
        check(Laws.CALLERS_REACH_RECORDS_BY_SCOPE);
    }

    @Test
    void transactionsBeginWhereTheyMay() {
        check(Laws.TRANSACTIONS_BEGIN_WHERE_THEY_MAY);
    }

    @Test
    void entitiesStayInside() {
        check(Laws.ENTITIES_STAY_INSIDE);
    }

    @Test
    void onlyTheOutboxProduces() {
        check(Laws.ONLY_THE_OUTBOX_PRODUCES);
    }

    @Test
    void contractsHoldNoDirectIdentifier() {
        check(Laws.CONTRACTS_HOLD_NO_DIRECT_IDENTIFIER);
    }

    @Test
    void operationsNameTheirRoles() {
        check(Laws.OPERATIONS_NAME_THEIR_ROLES);
    }

    @Test
    void servicesDoNotKnowEachOther() {
        check(Laws.SERVICES_DO_NOT_KNOW_EACH_OTHER);
    }

    @Test
    void thePlatformKnowsNoService() {
        check(Laws.THE_PLATFORM_KNOWS_NO_SERVICE);
    }

    @Test
    void launchersNeedNoQuarkus() {
        check(Laws.LAUNCHERS_NEED_NO_QUARKUS);
    }

    @Test
    void rulesGoByBusinessTime() {
        check(Laws.RULES_GO_BY_BUSINESS_TIME);
    }

    @Test
    void moneyIsCountedInWholeFen() {
        check(Laws.MONEY_IS_COUNTED_IN_WHOLE_FEN);
    }

    @Test
    void sqlOfServicesIsHibernates() {
        check(Laws.SQL_OF_SERVICES_IS_HIBERNATES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"subsidy", "jobmatch", "broker", "training", "gateway", "local"})
    void featuresOfAModuleFormNoCircle(String module) {
        check(slices().matching("org.leye." + module + ".(*)..").should().beFreeOfCycles());
    }

    private static void check(ArchRule law) {
        law.check(House.CLASSES);
    }
}
