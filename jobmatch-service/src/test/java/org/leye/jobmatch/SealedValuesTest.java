package org.leye.jobmatch;

import static org.leye.jobmatch.JobmatchCalls.TOWN_OFFICER;
import static org.leye.jobmatch.JobmatchCalls.firm;
import static org.leye.jobmatch.JobmatchCalls.someone;
import static org.leye.jobmatch.JobmatchCalls.writeAs;

import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.leye.testsupport.SealedValues;

import org.junit.jupiter.api.Test;

@JobmatchTest
class SealedValuesTest {

    @Inject
    DataSource database;

    @Test
    void aChangeOfKeysReachesEverySealedValue() throws SQLException {
        firm();
        writeAs(TOWN_OFFICER)
                .body(Map.of(
                        "kind", "VETERAN", "validFrom", "2024-01-01", "source", "VETERANS_OFFICE", "evidence", "证号核对"))
                .post("/jobmatch/v1/persons/{key}/tags", someone().key())
                .then()
                .statusCode(201);
        SealedValues.assertAllAreReached(
                database,
                "/jobmatch/v1",
                "person_identity.name",
                "command_result.body",
                "key_group_tag.evidence",
                "enterprise.contact");
    }
}
