package org.leye.notes;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.leye.platform.http.imports.ImportHandler;
import org.leye.platform.problem.RequestProblem;

import org.jspecify.annotations.Nullable;

/** Takes notes from files; a line may bring trouble with it. */
@ApplicationScoped
class NoteImport implements ImportHandler<NoteImport.Line> {

    static final String KIND = "notes";

    /** A line with a field of every kind. */
    public record Line(
            @NotBlank @Size(max = 1000) String text,
            @Max(10) int stars,
            @Nullable Set<NoteResource.Mood> moods,
            @Nullable Boolean loud,
            @Nullable String trouble) {}

    /** Texts whose connection was cut once. */
    private final Set<String> cut = ConcurrentHashMap.newKeySet();

    private final EntityManager entities;

    NoteImport(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<Line> lineType() {
        return Line.class;
    }

    @Override
    public Chunk<Line> begin(String importId, List<Line> lines) {
        return this::take;
    }

    private Taken take(Line line) {
        if ("REFUSED".equals(line.trouble())) {
            throw RequestProblem.CONCURRENT_CHANGE.problem();
        }
        var moods = line.moods() == null
                ? ""
                : line.moods().stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
        boolean added = entities.createNativeQuery("""
                                insert into note_line (text, stars, moods) values (:text, :stars, :moods)
                                on conflict do nothing""")
                        .setParameter("text", line.text())
                        .setParameter("stars", line.stars())
                        .setParameter("moods", moods)
                        .executeUpdate()
                == 1;
        if ("FAILS".equals(line.trouble())) {
            throw new IllegalStateException("this line fails");
        }
        if ("CUTS_CONNECTION".equals(line.trouble()) && cut.add(line.text())) {
            entities.createNativeQuery("select pg_terminate_backend(pg_backend_pid())")
                    .getResultList();
        }
        return new Taken(added ? Outcome.CREATED : Outcome.UNCHANGED, line.text());
    }
}
