package org.leye.contracts;

import static org.leye.contracts.Form.CERTIFICATE_NUMBER;
import static org.leye.contracts.Form.CODE;
import static org.leye.contracts.Form.COUNT;
import static org.leye.contracts.Form.CREDIT_CODE;
import static org.leye.contracts.Form.DIVISION;
import static org.leye.contracts.Form.MONTH;
import static org.leye.contracts.Form.OCCUPATION;
import static org.leye.contracts.Form.PERSON_KEY;
import static org.leye.contracts.Form.PERSON_OR_ENTERPRISE;
import static org.leye.contracts.Form.PLAIN;
import static org.leye.contracts.Form.RECORD_ID;
import static org.leye.contracts.Form.SERVICE;
import static org.leye.contracts.Form.SHA_256;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that events may say, a closed list: a field that is not in it does not get into an event. A name means one thing in all
 * events; where it cannot, it stands here with the name of its event. The examples tell of one invented worker.
 */
final class Vocabulary {

    /** What a field says, how it looks, and a value of it as in JSON. */
    record Word(String meaning, Form form, Object example) {}

    private static final String WORKER = "per_5q0c1hv7d2s8k3m6n9p4r1t0ag";
    private static final String REFERRER = "per_2b8e4f6h0j1k3l5m7n9o2p4q6r";
    private static final String OFFICER = "per_7d2s8k3m6n9p4r1t0ag5q0c1hv";
    private static final String FIRM = "91330282MA2AC0013P";
    private static final String REFERRAL = "ref_06qk3v0g1rvs3e7m2k0c9d4b5a";
    private static final Map<String, Word> WORDS = new TreeMap<>();

    static {
        // Whom and what it is about
        word("person", "Key of the person it is about", PERSON_KEY, WORKER);
        word("worker", "Key of the person who was referred", PERSON_KEY, WORKER);
        word("referrer", "Key of the broker or of the existing worker who referred", PERSON_KEY, REFERRER);
        word("officer", "Key of the officer", PERSON_KEY, OFFICER);
        word("related", "Key of the person of the officer's household", PERSON_KEY, WORKER);
        word("beneficiary", "Key or credit code of who would be paid", PERSON_OR_ENTERPRISE, REFERRER);
        word("uscc", "Unified social credit code of the enterprise", CREDIT_CODE, FIRM);
        word("ReferralAgreed.uscc", "The one enterprise it is for; absent if it is for any", CREDIT_CODE, FIRM);
        word("placementId", "The placement", RECORD_ID, "mat_06qk3v0g1rvs3e7m2k0c9d4b5a");
        word("postingId", "The posting that was filled", RECORD_ID, "post_06qk3v0g1rvs3e7m2k0c9d4b5a");
        word("referralId", "The referral", RECORD_ID, REFERRAL);
        word("registrationId", "The spell of registered unemployment", RECORD_ID, "unr_06qk3v0g1rvs3e7m2k0c9d4b5a");
        word("relationId", "The relation", RECORD_ID, "rel_06qk3v0g1rvs3e7m2k0c9d4b5a");
        word("caseId", "The case", RECORD_ID, "case_06qk3v0g1rvs3e7m2k0c9d4b5a");
        word(
                "certificateNumber",
                "The certificate, by its national number",
                CERTIFICATE_NUMBER,
                "S000033200152244000001");
        word("instrument", "What is paid for, such as BROKER_REFERRAL_REWARD", CODE, "BROKER_REFERRAL_REWARD");
        word(
                "sourceReference",
                "What opened the case: here a referral and its milestone",
                PLAIN,
                REFERRAL + "/INSURED_1");

        // Facts of law
        word("birthDate", "Date of birth", PLAIN, "1985-03-15");
        word("sex", "MALE or FEMALE, as the identity number says", CODE, "FEMALE");
        word("hukouDivision", "Division of the household registration", DIVISION, "522224");
        word("residenceDivision", "Village or community she lives in", DIVISION, "330282004001");
        word("educationLevel", "Highest level of education completed", CODE, "JUNIOR_SECONDARY");
        word("occupationCode", "National classification of occupations", OCCUPATION, "6-05-01-03");
        word("level", "Skill level, L5 (elementary) to L1 (senior technician)", CODE, "L4");

        // Sorts and reasons
        word("PersonTagged.kind", "The key group", CODE, "RURAL_TRANSFER");
        word("ReferralAgreed.kind", "Who refers: APPOINTED_BROKER or EXISTING_WORKER", CODE, "APPOINTED_BROKER");
        word(
                "ReferralMilestoneReached.kind",
                "Who refers: APPOINTED_BROKER or EXISTING_WORKER",
                CODE,
                "APPOINTED_BROKER");
        word("kind", "What she was placed in", PLAIN, "EMPLOYMENT");
        word("placementKind", "What she was placed in", CODE, "EMPLOYMENT");
        word(
                "kinds",
                "What was paid in the month, such as PENSION or UNEMPLOYMENT",
                CODE,
                List.of("PENSION", "UNEMPLOYMENT"));
        word("source", "Where it is known from", CODE, "VILLAGE_VISIT");
        word("milestone", "How long she has been insured: one month, three", PLAIN, "INSURED_1");
        word("outcome", "APPROVED, PARTIAL or REFUSED", CODE, "APPROVED");
        word("reasonCodes", "Every reason, not only the first", CODE, List.of("OK"));
        word("PlacementEnded.reason", "Why the work ended", CODE, "RESIGNED");
        word("UnemploymentEnded.reason", "Why the spell ended, such as EMPLOYED", CODE, "EMPLOYED");
        word("ground", "Why it was revoked", CODE, "FRAUD");

        // Days and months, in Asia/Shanghai
        word("registeredOn", "Day of the registration", PLAIN, "2024-03-01");
        word("validFrom", "First day", PLAIN, "2024-03-01");
        word("validTo", "Last day; absent while it is open", PLAIN, "2026-12-31");
        word("startDate", "First day of work", PLAIN, "2024-03-11");
        word("placementStart", "First day of work", PLAIN, "2024-03-11");
        word("endDate", "Last day of work", PLAIN, "2024-12-31");
        word("endedOn", "Day on which the spell ended", PLAIN, "2024-03-11");
        word("firstInsuredMonth", "First month in which the employer insured her", MONTH, "2024-03");
        word("month", "The month she was insured in", MONTH, "2024-03");
        word("reachedIn", "Month in which it was reached", MONTH, "2024-03");
        word("PlacementStable.reachedIn", "Month in which it was reached", MONTH, "2024-05");
        word("referredOn", "Day of the referral, first day of its window", PLAIN, "2024-03-04");
        word("validUntil", "Last day of its window", PLAIN, "2024-04-03");
        word("openedOn", "Day on which the case was opened", PLAIN, "2024-04-15");
        word("decidedOn", "Day on which the reviewer decided", PLAIN, "2024-04-22");
        word("paidOn", "Day on which the bank's word came", PLAIN, "2024-05-06");
        word("issuedOn", "Day of issue", PLAIN, "2024-06-03");
        word("revokedOn", "First day on which it is no longer valid", PLAIN, "2024-09-02");

        // The audit trail
        word("service", "Whose audit chain it is", SERVICE, "subsidy-service");
        word("batch", "Number of the newest batch of the chain", COUNT, 17);
        word("hash", "Hash of that batch, which stands for all rows up to it", SHA_256, "5e".repeat(32));
        word("rows", "How many rows the batch sealed", COUNT, 240);
        word("sealedAt", "When it was sealed", PLAIN, "2024-03-01T01:30:00.123456Z");

        // What a rule asks
        word("insuredMonths", "Insured months in a row, 3 or 6", COUNT, 3);
        word("amountFen", "Amount in fen; 0 if refused", COUNT, 15_000);
        word("division", "Place whose officers look after the case", DIVISION, "330282004001");
        word("referrerDivision", "Place that looks after the referrer; the case goes there", DIVISION, "330282004001");
        word(
                "appointedOnReferralDate",
                "Whether the broker's appointment was in force, not suspended, on that day",
                PLAIN,
                true);
        word("firstValidReferral", "Whether no earlier referral of this worker was valid on that day", PLAIN, true);
        word(
                "relatedToEmployer",
                "Whether the referrer is an owner or on the HR staff of the hiring firm, or the worker's spouse",
                PLAIN,
                false);
    }

    private Vocabulary() {}

    /** What a field of an event says; empty for one that events may not say. */
    static Optional<Word> of(Class<?> event, String field) {
        return Optional.ofNullable(WORDS.get(event.getSimpleName() + "." + field))
                .or(() -> Optional.ofNullable(WORDS.get(field)));
    }

    /** The names alone, without those of events. */
    static List<String> names() {
        return WORDS.keySet().stream()
                .map(name -> name.substring(name.indexOf('.') + 1))
                .distinct()
                .toList();
    }

    private static void word(String name, String meaning, Form form, Object example) {
        WORDS.put(name, new Word(meaning, form, example));
    }
}
