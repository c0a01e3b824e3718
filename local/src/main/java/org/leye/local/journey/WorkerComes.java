package org.leye.local.journey;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

import org.leye.local.token.BusinessClock;
import org.leye.local.token.SandboxTokens;
import org.leye.platform.identity.PersonKeys;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Story 1 in five parts, to be walked in order; between two parts the suite may be stopped and started. A village broker refers
 * a worker, she is placed, the insured month arrives, the reward is decided and paid, and her certificate counts while it is
 * valid.
 */
public final class WorkerComes {

    private static final String OCCUPATION = "6-05-01-03";
    private static final String POLICY = "P-B17-2023";

    private final Cast cast;
    private final Conversation api;
    private final BusinessClock clock;
    private String brokerId = "";
    private String postingId = "";
    private String referral = "";
    private String match = "";
    private String unemployment = "";
    private LocalDate startDate = LocalDate.EPOCH;

    public WorkerComes(String gateway, SandboxTokens tokens, PersonKeys keys, BusinessClock clock, Narrator narrator) {
        this.cast = new Cast(tokens, keys);
        this.api = new Conversation(gateway, narrator);
        this.clock = clock;
    }

    /** The whole story. */
    public void walk() {
        appointAndOffer();
        referAndPlace();
        insure();
        payTheReward();
        certify();
    }

    /** Part 1: a broker is appointed, an enterprise offers work. */
    public void appointAndOffer() {
        var today = today();
        brokerId = api.post(
                        cast.county,
                        "/broker/v1/brokers",
                        Map.of(
                                "idNumber", cast.brokerNumber,
                                "name", "罗桂芳",
                                "phone", "13800001111",
                                "homeDivision", "522601",
                                "division", Cast.TOWN,
                                "schemeEdition", "2.0"),
                        "broker {id}, {status}")
                .path("id")
                .asText();
        var broker = "/broker/v1/brokers/" + brokerId;
        api.step(cast.county, broker, "training", null, "{status}");
        api.step(
                cast.county,
                broker,
                "appointment",
                Map.of("letterNumber", "慈就经聘〔2024〕12号", "from", today.toString()),
                "{status}");
        api.post(
                cast.county,
                "/jobmatch/v1/enterprises",
                Map.of(
                        "uscc", cast.uscc,
                        "name", "慈溪市长河针织有限公司",
                        "division", Cast.TOWN,
                        "industryCode", "1762",
                        "contactPhone", "13800002222"),
                "enterprise {uscc}");
        postingId = api.post(cast.employer, "/jobmatch/v1/postings", posting(today), "posting {id}, {status}")
                .path("id")
                .asText();
        api.step(cast.employer, "/jobmatch/v1/postings/" + postingId, "submission", null, "{status}");
    }

    /** Part 2: the worker is referred, agrees, registers, is matched and starts. */
    public void referAndPlace() {
        referral = "/broker/v1/referrals/"
                + api.post(
                                cast.broker,
                                "/broker/v1/referrals",
                                Map.of(
                                        "kind",
                                        "APPOINTED_BROKER",
                                        "candidateIdNumber",
                                        cast.workerNumber,
                                        "targetUscc",
                                        cast.uscc,
                                        "relatedToEmployer",
                                        false),
                                "referral {id}, {status}")
                        .path("id")
                        .asText();
        api.step(cast.worker, referral, "agreement", null, "{status}");
        register();
        api.ask(
                cast.worker,
                "/jobmatch/v1/persons/" + cast.workerKey + "/recommendations?limit=3",
                "first: {items/0/posting/title}, {items/0/score} points");
        match = "/jobmatch/v1/matches/"
                + api.post(
                                cast.worker,
                                "/jobmatch/v1/matches",
                                Map.of(
                                        "postingId",
                                        postingId,
                                        "personKey",
                                        cast.workerKey,
                                        "channel",
                                        "RECOMMENDATION"),
                                "match {id}, {status}")
                        .path("id")
                        .asText();
        api.step(cast.employer, match, "interview", null, "{status}");
        api.step(cast.employer, match, "offer", null, "{status}");
        api.step(cast.worker, match, "acceptance", null, "{status}");
        startDate = today();
        api.step(
                cast.employer,
                match,
                "start",
                Map.of("startDate", startDate.toString(), "contractKind", "FIXED_TERM"),
                "{status} on {startDate}, by referral {referralId}");
    }

    /** Part 3: the first insured month arrives and confirms the placement; the unemployment registration ends by itself. */
    public void insure() {
        var line =
                "{\"idNumber\":\"%s\",\"month\":\"%s\",\"uscc\":\"%s\",\"kinds\":[\"PENSION\",\"MEDICAL\",\"UNEMPLOYMENT\"],\"baseFen\":481200}"
                        .formatted(cast.workerNumber, YearMonth.from(startDate), cast.uscc);
        var receipt = api.file(
                        cast.county,
                        "/subsidy/v1/insured-months/imports?source=tax-bureau",
                        line,
                        "{lines} line taken, receipt {id}")
                .path("id")
                .asText();
        api.await(
                cast.county,
                "/subsidy/v1/insured-months/imports/" + receipt,
                answer -> answer.path("state").asText().equals("DONE"),
                "{state}: {created} created, {rejected} rejected");
        api.await(cast.worker, match, is("CONFIRMED"), "{status} by the month {firstInsuredMonth}");
        api.await(cast.worker, unemployment, is("ENDED"), "{status}, reason {endReason}");
        api.await(cast.broker, referral, is("INSURED_1"), "{status}");
    }

    /** Part 4: the milestone has opened a case; it is decided, noticed and paid, and stands in the broker's statement. */
    public void payTheReward() {
        var found = api.await(
                cast.broker,
                "/subsidy/v1/cases",
                answer -> answer.path("items").size() == 1,
                "case {items/0/id}, {items/0/status}");
        var reward = "/subsidy/v1/cases/" + found.at("/items/0/id").asText();
        api.step(cast.broker, reward, "confirmation", null, "{status}");
        api.step(cast.town, reward, "acceptance", null, "{status}");
        api.step(
                cast.county,
                reward,
                "evaluation",
                null,
                "{status}, {amountFen} fen by {decision/policyId} ({decision/confidence})");
        api.step(cast.reviewer, reward, "approval", null, "{status}");
        var notice = api.step(cast.county, reward, "publication", null, "{status} until {noticeEndsOn}");
        acceptPolicy();
        enterAccount();
        moveClockBehind(notice.path("noticeEndsOn").asText());
        api.await(cast.county, reward, is("PAYABLE"), "{status}");
        pay(reward);
        api.await(
                cast.broker,
                "/broker/v1/brokers/" + brokerId + "/statement?month=" + YearMonth.from(startDate),
                answer -> answer.at("/totals/paidFen").asLong() > 0,
                "paid {totals/paidFen} fen in all");
    }

    /** Part 5: a certificate is issued and counts as a skill; when it is revoked the skill is gone. */
    public void certify() {
        var body = fileBody();
        var result = api.post(cast.assessor, "/training/v1/assessments", result(body), "{status} until {noticeEndsOn}");
        moveClockBehind(result.path("noticeEndsOn").asText());
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

    /** Lets everybody ask for a new token, after a restart of the issuer. */
    public void afterRestart() {
        cast.forgetTokens();
    }

    /** Numbers and texts that must stand in no log line, event, URL or error. */
    public List<String> personalData() {
        return List.of(
                cast.brokerNumber,
                cast.workerNumber,
                "罗桂芳",
                "王小芳",
                "13800001111",
                "13800003333",
                "6230910199000000019");
    }

    private void register() {
        api.post(
                cast.worker,
                "/jobmatch/v1/persons",
                Map.of(
                        "idNumber", cast.workerNumber,
                        "name", "王小芳",
                        "phone", "13800003333",
                        "residenceDivision", Cast.VILLAGE,
                        "hukouDivision", "522601",
                        "educationLevel", "SENIOR_SECONDARY",
                        "consentToContact", true),
                "person {personKey}");
        var person = "/jobmatch/v1/persons/" + cast.workerKey;
        unemployment = "/jobmatch/v1/unemployment-registrations/"
                + api.post(
                                cast.town,
                                "/jobmatch/v1/unemployment-registrations",
                                Map.of("personKey", cast.workerKey),
                                "{status} since {registeredOn}")
                        .path("id")
                        .asText();
        api.put(
                cast.worker,
                person,
                "seeker-profile",
                Map.of(
                        "occupations",
                        List.of(OCCUPATION),
                        "wageFloorFen",
                        450_000,
                        "preferredTown",
                        Cast.TOWN,
                        "needsLodging",
                        true,
                        "consentToContact",
                        true),
                "looks for {seekerProfile/occupations/0}");
    }

    private Map<String, Object> posting(LocalDate today) {
        return Map.ofEntries(
                Map.entry("uscc", cast.uscc),
                Map.entry("title", "缝纫工"),
                Map.entry("requirements", "会操作平缝机，有经验者优先"),
                Map.entry("occupationCode", OCCUPATION),
                Map.entry("kind", "EMPLOYMENT"),
                Map.entry("openings", 3),
                Map.entry("wageFromFen", 500_000),
                Map.entry("wageToFen", 700_000),
                Map.entry("place", Cast.TOWN),
                Map.entry("shift", "DAY"),
                Map.entry("lodging", true),
                Map.entry("expiresOn", today.plusDays(60).toString()));
    }

    /** The fund's owner takes the proposed policy on, once in the life of a suite. */
    private void acceptPolicy() {
        var policies = api.get(cast.finance, "/subsidy/v1/policies");
        boolean mayPay = StreamSupport.stream(policies.spliterator(), false)
                .anyMatch(policy -> policy.path("id").asText().equals(POLICY)
                        && policy.path("mayPay").asBoolean());
        if (!mayPay) {
            api.post(
                    cast.finance,
                    "/subsidy/v1/policies/" + POLICY + "/acceptance",
                    Map.of("reason", "经局务会议研究同意试行"),
                    "may pay: {mayPay}");
        }
    }

    private void enterAccount() {
        var account = api.post(
                cast.broker,
                "/subsidy/v1/payees",
                Map.of(
                        "person", cast.brokerKey,
                        "accountName", "罗桂芳",
                        "bankName", "慈溪农村商业银行",
                        "account", "6230910199000000019"),
                "account {account} of {accountName}");
        api.step(
                cast.county,
                "/subsidy/v1/payees/" + account.path("id").asText(),
                "verification",
                null,
                "verified: {verified}");
    }

    private void pay(String reward) {
        var batch = api.post(
                cast.finance,
                "/subsidy/v1/payment-batches",
                Map.of("fund", "EMPLOYMENT_FUND"),
                "batch {id}: {paymentCount} payment(s), {controlSumFen} fen");
        var path = "/subsidy/v1/payment-batches/" + batch.path("id").asText();
        var counted = Map.of(
                "paymentCount", batch.path("paymentCount").asInt(),
                "controlSumFen", batch.path("controlSumFen").asLong());
        api.step(cast.finance, path, "signatures", counted, "{signatures} signature");
        api.step(cast.secondFinance, path, "signatures", counted, "{signatures} signatures, {status}");
        api.ask(cast.finance, path + "/file", "the file for the bank (pain.001)");
        var lines = StreamSupport.stream(batch.path("payments").spliterator(), false)
                .map(payment -> Map.of("paymentId", payment.path("id").asText(), "outcome", "PAID"))
                .toList();
        api.post(cast.finance, path + "/results", Map.of("lines", lines), "{status}");
        api.await(cast.broker, reward, is("PAID"), "{status} on {paidOn}");
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
                                        "occupationCode", OCCUPATION,
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
                OCCUPATION,
                "level",
                "L4",
                "assessedOn",
                today().toString(),
                "theory",
                72.5,
                "practical",
                81);
    }

    private void moveClockBehind(String lastDay) {
        var problems = clock.moveTo(LocalDate.parse(lastDay).plusDays(1));
        if (!problems.isEmpty()) {
            throw new StoryBroken("business time did not move: " + problems);
        }
    }

    private LocalDate today() {
        return LocalDate.parse(
                api.get(cast.county, "/subsidy/v1/business-clock").path("date").asText());
    }

    private static Predicate<JsonNode> is(String status) {
        return answer -> answer.path("status").asText().equals(status);
    }

    private static boolean holds(JsonNode skills, String number) {
        return StreamSupport.stream(skills.path("items").spliterator(), false)
                .anyMatch(skill -> skill.path("certificateNumber").asText().equals(number));
    }
}
