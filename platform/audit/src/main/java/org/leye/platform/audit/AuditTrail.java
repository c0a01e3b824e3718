package org.leye.platform.audit;

import java.sql.SQLException;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.leye.platform.identity.Actor;

import org.jspecify.annotations.Nullable;

/**
 * Writes the trail, in the caller's transaction. Throws IllegalStateException outside one: deed and row must be there both, or
 * neither.
 */
@ApplicationScoped
public class AuditTrail {

    private final DataSource database;
    private final TransactionSynchronizationRegistry transaction;

    AuditTrail(DataSource database, TransactionSynchronizationRegistry transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /**
     * Writes down a deed.
     *
     * @param actor who
     * @param action what, such as {@code case.approve} or {@code person.reveal}
     * @param subject the key or id of the record; never a name or number
     * @param purpose why, where the law wants to know
     * @param content what was written or shown; only its hash is kept
     */
    public void record(Actor actor, String action, String subject, @Nullable String purpose, Object content) {
        if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("a deed is written down inside its transaction");
        }
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into audit_row (actor, consumer, roles, action, subject, purpose, content_hash)
                        values (?, ?, ?, ?, ?, ?, ?)""")) {
            insert.setString(1, actor.subject());
            insert.setString(2, actor.consumer());
            insert.setString(3, String.join(" ", actor.roles().stream().sorted().toList()));
            insert.setString(4, action);
            insert.setString(5, subject);
            insert.setString(6, purpose);
            insert.setBytes(7, Sha256.of(content.toString()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the audit trail could not be written", e);
        }
    }
}
