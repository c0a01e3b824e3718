package org.leye.subsidy;

import static org.leye.subsidy.SubsidyCalls.firstMonthReached;
import static org.leye.subsidy.SubsidyCalls.verifiedAccount;

import java.sql.SQLException;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.leye.testsupport.EventProbe;
import org.leye.testsupport.FromRealParts;
import org.leye.testsupport.SealedValues;

import org.junit.jupiter.api.Test;

@SubsidyTest
class SealedValuesTest {

    @FromRealParts
    EventProbe events;

    @Inject
    DataSource database;

    @Test
    void aChangeOfKeysReachesEverySealedValue() throws SQLException {
        verifiedAccount(firstMonthReached(events));
        SealedValues.assertAllAreReached(
                database, "/subsidy/v1", "command_result.body", "payee.account_name", "payee.account");
    }
}
