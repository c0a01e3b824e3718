package org.leye.jobmatch.unemployment;

import java.time.LocalDate;

import org.leye.platform.http.command.Answer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A spell of registered unemployment as callers see it. */
@Schema(name = "UnemploymentRegistration", description = "A spell of registered unemployment")
record UnemploymentView(
        @Schema(examples = "unr_06qk3v0g1rvs3e7m2k0c9d4b5a") String id,
        String personKey,
        UnemploymentRegistration.Status status,
        LocalDate declaredOn,
        LocalDate registeredOn,
        @Nullable LocalDate endedOn,
        UnemploymentRegistration.@Nullable EndReason endReason) {

    static UnemploymentView of(UnemploymentRegistration registration) {
        return new UnemploymentView(
                registration.id(),
                registration.personKey(),
                registration.status(),
                registration.declaredOn(),
                registration.registeredOn(),
                registration.endedOn(),
                registration.endReason());
    }

    static Answer<UnemploymentView> created(UnemploymentRegistration registration) {
        return Answer.created(
                "/unemployment-registrations/" + registration.id(), registration.version(), of(registration));
    }

    static Answer<UnemploymentView> changed(UnemploymentRegistration registration) {
        return Answer.ok(registration.version(), of(registration));
    }
}
