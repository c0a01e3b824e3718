package org.leye.jobmatch.skill;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.leye.jobmatch.person.Persons;
import org.leye.platform.http.paging.PageRequest;
import org.leye.platform.http.paging.Pages;
import org.leye.platform.identity.Caller;
import org.leye.platform.identity.PersonKey;
import org.leye.platform.identity.Roles;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A person's skills over HTTP. */
@Path("/persons")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Skills", description = "What certificates vouch for")
class SkillResource {

    private final Skills skills;
    private final Persons persons;
    private final Caller caller;
    private final Pages pages;

    SkillResource(Skills skills, Persons persons, Caller caller, Pages pages) {
        this.skills = skills;
        this.persons = persons;
        this.caller = caller;
        this.pages = pages;
    }

    @GET
    @Path("/{key}/skills")
    @RolesAllowed({Roles.CITIZEN, Roles.VILLAGE, Roles.TOWN, Roles.COUNTY})
    @Operation(
            summary = "List a person's skills",
            description = "By certificates in force, as training-service told of them. A revoked one is gone.",
            extensions = @Extension(name = "x-items", value = "Skill"))
    @APIResponse(
            responseCode = "200",
            description = "A page of skills",
            content = @Content(schema = @Schema(implementation = SkillView.class)))
    @APIResponse(responseCode = "403", description = "`FORBIDDEN`; `OUT_OF_SCOPE`")
    @APIResponse(responseCode = "404", description = "`PERSON_NOT_FOUND`")
    public Response list(@PathParam("key") PersonKey key, @Valid @BeanParam PageRequest page) {
        var person = persons.get(key, caller.scope());
        return pages.answer(
                page, (after, limit) -> skills.of(person, after, limit), Skill::certificateNumber, SkillView::of);
    }
}
