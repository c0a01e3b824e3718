package org.leye.local.journey;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

import org.leye.local.token.BusinessClock;
import org.leye.local.token.SandboxTokens;
import org.leye.platform.identity.PersonKeys;

/**
 * Story 1 in five parts, to be walked in order; between two parts the suite may be stopped and started. A village broker refers
 * a worker, she is placed, the insured month arrives, the reward is decided and paid, and her certificate counts while it is
 * valid.
 */
public final class WorkerComes {

    static final String OCCUPATION = "6-05-01-03";

    private final Cast cast;
    private final Conversation api;
    private final Days days;
    private final Company company;
    private String brokerId = "";
    private String postingId = "";
    private String referral = "";
    private String match = "";
    private String unemployment = "";
    private LocalDate startDate = LocalDate.EPOCH;

    public WorkerComes(String gateway, SandboxTokens tokens, PersonKeys keys, BusinessClock clock, Narrator narrator) {
        this(gateway, tokens, keys, Company.none(clock), narrator);
    }

    /** A story among others. */
    public WorkerComes(String gateway, SandboxTokens tokens, PersonKeys keys, Company company, Narrator narrator) {
        this.cast = new Cast(tokens, keys);
        this.api = new Conversation(gateway, company.patience(), narrator);
        this.days = new Days(company.calendar(), api, cast);
        this.company = company;
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
        var today = days.today();
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
        startDate = days.today();
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
        api.await(cast.worker, match, Conversation.is("CONFIRMED"), "{status} by the month {firstInsuredMonth}");
        api.await(cast.worker, unemployment, Conversation.is("ENDED"), "{status}, reason {endReason}");
        api.await(cast.broker, referral, Conversation.is("INSURED_1"), "{status}");
    }

    /** Part 4: the broker's reward is decided, noticed and paid. */
    public void payTheReward() {
        new RewardPart(cast, api, days, company.payDay()).walk(brokerId, YearMonth.from(startDate));
    }

    /** Part 5: her certificate counts while it is valid. */
    public void certify() {
        new CertificatePart(cast, api, days).walk();
    }

    /** Whom the services' records of this journey name. */
    public Players players() {
        return new Players(cast.workerKey, cast.brokerKey, cast.uscc, cast.assessorUscc);
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
}
