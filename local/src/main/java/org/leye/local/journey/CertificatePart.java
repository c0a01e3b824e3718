package org.leye.local.journey;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** Part 5: a certificate is issued and counts as a skill; when it is revoked the skill is gone. */
final class CertificatePart {

    private final Cast cast;
    private final Conversation api;
    private final Days days;

    CertificatePart(Cast cast, Conversation api, Days days) {
        this.cast = cast;
        this.api = api;
        this.days = days;
    }

    void walk() {
        var body = fileBody();
        var result = api.post(cast.assessor, "/training/v1/assessments", result(body), "{status} until {noticeEndsOn}");
        days.moveBehind(result.path("noticeEndsOn").asText());
        var number = api.post(
                        cast.assessor,
                        "/training/v1/certificates",
                        Map.of("assessmentId", result.path("id").asText()),
                        "certificate {number}")
                .path("number")
                .asText();
        var certificate = "/training/v1/certificates/" + number;
        api.ask(cast.worker, certificate + "/verification", "valid: {valid}, held by {holder}");
        var skills = "/jobmatch/v1/persons/" + cast.workerKey + "/skills";
        api.await(
                cast.worker,
                skills,
                answer -> holds(answer, number),
                "skill {items/0/occupationCode}, {items/0/level}");
        api.step(
                cast.supervisor,
                certificate,
                "investigation",
                Map.of("ground", "FRAUD", "reason", "抽查发现考核录像缺失"),
                "{status}");
        api.step(cast.reviewer, certificate, "revocation", null, "{status}");
        api.ask(cast.worker, certificate + "/verification", "valid: {valid}");
        api.await(cast.worker, skills, answer -> !holds(answer, number), "no skill left");
    }

    private String fileBody() {
        return api.post(
                        cast.county,
                        "/training/v1/assessment-bodies",
                        Map.of(
                                "uscc",
                                cast.assessorUscc,
                                "name",
                                "慈溪市纺织技能评价中心",
                                "kind",
                                "SOCIAL",
                                "serial",
                                Invented.someSerial(),
                                "division",
                                Cast.TOWN,
                                "scopes",
                                List.of(Map.of(
                                        "occupationCode", WorkerComes.OCCUPATION,
                                        "lowestLevel", "L5",
                                        "highestLevel", "L3"))),
                        "assessment body {id}")
                .path("id")
                .asText();
    }

    private Map<String, Object> result(String body) {
        return Map.of(
                "bodyId",
                body,
                "idNumber",
                cast.workerNumber,
                "name",
                "王小芳",
                "occupationCode",
                WorkerComes.OCCUPATION,
                "level",
                "L4",
                "assessedOn",
                days.today().toString(),
                "theory",
                72.5,
                "practical",
                81);
    }

    private static boolean holds(JsonNode skills, String number) {
        return StreamSupport.stream(skills.path("items").spliterator(), false)
                .anyMatch(skill -> skill.path("certificateNumber").asText().equals(number));
    }
}
