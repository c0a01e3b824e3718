package org.leye.notes;

import java.time.LocalDate;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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

import org.leye.contracts.training.CertificateIssued;
import org.leye.platform.http.command.Answer;
import org.leye.platform.http.command.Commands;
import org.leye.platform.http.paging.PageRequest;
import org.leye.platform.http.paging.Pages;
import org.leye.platform.identity.IdNumber;
import org.leye.platform.identity.RecordId;
import org.leye.platform.identity.Roles;
import org.leye.platform.outbox.Outbox;
import org.leye.platform.problem.RequestProblem;

import org.jspecify.annotations.Nullable;

@Path("/notes")
@Produces(MediaType.APPLICATION_JSON)
public class NoteResource {

    /** A request with a field of every kind. */
    public record WriteNote(
            @NotBlank @Size(max = 100) String text,
            @NotNull Mood mood,
            @Max(10) int stars,
            @Nullable LocalDate on,
            @Nullable IdNumber about,
            boolean failLate) {}

    public enum Mood {
        GLAD,
        SAD
    }

    private final Commands commands;
    private final EntityManager entities;
    private final Outbox outbox;
    private final Pages pages;

    NoteResource(Commands commands, EntityManager entities, Outbox outbox, Pages pages) {
        this.commands = commands;
        this.entities = entities;
        this.outbox = outbox;
        this.pages = pages;
    }

    @POST
    @RolesAllowed(Roles.COUNTY)
    public Response write(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull WriteNote request) {
        return commands.once(
                key,
                request,
                () -> stored(request),
                note -> Answer.created("/notes/" + note.id, note.version, Map.of("id", note.id, "text", note.text)));
    }

    @POST
    @Path("/paid")
    @RolesAllowed(Roles.COUNTY)
    public Response writePaid(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull WriteNote request) {
        return commands.onceForMoney(
                key, request, () -> stored(request), note -> Answer.created("/notes/" + note.id, null, Map.of()));
    }

    /** What no request should do: a transaction inside a transaction, which needs a connection of its own. */
    @POST
    @Path("/greedy")
    @RolesAllowed(Roles.COUNTY)
    public void takeTwoConnections() {
        commands.inTransaction(() -> {
            entities.find(Note.class, "x");
            return commands.inTransaction(() -> String.valueOf(entities.find(Note.class, "y")));
        });
    }

    @GET
    @RolesAllowed(Roles.COUNTY)
    public Response list(@Valid @BeanParam PageRequest page, @QueryParam("on") @Nullable LocalDate on) {
        return pages.answer(
                page,
                (after, limit) -> entities.createQuery("from Note where id > :after order by id", Note.class)
                        .setParameter("after", after)
                        .setMaxResults(limit)
                        .getResultList(),
                note -> note.id,
                note -> Map.of("id", note.id));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.COUNTY)
    public Response read(@PathParam("id") String id) {
        return entities.find(Note.class, id) == null
                ? Response.status(404).build()
                : Response.ok().build();
    }

    @GET
    @Path("/unguarded")
    public String unguarded() {
        return "nobody should read this";
    }

    private Note stored(WriteNote request) {
        var note = new Note();
        note.id = RecordId.next("note");
        note.text = request.text();
        entities.persist(note);
        outbox.append(new CertificateIssued(note.id, request.text(), "6-05-01-03", "L4", LocalDate.of(2024, 3, 1)));
        if (request.failLate()) {
            throw RequestProblem.CONCURRENT_CHANGE.problem();
        }
        return note;
    }
}
