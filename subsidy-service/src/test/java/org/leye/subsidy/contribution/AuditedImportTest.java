package org.leye.subsidy.contribution;

import static org.hamcrest.Matchers.equalTo;
import static org.leye.subsidy.SubsidyCalls.as;
import static org.leye.subsidy.SubsidyCalls.imported;
import static org.leye.subsidy.SubsidyCalls.line;

import org.leye.subsidy.SubsidyTest;
import org.leye.testsupport.Enterprises;
import org.leye.testsupport.People;
import org.leye.testsupport.Token;

import org.junit.jupiter.api.Test;

/** A file of many people is one row of the trail. */
@SubsidyTest
class AuditedImportTest {

    @Test
    void anImportIsOneRow() {
        // Given
        var uscc = Enterprises.any().value();

        // When
        var receipt = imported(
                        line(People.anyone(), "2024-01", uscc),
                        line(People.anyone(), "2024-01", uscc),
                        line(People.anyone(), "2024-01", uscc))
                .extract()
                .<String>path("id");

        // Then
        as(Token.officer("AUDITOR", "330282"))
                .queryParam("subject", receipt)
                .get("/subsidy/v1/audit/rows")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].action", equalTo("insured-months.import"));
    }
}
