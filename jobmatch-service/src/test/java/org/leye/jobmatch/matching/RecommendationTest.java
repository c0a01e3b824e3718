package org.leye.jobmatch.matching;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.leye.jobmatch.JobmatchCalls.OTHER_TOWN_OFFICER;
import static org.leye.jobmatch.JobmatchCalls.SEWING;
import static org.leye.jobmatch.JobmatchCalls.TOWN_OFFICER;
import static org.leye.jobmatch.JobmatchCalls.accepted;
import static org.leye.jobmatch.JobmatchCalls.as;
import static org.leye.jobmatch.JobmatchCalls.draft;
import static org.leye.jobmatch.JobmatchCalls.eventually;
import static org.leye.jobmatch.JobmatchCalls.firm;
import static org.leye.jobmatch.JobmatchCalls.posting;
import static org.leye.jobmatch.JobmatchCalls.profile;
import static org.leye.jobmatch.JobmatchCalls.published;
import static org.leye.jobmatch.JobmatchCalls.registered;
import static org.leye.jobmatch.JobmatchCalls.seeker;
import static org.leye.jobmatch.JobmatchCalls.someone;
import static org.leye.jobmatch.JobmatchCalls.start;
import static org.leye.jobmatch.JobmatchCalls.today;
import static org.leye.testsupport.Problems.problem;

import java.time.LocalDate;
import java.util.List;

import org.leye.contracts.training.CertificateIssued;
import org.leye.contracts.training.CertificateRevoked;
import org.leye.jobmatch.JobmatchCalls.Someone;
import org.leye.jobmatch.JobmatchTest;
import org.leye.platform.identity.Sex;
import org.leye.testsupport.EventProbe;
import org.leye.testsupport.FromRealParts;
import org.leye.testsupport.People;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

@JobmatchTest
class RecommendationTest {

    private static final String OTHER_SEWING = "6-05-01-04";

    @FromRealParts
    EventProbe events;

    @Test
    void theNearerPostingComesFirstAndSaysWhy() {
        // Given
        var firm = firm();
        var best = published(firm);
        var related = posting(firm);
        related.put("occupationCode", OTHER_SEWING);
        related.put("place", "330282005001");
        related.put("wageToFen", 500_000);
        related.put("shift", "NIGHT");
        var second = published(firm, related);
        var draft = draft(firm, posting(firm));
        var person = seeker();

        // When
        var answer = recommendations(person);

        // Then
        var ids = answer.<String>getList("items.posting.id");
        assertTrue(ids.indexOf(best) >= 0 && ids.indexOf(best) < ids.indexOf(second));
        assertTrue(!ids.contains(draft));
        assertEquals(
                "OCCUPATION_SAME WAGE_MEETS_FLOOR PLACE_SAME_VILLAGE SKILL_NONE SHIFT_FITS LODGING_FITS",
                reasonsOf(answer, best));
        assertEquals(85, scoreOf(answer, best));
        assertEquals(
                "OCCUPATION_SAME_SMALL_GROUP WAGE_MEETS_FLOOR PLACE_SAME_COUNTY SKILL_NONE SHIFT_DIFFERS LODGING_FITS",
                reasonsOf(answer, second));
        assertEquals(55, scoreOf(answer, second));
    }

    @Test
    void theSameQuestionGetsTheSameOrder() {
        var firm = firm();
        for (int i = 0; i < 5; i++) {
            published(firm);
        }
        var person = seeker();
        var first = recommendations(person).<String>getList("items.posting.id");
        for (int i = 0; i < 3; i++) {
            assertEquals(first, recommendations(person).<String>getList("items.posting.id"));
        }
        as(person.token())
                .queryParam("limit", 2)
                .get("/jobmatch/v1/persons/{key}/recommendations", person.key())
                .then()
                .body("items.posting.id", equalTo(first.subList(0, 2)));
    }

    @Test
    void whoTheyAreDoesNotCount() {
        // Given two people alike but for sex, age and hukou
        published(firm());
        var young = seekerWith(registered(People.born(LocalDate.of(2004, 5, 5), Sex.FEMALE)));
        var old = seekerWith(registered(People.born(LocalDate.of(1970, 5, 5), Sex.MALE)));

        // Then
        assertEquals(
                recommendations(young).<Object>getList("items"),
                recommendations(old).<Object>getList("items"));
    }

    @Test
    void aCertificateCountsUntilItIsRevoked() {
        var posting = published(firm());
        var person = seeker();
        var number = "R1" + person.key();
        events.send(new CertificateIssued(number, person.key(), SEWING, "L4", LocalDate.of(2024, 2, 1)));
        eventually().untilAsserted(() -> assertEquals(100, scoreOf(recommendations(person), posting)));
        events.send(new CertificateRevoked(number, person.key(), SEWING, "L4", LocalDate.of(2024, 2, 9), "FRAUD"));
        eventually().untilAsserted(() -> assertEquals(85, scoreOf(recommendations(person), posting)));
    }

    @Test
    void nobodyIsSentWhereSheWorksOrToWorkTooYoung() {
        var firm = firm();
        var other = posting(firm);
        other.put("openings", 2);
        var taken = published(firm);
        var free = published(firm, other);
        var person = seeker();
        start(firm, accepted(person, firm, taken)).then().statusCode(200);
        as(person.token())
                .queryParam("limit", 100)
                .get("/jobmatch/v1/persons/{key}/recommendations", person.key())
                .then()
                .statusCode(200)
                .body("items.posting.id", not(hasItem(free)));
        var child = seekerWith(registered(People.born(today().minusYears(15), Sex.FEMALE)));
        assertEquals(List.of(), recommendations(child).<Object>getList("items"));
    }

    @Test
    void onlySheAndHerOfficersAsk() {
        var person = seeker();
        as(OTHER_TOWN_OFFICER)
                .get("/jobmatch/v1/persons/{key}/recommendations", person.key())
                .then()
                .spec(problem(403, "OUT_OF_SCOPE"));
        as(TOWN_OFFICER)
                .get("/jobmatch/v1/persons/{key}/recommendations", person.key())
                .then()
                .statusCode(200);
        var silent = someone();
        as(silent.token())
                .get("/jobmatch/v1/persons/{key}/recommendations", silent.key())
                .then()
                .spec(problem(409, "SEEKER_PROFILE_MISSING"));
    }

    private static Someone seekerWith(Someone person) {
        as(person.token())
                .header("If-Match", "\"0\"")
                .body(profile())
                .put("/jobmatch/v1/persons/{key}/seeker-profile", person.key())
                .then()
                .statusCode(200);
        return person;
    }

    private static JsonPath recommendations(Someone person) {
        return as(person.token())
                .queryParam("limit", 100)
                .get("/jobmatch/v1/persons/{key}/recommendations", person.key())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String reasonsOf(JsonPath answer, String posting) {
        return String.join(
                " ", answer.<String>getList("items.find { it.posting.id == '" + posting + "' }.reasons.code"));
    }

    private static int scoreOf(JsonPath answer, String posting) {
        return answer.getInt("items.find { it.posting.id == '" + posting + "' }.score");
    }
}
