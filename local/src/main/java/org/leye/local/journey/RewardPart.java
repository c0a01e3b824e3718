package org.leye.local.journey;

import static org.leye.local.journey.Conversation.is;

import java.time.YearMonth;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.stream.StreamSupport;

/** Part 4: the milestone has opened a case; it is decided, noticed and paid, and stands in the broker's statement. */
final class RewardPart {

    private static final String POLICY = "P-B17-2023";

    private final Cast cast;
    private final Conversation api;
    private final Days days;
    private final Lock payDay;

    RewardPart(Cast cast, Conversation api, Days days, Lock payDay) {
        this.cast = cast;
        this.api = api;
        this.days = days;
        this.payDay = payDay;
    }

    void walk(String brokerId, YearMonth month) {
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
        days.moveBehind(notice.path("noticeEndsOn").asText());
        api.await(cast.county, reward, is("PAYABLE").or(is("IN_PAYMENT")).or(is("PAID")), "{status}");
        payInTurn(reward);
        api.await(cast.broker, reward, is("PAID"), "{status} on {paidOn}");
        api.await(
                cast.broker,
                "/broker/v1/brokers/" + brokerId + "/statement?month=" + month,
                answer -> answer.at("/totals/paidFen").asLong() > 0,
                "paid {totals/paidFen} fen in all");
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

    /** A batch takes up all that is payable: in company the case may have been paid with another's. */
    private void payInTurn(String reward) {
        payDay.lock();
        try {
            if (is("PAYABLE").test(api.get(cast.county, reward))) {
                pay();
            }
        } finally {
            payDay.unlock();
        }
    }

    private void pay() {
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
    }
}
