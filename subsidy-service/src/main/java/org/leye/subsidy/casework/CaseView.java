package org.leye.subsidy.casework;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;

import org.leye.platform.http.command.AllowedAction;
import org.leye.platform.identity.Actor;
import org.leye.subsidy.decision.DecisionView;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A case as callers see it, with what this caller may do next. */
@Schema(name = "Case", description = "A case, its decision, and what the caller may do next")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseView(
        @Schema(examples = "case_06qk3v0g1rvs3e7m2k0c9d4b5a")
        String id,

        @Schema(examples = "BROKER_REFERRAL_REWARD") String instrument,

        @Schema(description = "Person key or credit code of who is paid")
        String beneficiary,

        @Schema(description = "Whom the case is about") String subject,
        @Schema(description = "What opened the case") String sourceReference,
        @Nullable String division,
        LocalDate basisDate,
        CaseStatus status,
        LocalDate openedOn,

        @Schema(description = "In fen; 0 while undecided or refused", examples = "15000")
        long amountFen,

        @Schema(description = "Last day of the public notice") @Nullable
        LocalDate noticeEndsOn,

        @Nullable LocalDate paidOn,

        @Schema(description = "What the case waits for besides a person's action")
        List<String> waitingFor,

        List<AllowedAction> allowedActions,
        @Nullable DecisionView decision,
        @Nullable List<Step> timeline) {

    /** One step of the timeline. */
    @Schema(name = "CaseStep", description = "One step of the timeline")
    public record Step(
            LocalDate on,
            OffsetDateTime at,
            String action,
            String status,
            @Nullable String reason) {}

    static List<AllowedAction> actions(SubsidyCase about, Actor caller) {
        return Arrays.stream(CaseAction.values())
                .filter(action -> !action.path().isEmpty())
                .filter(action -> action.possibleIn(about.status()) && action.allowedTo(caller.roles()))
                .map(action -> AllowedAction.post(
                        action.name(),
                        "/cases/" + about.id() + "/" + action.path(),
                        action == CaseAction.SEND_BACK ? List.of("reason") : List.of()))
                .toList();
    }
}
