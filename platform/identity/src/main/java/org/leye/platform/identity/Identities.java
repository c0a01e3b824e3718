package org.leye.platform.identity;

import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * The one table of names, numbers and phones, sealed. Works in the caller's transaction. Whoever shows more of it than a
 * masked form writes that look into the audit trail.
 */
@ApplicationScoped
public class Identities {

    private final DataSource database;
    private final FieldCipher cipher;

    Identities(DataSource database, FieldCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    /** Stores or replaces what is known of the person. */
    public void put(PersonIdentity identity) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        insert into person_identity (person_key, id_number, name, phone) values (?, ?, ?, ?)
                        on conflict (person_key) do update
                           set name = excluded.name, phone = coalesce(excluded.phone, person_identity.phone)""")) {
            statement.setString(1, identity.person().value());
            statement.setString(2, cipher.seal(identity.idNumber().value()));
            statement.setString(3, cipher.seal(identity.name()));
            statement.setString(4, identity.phone() == null ? null : cipher.seal(identity.phone()));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("an identity could not be stored", e);
        }
    }

    public Optional<PersonIdentity> find(PersonKey person) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select id_number, name, phone from person_identity where person_key = ?")) {
            statement.setString(1, person.value());
            var row = statement.executeQuery();
            if (!row.next()) {
                return Optional.empty();
            }
            var phone = row.getString(3);
            return Optional.of(new PersonIdentity(
                    person,
                    IdNumber.parse(cipher.openText(row.getString(1))),
                    cipher.openText(row.getString(2)),
                    phone == null ? null : cipher.openText(phone)));
        } catch (SQLException e) {
            throw new IllegalStateException("an identity could not be read", e);
        }
    }
}
