package org.leye.jobmatch.posting;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.leye.jobmatch.JobmatchCalls.OTHER_TOWN;
import static org.leye.jobmatch.JobmatchCalls.OTHER_TOWN_OFFICER;
import static org.leye.jobmatch.JobmatchCalls.TOWN;
import static org.leye.jobmatch.JobmatchCalls.TOWN_OFFICER;
import static org.leye.jobmatch.JobmatchCalls.as;
import static org.leye.jobmatch.JobmatchCalls.clockAt;
import static org.leye.jobmatch.JobmatchCalls.draft;
import static org.leye.jobmatch.JobmatchCalls.enterprise;
import static org.leye.jobmatch.JobmatchCalls.firm;
import static org.leye.jobmatch.JobmatchCalls.interest;
import static org.leye.jobmatch.JobmatchCalls.posting;
import static org.leye.jobmatch.JobmatchCalls.published;
import static org.leye.jobmatch.JobmatchCalls.someone;
import static org.leye.jobmatch.JobmatchCalls.submit;
import static org.leye.jobmatch.JobmatchCalls.today;
import static org.leye.jobmatch.JobmatchCalls.writeAs;
import static org.leye.testsupport.Problems.problem;
import static org.leye.testsupport.Problems.violation;

import java.util.List;

import org.leye.jobmatch.JobmatchCalls.Firm;
import org.leye.jobmatch.JobmatchTest;
import org.leye.testsupport.Enterprises;
import org.leye.testsupport.People;
import org.leye.testsupport.Token;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@JobmatchTest
class PostingResourceTest {

    @Test
    void aLawfulPostingIsPublishedForAnybody() {
        var firm = firm();
        var id = draft(firm, posting(firm));
        var stranger = Token.citizen(People.anyone());
        as(stranger).get("/jobmatch/v1/postings/{id}", id).then().spec(problem(403, "OUT_OF_SCOPE"));
        submit(firm, id).then().statusCode(200).body("status", equalTo("PUBLISHED"));
        as(stranger)
                .get("/jobmatch/v1/postings/{id}", id)
                .then()
                .statusCode(200)
                .body("status", equalTo("PUBLISHED"));
        submit(firm, id).then().spec(problem(412, "VERSION_MISMATCH"));
    }

    @Test
    void aWageBelowTheLocalMinimumIsRejectedWithTheMinimum() {
        var firm = firm();
        var low = posting(firm);
        low.put("wageFromFen", 225_999);
        submit(firm, draft(firm, low))
                .then()
                .statusCode(200)
                .body("status", equalTo("REJECTED"))
                .body("rejections[0].code", equalTo("WAGE_BELOW_MINIMUM"))
                .body("rejections[0].pointer", equalTo("/wageFromFen"))
                .body("rejections[0].basis", equalTo("226000"));
        var enough = posting(firm);
        enough.put("wageFromFen", 226_000);
        submit(firm, draft(firm, enough)).then().body("status", equalTo("PUBLISHED"));
    }

    @ParameterizedTest
    @CsvSource({
        "限女性, UNLAWFUL_WORDING_SEX",
        "男 性 优 先, UNLAWFUL_WORDING_SEX",
        "要求３５周岁以下, UNLAWFUL_WORDING_AGE",
        "仅限汉族, UNLAWFUL_WORDING_ETHNICITY",
        "体检乙肝五项合格, UNLAWFUL_WORDING_HEPATITIS_B",
        "本地户籍优先, UNLAWFUL_WORDING_HUKOU"
    })
    void unlawfulWordingIsRejected(String words, String code) {
        var firm = firm();
        var posting = posting(firm);
        posting.put("requirements", "会操作平缝机，" + words + "，包吃住");
        submit(firm, draft(firm, posting))
                .then()
                .statusCode(200)
                .body("status", equalTo("REJECTED"))
                .body("rejections.code", hasItem(code))
                .body("rejections.pointer", hasItem("/requirements"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"年满18岁以上", "有经验者优先，男女不限", "团队有男有女，少数民族员工可享清真餐"})
    void lawfulWordingIsNot(String words) {
        var firm = firm();
        var posting = posting(firm);
        posting.put("requirements", words);
        submit(firm, draft(firm, posting)).then().body("status", equalTo("PUBLISHED"));
    }

    @Test
    void everyFaultIsNamed() {
        var uscc = Enterprises.any().value();
        var unknown = new Firm(uscc, Token.employer(uscc));
        var posting = posting(unknown);
        posting.put("expiresOn", today().plusDays(91).toString());
        submit(unknown, draft(unknown, posting))
                .then()
                .body("status", equalTo("REJECTED"))
                .body("rejections.code", hasItems("EXPIRY_TOO_LATE", "ENTERPRISE_UNKNOWN"));
    }

    @Test
    void anEmployerActsForTheOwnEnterpriseOnly() {
        var firm = firm();
        var other = firm();
        writeAs(other.token())
                .body(posting(firm))
                .post("/jobmatch/v1/postings")
                .then()
                .spec(problem(403, "OUT_OF_SCOPE"));
        var id = published(firm);
        writeAs(other.token())
                .header("If-Match", "\"1\"")
                .post("/jobmatch/v1/postings/{id}/closure", id)
                .then()
                .spec(problem(403, "OUT_OF_SCOPE"));
        writeAs(other.token())
                .body(enterprise(Enterprises.any().value()))
                .post("/jobmatch/v1/enterprises")
                .then()
                .spec(problem(403, "OUT_OF_SCOPE"));
        as(other.token())
                .get("/jobmatch/v1/enterprises/{uscc}", firm.uscc())
                .then()
                .spec(problem(403, "OUT_OF_SCOPE"));
        as(OTHER_TOWN_OFFICER)
                .get("/jobmatch/v1/enterprises/{uscc}", firm.uscc())
                .then()
                .spec(problem(403, "OUT_OF_SCOPE"));
        as(TOWN_OFFICER)
                .get("/jobmatch/v1/enterprises/{uscc}", firm.uscc())
                .then()
                .statusCode(200)
                .body("contactPhone", equalTo("057******1234"));
        writeAs(firm.token())
                .body(enterprise(firm.uscc()))
                .post("/jobmatch/v1/enterprises")
                .then()
                .spec(problem(409, "ENTERPRISE_ALREADY_REGISTERED"));
    }

    @Test
    void aClosedPostingTakesNobody() {
        var firm = firm();
        var id = published(firm);
        writeAs(firm.token())
                .header("If-Match", "\"1\"")
                .post("/jobmatch/v1/postings/{id}/closure", id)
                .then()
                .statusCode(200)
                .body("status", equalTo("CLOSED"));
        var person = someone();
        interest(person.token(), person, id).then().spec(problem(409, "POSTING_NOT_OPEN"));
    }

    @Test
    void aDraftThatIsClosedStaysItsEmployersOwn() {
        var firm = firm();
        var posting = posting(firm);
        posting.put("occupationCode", "6-05-02-01");
        var id = draft(firm, posting);
        writeAs(firm.token())
                .header("If-Match", "\"0\"")
                .post("/jobmatch/v1/postings/{id}/closure", id)
                .then()
                .statusCode(200)
                .body("status", equalTo("CLOSED"));
        as(Token.citizen(People.anyone()))
                .get("/jobmatch/v1/postings/{id}", id)
                .then()
                .spec(problem(403, "OUT_OF_SCOPE"));
        list("CLOSED", TOWN).body("items.id", not(hasItem(id)));
        as(firm.token())
                .queryParam("status", "CLOSED")
                .get("/jobmatch/v1/postings")
                .then()
                .statusCode(200)
                .body("items.findAll { it.uscc == '" + firm.uscc() + "' }.id", equalTo(List.of(id)));
    }

    @Test
    void aPostingIsExpiredTheDayAfterItsLast() {
        // Given
        var firm = firm();
        var posting = posting(firm);
        posting.put("expiresOn", today().toString());
        posting.put("occupationCode", "6-05-02-01");
        var id = published(firm, posting);

        // When
        clockAt(today().plusDays(1));

        // Then
        as(firm.token()).get("/jobmatch/v1/postings/{id}", id).then().body("status", equalTo("EXPIRED"));
        list("EXPIRED", TOWN).body("items.id", hasItem(id));
        list("PUBLISHED", TOWN).body("items.id", not(hasItem(id)));
        list("EXPIRED", OTHER_TOWN).body("items.id", not(hasItem(id)));
    }

    @Test
    void aRangeThatIsNoneIsRefused() {
        var firm = firm();
        var posting = posting(firm);
        posting.put("wageToFen", 499_999);
        writeAs(firm.token())
                .body(posting)
                .post("/jobmatch/v1/postings")
                .then()
                .spec(violation("/wageToFen", "BELOW_WAGE_FROM"));
        posting.put("wageToFen", 500_000.5);
        writeAs(firm.token())
                .body(posting)
                .post("/jobmatch/v1/postings")
                .then()
                .spec(violation("/wageToFen", "WRONG_TYPE"));
    }

    private static ValidatableResponse list(String status, String town) {
        return as(Token.citizen(People.anyone()))
                .queryParam("status", status)
                .queryParam("town", town)
                .queryParam("occupation", "6-05-02-01")
                .queryParam("limit", 500)
                .get("/jobmatch/v1/postings")
                .then()
                .statusCode(200);
    }
}
