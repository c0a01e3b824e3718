package org.leye.jobmatch.person;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.leye.platform.http.command.Commands;
import org.leye.platform.http.command.IfMatch;
import org.leye.platform.http.paging.PageRequest;
import org.leye.platform.http.paging.Pages;
import org.leye.platform.identity.Caller;
import org.leye.platform.identity.PersonKey;
import org.leye.platform.identity.Roles;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Persons over HTTP. */
@Path("/persons")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Persons", description = "Who is known to the public employment service, and what she seeks")
class PersonResource {

    private static final String SCOPE = "`FORBIDDEN`; `OUT_OF_SCOPE`";

    private final PersonService service;
    private final PersonReading reading;
    private final Persons persons;
    private final Commands commands;
    private final Caller caller;
    private final Pages pages;

    PersonResource(
            PersonService service,
            PersonReading reading,
            Persons persons,
            Commands commands,
            Caller caller,
            Pages pages) {
        this.service = service;
        this.reading = reading;
        this.persons = persons;
        this.commands = commands;
        this.caller = caller;
        this.pages = pages;
    }

    @POST
    @RolesAllowed({Roles.CITIZEN, Roles.VILLAGE, Roles.TOWN, Roles.COUNTY})
    @Operation(
            summary = "Register a person",
            description =
                    "A citizen registers herself, an officer those who live in his division. Once for each number.")
    @APIResponseSchema(value = PersonView.class, responseCode = "201", responseDescription = "The person, masked")
    @APIResponse(responseCode = "403", description = SCOPE)
    @APIResponse(
            responseCode = "409",
            description = "`PERSON_ALREADY_REGISTERED`; `IDEMPOTENCY_KEY_REUSED`; `REQUEST_IN_PROGRESS`")
    public Response register(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull RegisterPerson request) {
        return commands.once(
                key,
                request,
                () -> service.register(request, caller.actor()),
                person -> PersonView.created(person, reading.identity(person).orElseThrow()));
    }

    @POST
    @Path("/lookups")
    @RolesAllowed({Roles.VILLAGE, Roles.TOWN, Roles.COUNTY})
    @Operation(
            summary = "Find a person by her number",
            description = "A number never stands in a URL, so this is a POST. It changes nothing and is written down.")
    @APIResponseSchema(value = PersonView.class, responseCode = "200", responseDescription = "The person, masked")
    @APIResponse(responseCode = "403", description = SCOPE)
    @APIResponse(responseCode = "404", description = "`PERSON_NOT_FOUND`")
    public PersonView lookUp(@Valid @NotNull LookUpPerson request) {
        return commands.inTransaction(() -> reading.lookUp(request.idNumber(), caller.actor()));
    }

    @GET
    @RolesAllowed({Roles.VILLAGE, Roles.TOWN, Roles.COUNTY})
    @Operation(summary = "List persons", description = "Those within the caller's division, masked, by key.")
    @APIResponse(responseCode = "200", description = "A page of persons")
    @Extension(name = "x-items", value = "Person")
    public Response list(@Valid @BeanParam PageRequest page) {
        return commands.inTransaction(() -> pages.answerTogether(
                page, (after, limit) -> persons.list(caller.scope(), after, limit), Person::key, reading::masked));
    }

    @GET
    @Path("/{key}")
    @RolesAllowed({Roles.CITIZEN, Roles.VILLAGE, Roles.TOWN, Roles.COUNTY})
    @Operation(
            summary = "Read a person",
            description = "Masked; with what she seeks. For herself and officers of her division.")
    @APIResponseSchema(value = PersonView.class, responseCode = "200", responseDescription = "The person, masked")
    @APIResponse(responseCode = "403", description = SCOPE)
    @APIResponse(responseCode = "404", description = "`PERSON_NOT_FOUND`")
    public Response read(@PathParam("key") PersonKey key) {
        var person = persons.get(key, caller.scope());
        return Response.ok(reading.masked(person))
                .header("ETag", IfMatch.etag(person.version()))
                .build();
    }

    @GET
    @Path("/{key}/identity")
    @RolesAllowed({Roles.TOWN, Roles.COUNTY})
    @Operation(
            summary = "Reveal a person's identity",
            description =
                    "Number, name and phone, whole. Who looked, and for what, is written down before it is shown.")
    @APIResponseSchema(value = IdentityView.class, responseCode = "200", responseDescription = "The identity, whole")
    @APIResponse(responseCode = "403", description = SCOPE)
    @APIResponse(responseCode = "404", description = "`PERSON_NOT_FOUND`")
    public Response reveal(
            @PathParam("key") PersonKey key,
            @QueryParam("purpose")
                    @NotNull
                    @Pattern(regexp = "[A-Z][A-Z_]{2,59}")
                    @Parameter(
                            description = "Why: a code, since free text in a URL may name people",
                            example = "BENEFIT_CHECK")
                    String purpose) {
        var identity = commands.inTransaction(() -> reading.reveal(key, purpose, caller.actor()));
        return Response.ok(identity).header("Cache-Control", "no-store").build();
    }

    @PUT
    @Path("/{key}/seeker-profile")
    @RolesAllowed({Roles.CITIZEN, Roles.VILLAGE, Roles.TOWN, Roles.COUNTY})
    @Operation(
            summary = "Say what a person seeks",
            description = "Replaces what was said before. The ETag is that of the person.")
    @APIResponseSchema(value = PersonView.class, responseCode = "200", responseDescription = "The person, masked")
    @APIResponse(responseCode = "403", description = SCOPE)
    @APIResponse(responseCode = "404", description = "`PERSON_NOT_FOUND`")
    public Response seek(
            @PathParam("key") PersonKey key,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull SeekWork request) {
        return commands.atomically(
                () -> service.seek(key, ifMatch, request, caller.actor()),
                person -> PersonView.changed(person, reading.identity(person).orElse(null)));
    }
}
