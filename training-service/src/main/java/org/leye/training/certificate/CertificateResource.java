package org.leye.training.certificate;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.leye.platform.http.command.Commands;
import org.leye.platform.http.command.IfMatch;
import org.leye.platform.identity.Caller;
import org.leye.platform.identity.Identities;
import org.leye.platform.identity.Masking;
import org.leye.platform.identity.PersonKey;
import org.leye.platform.identity.Roles;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Certificates over HTTP. */
@Path("/certificates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Certificates", description = "Skill level certificates, from issue to revocation")
class CertificateResource {

    private static final String STATE = "`CERTIFICATE_STATE_FORBIDS`; `IDEMPOTENCY_KEY_REUSED`; `REQUEST_IN_PROGRESS`";

    private static final String NOT_HERS = "`OWN_HOUSEHOLD`; `OUT_OF_SCOPE`; `FORBIDDEN`";

    private final CertificateService service;
    private final Certificates certificates;
    private final Identities identities;
    private final Commands commands;
    private final Caller caller;

    CertificateResource(
            CertificateService service,
            Certificates certificates,
            Identities identities,
            Commands commands,
            Caller caller) {
        this.service = service;
        this.certificates = certificates;
        this.identities = identities;
        this.commands = commands;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.ASSESSOR)
    @Operation(
            summary = "Issue a certificate",
            description =
                    "For a passed assessment whose public notice is over. The number is given here and never changes.")
    @APIResponseSchema(value = CertificateView.class, responseCode = "201", responseDescription = "The certificate")
    @APIResponse(responseCode = "403", description = NOT_HERS)
    @APIResponse(
            responseCode = "409",
            description =
                    "`ASSESSMENT_NOT_PASSED`; `ASSESSMENT_ALREADY_CERTIFIED`; `RESULT_IN_NOTICE`; `IDEMPOTENCY_KEY_REUSED`; "
                            + "`REQUEST_IN_PROGRESS`")
    public Response issue(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull IssueCertificate request) {
        return commands.once(key, request, () -> service.issue(request, caller.actor()), CertificateView::created);
    }

    @GET
    @Path("/{number}")
    @RolesAllowed({Roles.COUNTY, Roles.SUPERVISOR, Roles.REVIEWER, Roles.ASSESSOR, Roles.CITIZEN})
    @Operation(summary = "Read a certificate", description = "For its holder, its body and officers.")
    @APIResponseSchema(value = CertificateView.class, responseCode = "200", responseDescription = "The certificate")
    @APIResponse(responseCode = "404", description = "`CERTIFICATE_NOT_FOUND`")
    public Response read(@PathParam("number") String number) {
        var certificate = certificates.get(number, caller.scope());
        return Response.ok(CertificateView.of(certificate))
                .header("ETag", IfMatch.etag(certificate.version()))
                .build();
    }

    @GET
    @Path("/{number}/verification")
    @PermitAll
    @Operation(
            summary = "Verify a certificate by its number",
            description =
                    "Open to anybody; says whether the certificate is valid, and of the holder only the family name.")
    @Extension(name = "x-public", value = "true")
    @APIResponseSchema(
            value = VerificationView.class,
            responseCode = "200",
            responseDescription = "Whether it is valid")
    @APIResponse(responseCode = "404", description = "`CERTIFICATE_NOT_FOUND`")
    public VerificationView verify(@PathParam("number") String number) {
        var certificate =
                certificates.forVerification(number).orElseThrow(CertificateProblem.CERTIFICATE_NOT_FOUND::problem);
        var holder = identities.find(new PersonKey(certificate.personKey())).orElseThrow();
        return VerificationView.of(certificate, Masking.name(holder.name()));
    }

    @POST
    @Path("/{number}/investigation")
    @RolesAllowed(Roles.SUPERVISOR)
    @Operation(
            summary = "Put a certificate under investigation",
            description =
                    "A supervisor's doubt, with its ground. The certificate stays valid until a reviewer confirms.")
    @APIResponseSchema(value = CertificateView.class, responseCode = "200", responseDescription = "The certificate")
    @APIResponse(responseCode = "403", description = NOT_HERS)
    @APIResponse(responseCode = "409", description = STATE)
    public Response doubt(
            @PathParam("number") String number,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull RaiseDoubt request) {
        return commands.once(
                key, request, () -> service.doubt(number, ifMatch, request, caller.actor()), CertificateView::changed);
    }

    @POST
    @Path("/{number}/clearance")
    @RolesAllowed(Roles.SUPERVISOR)
    @Operation(
            summary = "Clear a certificate",
            description = "The doubt was not borne out; the certificate is as before.")
    @APIResponseSchema(value = CertificateView.class, responseCode = "200", responseDescription = "The certificate")
    @APIResponse(responseCode = "403", description = NOT_HERS)
    @APIResponse(responseCode = "409", description = STATE)
    public Response clear(
            @PathParam("number") String number,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("If-Match") String ifMatch) {
        return commands.once(
                key, number, () -> service.clear(number, ifMatch, caller.actor()), CertificateView::changed);
    }

    @POST
    @Path("/{number}/revocation")
    @RolesAllowed(Roles.REVIEWER)
    @Operation(
            summary = "Revoke a certificate",
            description = "A reviewer confirms the supervisor's doubt. Final; others learn of it and act.")
    @APIResponseSchema(value = CertificateView.class, responseCode = "200", responseDescription = "The certificate")
    @APIResponse(responseCode = "403", description = NOT_HERS)
    @APIResponse(responseCode = "409", description = "`SAME_PERSON_MAY_NOT_CONFIRM`; " + STATE)
    public Response revoke(
            @PathParam("number") String number,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("If-Match") String ifMatch) {
        return commands.once(
                key, number, () -> service.revoke(number, ifMatch, caller.actor()), CertificateView::changed);
    }
}
