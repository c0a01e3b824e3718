package org.leye.training.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;

/** An enterprise or social body that may assess certain occupations up to certain levels. */
@Entity
public class AssessmentBody {

    /** Enterprises assess their own people, social bodies anybody. The letter begins the certificate number. */
    public enum Kind {
        ENTERPRISE('Y'),
        SOCIAL('S');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }

        public char letter() {
            return letter;
        }
    }

    /** Certificates issued before a removal stay valid unless revoked. */
    public enum Status {
        ACTIVE,
        SUSPENDED,
        REMOVED
    }

    /** An occupation this body may assess, and from which level to which. */
    @Embeddable
    static class Scope {
        String occupationCode = "";

        @Enumerated(EnumType.STRING)
        SkillLevel lowestLevel = SkillLevel.L5;

        @Enumerated(EnumType.STRING)
        SkillLevel highestLevel = SkillLevel.L5;
    }

    @Id
    private String id;

    @Version
    private long version;

    private String uscc;
    private String name;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String serial;
    private String division;

    @Enumerated(EnumType.STRING)
    private Status status = Status.ACTIVE;

    private LocalDate filedOn;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "assessment_scope", joinColumns = @JoinColumn(name = "body_id"))
    private List<Scope> scopes = new ArrayList<>();

    /** For Hibernate. */
    @SuppressWarnings("NullAway")
    protected AssessmentBody() {}

    AssessmentBody(String id, FileBody request, LocalDate filedOn) {
        this.id = id;
        this.uscc = request.uscc().value();
        this.name = request.name();
        this.kind = request.kind();
        this.serial = request.serial();
        this.division = request.division().value();
        this.filedOn = filedOn;
        request.scopes().forEach(wanted -> {
            var scope = new Scope();
            scope.occupationCode = wanted.occupationCode();
            scope.lowestLevel = wanted.lowestLevel();
            scope.highestLevel = wanted.highestLevel();
            scopes.add(scope);
        });
    }

    /** Throws BODY_NOT_ACTIVE or LEVEL_OUT_OF_BODY_SCOPE. */
    void requireMayAssess(String occupationCode, SkillLevel level) {
        if (status != Status.ACTIVE) {
            throw AssessmentProblem.BODY_NOT_ACTIVE.problem();
        }
        boolean allowed = scopes.stream()
                .anyMatch(scope -> scope.occupationCode.equals(occupationCode)
                        && level.isAtLeast(scope.lowestLevel)
                        && scope.highestLevel.isAtLeast(level));
        if (!allowed) {
            throw AssessmentProblem.LEVEL_OUT_OF_BODY_SCOPE.because(
                    "机构未备案 %s 的 %s 级", "the body is not filed for %s at %s", occupationCode, level);
        }
    }

    public String id() {
        return id;
    }

    public long version() {
        return version;
    }

    public String uscc() {
        return uscc;
    }

    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    /** Six digits that stand in its certificate numbers. */
    public String serial() {
        return serial;
    }

    public String division() {
        return division;
    }

    public Status status() {
        return status;
    }

    LocalDate filedOn() {
        return filedOn;
    }
}
