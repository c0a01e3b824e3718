package org.leye.broker.appointment;

import java.time.LocalDate;
import java.util.List;

import org.leye.platform.http.command.AllowedAction;
import org.leye.platform.http.command.Answer;
import org.leye.platform.identity.Actor;
import org.leye.platform.identity.Masking;
import org.leye.platform.identity.PersonIdentity;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A broker as callers see her: by key, and masked where one record is read. */
@Schema(name = "Broker", description = "A village broker")
record BrokerView(
        @Schema(examples = "brk_06qk3v0g1rvs3e7m2k0c9d4b5a") String id,

        @Schema(examples = "per_06qk3v0g1rvs3e7m2k0c9d4b5a") String personKey,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Who she is, masked; only where one record is read")
        @Nullable
        MaskedPerson person,

        @Schema(examples = "522601") String homeDivision,
        @Schema(examples = "330282004") String division,
        @Schema(examples = "2.0") String schemeEdition,
        BrokerStatus status,
        LocalDate nominatedOn,
        @Nullable String letterNumber,

        @Schema(description = "First day of the term") @Nullable
        LocalDate termFrom,

        @Schema(description = "Last day of the term") @Nullable
        LocalDate termTo,

        List<AllowedAction> allowedActions) {

    /** Name, number and phone as far as they may be shown without a reason. */
    @Schema(name = "MaskedPerson", description = "A person, masked")
    record MaskedPerson(
            @Schema(examples = "王**") String name,
            @Schema(examples = "330282********4984") String idNumber,
            @Schema(examples = "138****1234") @Nullable String phone) {

        static MaskedPerson of(PersonIdentity identity) {
            return new MaskedPerson(
                    Masking.name(identity.name()),
                    Masking.idNumber(identity.idNumber().value()),
                    identity.phone() == null ? null : Masking.phone(identity.phone()));
        }
    }

    static BrokerView of(Broker broker, @Nullable MaskedPerson person, Actor caller) {
        return new BrokerView(
                broker.id(),
                broker.personKey(),
                person,
                broker.homeDivision(),
                broker.division(),
                broker.schemeEdition(),
                broker.status(),
                broker.nominatedOn(),
                broker.letterNumber(),
                broker.termFrom(),
                broker.termTo(),
                BrokerAction.allowed(broker, caller));
    }

    static BrokerView of(Broker broker, Actor caller) {
        return of(broker, null, caller);
    }

    static Answer<BrokerView> created(Broker broker, Actor caller) {
        return Answer.created("/brokers/" + broker.id(), broker.version(), of(broker, caller));
    }

    static Answer<BrokerView> changed(Broker broker, Actor caller) {
        return Answer.ok(broker.version(), of(broker, caller));
    }
}
