package org.leye.jobmatch.person;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.leye.platform.http.command.Commands;
import org.leye.platform.identity.Caller;
import org.leye.platform.identity.Roles;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Person keys over HTTP: for the gateway, which has no pepper and links accounts to persons. */
@Path("/person-keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Person keys", description = "Which key names a person; for the suite itself")
class PersonKeyResource {

    private final PersonReading reading;
    private final Commands commands;
    private final Caller caller;

    PersonKeyResource(PersonReading reading, Commands commands, Caller caller) {
        this.reading = reading;
        this.commands = commands;
        this.caller = caller;
    }

    @POST
    @Path("/lookups")
    @RolesAllowed(Roles.LINKER)
    @Operation(
            summary = "Find the key of a person whose identity was proved",
            description = "The key of this number, whether or not somebody is registered under it; refused when"
                    + " somebody is, under another name. It changes nothing and is written down together with the"
                    + " account it was asked for.")
    @APIResponseSchema(value = PersonKeyView.class, responseCode = "200", responseDescription = "The key")
    @APIResponse(responseCode = "422", description = "`NAME_DIFFERS`")
    public PersonKeyView lookUp(@Valid @NotNull LookUpPersonKey request) {
        return commands.inTransaction(() -> reading.keyOf(request, caller.actor()))
                .orElseThrow(PersonProblem.NAME_DIFFERS::problem);
    }
}
