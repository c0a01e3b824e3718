package org.leye.subsidy.rulebook;

import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.leye.platform.identity.Actor;
import org.leye.subsidy.policy.TableDocument;

import org.jspecify.annotations.Nullable;

/** A dated table as a whole, on its way: written as a draft, published by another officer, replaced by the next. */
@Entity
class TableVersion {

    /** What the office did with it. */
    enum Status {
        DRAFT,
        PUBLISHED,
        WITHDRAWN
    }

    @Id
    private String id;

    @Version
    private long version;

    private String name;
    private String textHash;

    @Enumerated(EnumType.STRING)
    private Status status = Status.DRAFT;

    private boolean shipped;
    private String writtenBy;
    private @Nullable String publishedBy;
    private @Nullable LocalDate publishedOn;

    @SuppressWarnings("NullAway")
    protected TableVersion() {}

    private TableVersion(String id, TableDocument table, Actor by, boolean shipped) {
        this.id = id;
        this.name = table.name();
        this.textHash = table.sha256();
        this.writtenBy = by.subject();
        this.shipped = shipped;
    }

    static TableVersion draft(String id, TableDocument table, Actor by) {
        return new TableVersion(id, table, by, false);
    }

    /** What comes with a release was reviewed there. */
    static TableVersion shipped(String id, TableDocument table, Actor by, Status status) {
        var version = new TableVersion(id, table, by, true);
        version.status = status;
        return version;
    }

    /** Throws POLICY_NOT_A_DRAFT. */
    void requireDraft() {
        if (status != Status.DRAFT) {
            throw RulebookProblem.POLICY_NOT_A_DRAFT.problem();
        }
    }

    /** Throws POLICY_NOT_A_DRAFT. */
    void publish(Actor by, LocalDate today) {
        requireDraft();
        status = Status.PUBLISHED;
        publishedBy = by.subject();
        publishedOn = today;
    }

    /** Makes room for the next. */
    void giveWay() {
        status = Status.WITHDRAWN;
    }

    String id() {
        return id;
    }

    long version() {
        return version;
    }

    String name() {
        return name;
    }

    String textHash() {
        return textHash;
    }

    Status status() {
        return status;
    }

    boolean isShipped() {
        return shipped;
    }

    @Nullable
    LocalDate publishedOn() {
        return publishedOn;
    }
}
