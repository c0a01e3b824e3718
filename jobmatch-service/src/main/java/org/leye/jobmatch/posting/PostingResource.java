package org.leye.jobmatch.posting;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.leye.jobmatch.person.SeekWork;
import org.leye.platform.http.command.Commands;
import org.leye.platform.http.command.IfMatch;
import org.leye.platform.http.paging.PageRequest;
import org.leye.platform.http.paging.Pages;
import org.leye.platform.http.time.BusinessClock;
import org.leye.platform.identity.Caller;
import org.leye.platform.identity.DivisionCode;
import org.leye.platform.identity.Roles;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Postings over HTTP. */
@Path("/postings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Postings", description = "Vacancies, from draft to filled")
class PostingResource {

    private static final String SCOPE = "`FORBIDDEN`; `OUT_OF_SCOPE`";
    private static final String STATE = "`POSTING_STATE_FORBIDS`; `IDEMPOTENCY_KEY_REUSED`; `REQUEST_IN_PROGRESS`";

    private final PostingService service;
    private final Postings postings;
    private final BusinessClock clock;
    private final Commands commands;
    private final Caller caller;
    private final Pages pages;

    PostingResource(
            PostingService service,
            Postings postings,
            BusinessClock clock,
            Commands commands,
            Caller caller,
            Pages pages) {
        this.service = service;
        this.postings = postings;
        this.clock = clock;
        this.commands = commands;
        this.caller = caller;
        this.pages = pages;
    }

    @POST
    @RolesAllowed(Roles.EMPLOYER)
    @Operation(
            summary = "Draft a posting",
            description = "Of the own enterprise. Nobody else sees it before it is published.")
    @APIResponseSchema(value = PostingView.class, responseCode = "201", responseDescription = "The draft")
    @APIResponse(responseCode = "403", description = SCOPE)
    @APIResponse(responseCode = "409", description = "`IDEMPOTENCY_KEY_REUSED`; `REQUEST_IN_PROGRESS`")
    public Response draft(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull DraftPosting request) {
        return commands.once(
                key,
                request,
                () -> service.draft(request, caller.actor()),
                posting -> PostingView.created(posting, clock.today()));
    }

    @GET
    @RolesAllowed({
        Roles.CITIZEN,
        Roles.EMPLOYER,
        Roles.FOUNDER,
        Roles.BROKER,
        Roles.STATION,
        Roles.VILLAGE,
        Roles.TOWN,
        Roles.COUNTY,
        Roles.REVIEWER,
        Roles.FINANCE,
        Roles.BANK,
        Roles.SCHOOL,
        Roles.PROVIDER,
        Roles.ASSESSOR,
        Roles.SUPERVISOR,
        Roles.AUDITOR,
        Roles.ADMIN
    })
    @Operation(
            summary = "List postings",
            description = "Those published once for anybody; others only for their employer and officers of the place.")
    @APIResponse(responseCode = "200", description = "A page of postings")
    @Extension(name = "x-items", value = "Posting")
    public Response list(
            @QueryParam("town")
                    @Parameter(
                            description = "Only those of this town or street, 9 digits",
                            example = "330282004",
                            schema = @Schema(implementation = String.class))
                    @Nullable
                    DivisionCode town,
            @QueryParam("occupation")
                    @Pattern(regexp = SeekWork.OCCUPATION)
                    @Parameter(description = "Only those of this occupation", example = "6-05-01-03")
                    @Nullable
                    String occupation,
            @QueryParam("status") @Parameter(description = "Only those in this state today") @Nullable
                    PostingStatus status,
            @Valid @BeanParam PageRequest page) {
        var today = clock.today();
        var filter = new Postings.Filter(town, occupation, status);
        return commands.inTransaction(() -> pages.answer(
                page,
                (after, limit) -> postings.list(caller.scope(), filter, today, after, limit),
                Posting::id,
                posting -> PostingView.of(posting, today)));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Roles.CITIZEN,
        Roles.EMPLOYER,
        Roles.FOUNDER,
        Roles.BROKER,
        Roles.STATION,
        Roles.VILLAGE,
        Roles.TOWN,
        Roles.COUNTY,
        Roles.REVIEWER,
        Roles.FINANCE,
        Roles.BANK,
        Roles.SCHOOL,
        Roles.PROVIDER,
        Roles.ASSESSOR,
        Roles.SUPERVISOR,
        Roles.AUDITOR,
        Roles.ADMIN
    })
    @Operation(
            summary = "Read a posting",
            description = "Any that was published once; others only for their employer and officers of the place.")
    @APIResponseSchema(value = PostingView.class, responseCode = "200", responseDescription = "The posting")
    @APIResponse(responseCode = "403", description = SCOPE)
    @APIResponse(responseCode = "404", description = "`POSTING_NOT_FOUND`")
    public Response read(@PathParam("id") String id) {
        return commands.inTransaction(() -> {
            var posting = postings.get(id, caller.scope());
            return Response.ok(PostingView.of(posting, clock.today()))
                    .header("ETag", IfMatch.etag(posting.version()))
                    .build();
        });
    }

    @POST
    @Path("/{id}/submission")
    @RolesAllowed(Roles.EMPLOYER)
    @Operation(
            summary = "Submit a posting",
            description =
                    "Checks wage, wording, enterprise and last day. The posting is then PUBLISHED, or REJECTED with every reason.")
    @APIResponseSchema(
            value = PostingView.class,
            responseCode = "200",
            responseDescription = "The posting, published or rejected")
    @APIResponse(responseCode = "403", description = SCOPE)
    @APIResponse(responseCode = "404", description = "`POSTING_NOT_FOUND`")
    @APIResponse(responseCode = "409", description = STATE)
    @APIResponse(responseCode = "422", description = "`NO_POSTING_RULE_IN_FORCE`")
    public Response submit(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("If-Match") String ifMatch) {
        return commands.once(
                key,
                id,
                () -> service.submit(id, ifMatch, caller.actor()),
                posting -> PostingView.changed(posting, clock.today()));
    }

    @POST
    @Path("/{id}/closure")
    @RolesAllowed(Roles.EMPLOYER)
    @Operation(summary = "Close a posting", description = "Nobody can apply any more; matches already begun go on.")
    @APIResponseSchema(value = PostingView.class, responseCode = "200", responseDescription = "The closed posting")
    @APIResponse(responseCode = "403", description = SCOPE)
    @APIResponse(responseCode = "404", description = "`POSTING_NOT_FOUND`")
    @APIResponse(responseCode = "409", description = STATE)
    public Response close(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("If-Match") String ifMatch) {
        return commands.once(
                key,
                id,
                () -> service.close(id, ifMatch, caller.actor()),
                posting -> PostingView.changed(posting, clock.today()));
    }
}
