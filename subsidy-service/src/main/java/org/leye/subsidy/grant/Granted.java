package org.leye.subsidy.grant;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.leye.platform.identity.RecordId;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Money that was granted to somebody under an instrument. Never changes but for its revocation. */
@Entity
@DynamicUpdate
class Granted {

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * Which record of which system it is.
     *
     * @param system {@link Grants#DECISION}, or the name of a system before this one
     */
    record Source(String system, String reference) {}

    /**
     * What it says.
     *
     * @param division where the subject belonged; null if unknown
     * @param amountFen what the lines come to
     * @param told keys and facts of the case, by name
     */
    record Content(
            String instrument,
            @Nullable String policyId,
            String subject,
            @Nullable String division,
            LocalDate basisDate,
            long amountFen,
            List<PaidLine> lines,
            Map<String, String> told) {}

    @Id
    private String id;

    private String instrument;
    private @Nullable String policyId;
    private String subject;
    private @Nullable String division;
    private LocalDate basisDate;
    private long amountFen;

    @JdbcTypeCode(SqlTypes.JSON)
    private String paidLines;

    @JdbcTypeCode(SqlTypes.JSON)
    private String told;

    private String source;
    private String sourceReference;
    private @Nullable LocalDate revokedOn;
    private OffsetDateTime recordedAt = OffsetDateTime.now();

    @SuppressWarnings("NullAway")
    protected Granted() {}

    Granted(Source source, Content content) {
        this.id = RecordId.next("grant");
        this.source = source.system();
        this.sourceReference = source.reference();
        this.instrument = content.instrument();
        this.policyId = content.policyId();
        this.subject = content.subject();
        this.division = content.division();
        this.basisDate = content.basisDate();
        this.amountFen = content.amountFen();
        this.paidLines = write(content.lines());
        this.told = write(content.told());
    }

    String id() {
        return id;
    }

    Source source() {
        return new Source(source, sourceReference);
    }

    Content content() {
        return new Content(instrument, policyId, subject, division, basisDate, amountFen, lines(), told());
    }

    /** Whether another record of it says the same; where the subject belongs is not part of what was granted. */
    boolean saysTheSame(Content other) {
        return instrument.equals(other.instrument())
                && Objects.equals(policyId, other.policyId())
                && subject.equals(other.subject())
                && basisDate.equals(other.basisDate())
                && amountFen == other.amountFen()
                && lines().equals(other.lines())
                && told().equals(other.told());
    }

    String instrument() {
        return instrument;
    }

    String subject() {
        return subject;
    }

    @Nullable
    String division() {
        return division;
    }

    LocalDate basisDate() {
        return basisDate;
    }

    long amountFen() {
        return amountFen;
    }

    List<PaidLine> lines() {
        return read(paidLines, new TypeReference<>() {});
    }

    Map<String, String> told() {
        return read(told, new TypeReference<>() {});
    }

    @Nullable
    LocalDate revokedOn() {
        return revokedOn;
    }

    OffsetDateTime recordedAt() {
        return recordedAt;
    }

    void revoke(LocalDate on) {
        if (revokedOn == null) {
            revokedOn = on;
        }
    }

    private static String write(Object part) {
        try {
            return JSON.writeValueAsString(part);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a grant could not be written as JSON", e);
        }
    }

    private static <T> T read(String text, TypeReference<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a grant could not be read", e);
        }
    }
}
