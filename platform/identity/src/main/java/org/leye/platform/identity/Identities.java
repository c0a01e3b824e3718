package org.leye.platform.identity;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
            fill(statement, identity);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("an identity could not be stored", e);
        }
    }

    /**
     * Stores what is known of the person unless something is known already, also by somebody who writes at this moment: the
     * first to commit stays. Answers what is stored.
     */
    public PersonIdentity putIfAbsent(PersonIdentity identity) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        insert into person_identity (person_key, id_number, name, phone) values (?, ?, ?, ?)
                        on conflict (person_key) do nothing""")) {
            fill(statement, identity);
            if (statement.executeUpdate() == 1) {
                return identity;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("an identity could not be stored", e);
        }
        return find(identity.person()).orElseThrow();
    }

    public Optional<PersonIdentity> find(PersonKey person) {
        return Optional.ofNullable(find(List.of(person)).get(person));
    }

    /** What is known of each of these; who is not known here is absent. */
    public Map<PersonKey, PersonIdentity> find(Collection<PersonKey> persons) {
        var keys = persons.stream().map(PersonKey::value).toArray(String[]::new);
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select person_key, id_number, name, phone from person_identity where person_key = any (?)")) {
            statement.setArray(1, connection.createArrayOf("text", keys));
            var rows = statement.executeQuery();
            var found = new HashMap<PersonKey, PersonIdentity>();
            while (rows.next()) {
                var identity = opened(rows);
                found.put(identity.person(), identity);
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("identities could not be read", e);
        }
    }

    private void fill(PreparedStatement statement, PersonIdentity identity) throws SQLException {
        statement.setString(1, identity.person().value());
        statement.setString(2, cipher.seal(identity.idNumber().value()));
        statement.setString(3, cipher.seal(identity.name()));
        statement.setString(4, identity.phone() == null ? null : cipher.seal(identity.phone()));
    }

    private PersonIdentity opened(ResultSet row) throws SQLException {
        var phone = row.getString("phone");
        return new PersonIdentity(
                new PersonKey(row.getString("person_key")),
                IdNumber.parse(cipher.openText(row.getString("id_number"))),
                cipher.openText(row.getString("name")),
                phone == null ? null : cipher.openText(phone));
    }
}
