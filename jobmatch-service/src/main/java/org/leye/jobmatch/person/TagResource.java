package org.leye.jobmatch.person;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.leye.platform.http.command.Commands;
import org.leye.platform.http.paging.PageRequest;
import org.leye.platform.http.paging.Pages;
import org.leye.platform.identity.Caller;
import org.leye.platform.identity.PersonKey;
import org.leye.platform.identity.Roles;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A person's key groups over HTTP. */
@Path("/persons")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Key groups", description = "Which key groups a person belongs to, and from when")
class TagResource {

    private final TagService service;
    private final KeyGroupTags tags;
    private final Persons persons;
    private final Commands commands;
    private final Caller caller;
    private final Pages pages;

    TagResource(TagService service, KeyGroupTags tags, Persons persons, Commands commands, Caller caller, Pages pages) {
        this.service = service;
        this.tags = tags;
        this.persons = persons;
        this.commands = commands;
        this.caller = caller;
        this.pages = pages;
    }

    @POST
    @Path("/{key}/tags")
    @RolesAllowed({Roles.TOWN, Roles.COUNTY})
    @Operation(
            summary = "Tag a person",
            description = "She belongs to a key group from a day on, by this source and evidence. Others learn of it.")
    @APIResponseSchema(value = TagView.class, responseCode = "201", responseDescription = "The tag")
    @APIResponse(responseCode = "403", description = "`OWN_HOUSEHOLD`; `FORBIDDEN`; `OUT_OF_SCOPE`")
    @APIResponse(responseCode = "404", description = "`PERSON_NOT_FOUND`")
    @APIResponse(
            responseCode = "409",
            description = "`TAG_ALREADY_HELD`; `IDEMPOTENCY_KEY_REUSED`; `REQUEST_IN_PROGRESS`")
    public Response add(
            @PathParam("key") PersonKey person,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull AddTag request) {
        return commands.once(key, request, () -> service.add(person, request, caller.actor()), TagView::created);
    }

    @GET
    @Path("/{key}/tags")
    @RolesAllowed({Roles.CITIZEN, Roles.VILLAGE, Roles.TOWN, Roles.COUNTY})
    @Operation(
            summary = "List a person's tags",
            description = "In the order in which they were recorded.",
            extensions = @Extension(name = "x-items", value = "KeyGroupTag"))
    @APIResponse(responseCode = "200", description = "A page of tags")
    @APIResponse(responseCode = "403", description = "`FORBIDDEN`; `OUT_OF_SCOPE`")
    @APIResponse(responseCode = "404", description = "`PERSON_NOT_FOUND`")
    public Response list(@PathParam("key") PersonKey key, @Valid @BeanParam PageRequest page) {
        var person = persons.get(key, caller.scope());
        return pages.answer(page, (after, limit) -> tags.of(person, after, limit), KeyGroupTag::id, TagView::of);
    }
}
