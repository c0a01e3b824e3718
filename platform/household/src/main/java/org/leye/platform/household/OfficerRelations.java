package org.leye.platform.household;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

/** The relations this service knows, in the caller's transaction. */
@ApplicationScoped
public class OfficerRelations {

    private static final String RELATION =
            "select id, officer, related, kind, valid_from, valid_to from officer_relation ";

    private final DataSource database;

    OfficerRelations(DataSource database) {
        this.database = database;
    }

    /** Stores a relation. News in any order and twice: an end that is known stays. */
    public void put(OfficerRelation relation) {
        query(
                """
                insert into officer_relation (id, officer, related, kind, valid_from, valid_to) values (?, ?, ?, ?, ?, ?)
                on conflict (id) do update
                   set kind = coalesce(excluded.kind, officer_relation.kind),
                       valid_to = coalesce(excluded.valid_to, officer_relation.valid_to)""",
                PreparedStatement::executeUpdate,
                relation.id(),
                relation.officer(),
                relation.related(),
                relation.kind() == null ? null : relation.kind().name(),
                relation.validFrom(),
                relation.validTo());
    }

    public Optional<OfficerRelation> find(String id) {
        return query(RELATION + "where id = ?", OfficerRelations::all, id).stream()
                .findFirst();
    }

    /** Relations by id: of one officer, or all. */
    public List<OfficerRelation> list(@Nullable String officer, String afterId, int limit) {
        return query(
                RELATION + "where (officer = ? or ?) and id > ? order by id limit ?",
                OfficerRelations::all,
                officer,
                officer == null,
                afterId,
                limit);
    }

    /** Every officer with a relation, by key. */
    public List<String> officersAfter(String officer, int limit) {
        return query(
                "select distinct officer from officer_relation where officer > ? order by officer limit ?",
                OfficerRelations::officers,
                officer,
                limit);
    }

    /** Whether this very relation is declared and has no end. */
    public boolean isOpen(String officer, String related) {
        return query(
                "select 1 from officer_relation where officer = ? and related = ? and valid_to is null limit 1",
                statement -> statement.executeQuery().next(),
                officer,
                related);
    }

    /** Whether one of these persons was of this person's household on that day, whoever of the two declared it. */
    boolean anyOnDay(String person, Collection<String> others, LocalDate day) {
        return query("""
                select 1 from officer_relation
                 where valid_from <= ? and (valid_to is null or valid_to >= ?)
                   and (officer = ? and related = any (?) or related = ? and officer = any (?)) limit 1""", statement -> statement.executeQuery().next(), day, day, person, others, person, others);
    }

    private interface Work<T> {
        T run(PreparedStatement statement) throws SQLException;
    }

    private <T> T query(String sql, Work<T> work, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, wire(connection, values[i]));
            }
            return work.run(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("officers' relations could not be read or written", e);
        }
    }

    private static @Nullable Object wire(Connection connection, @Nullable Object value) throws SQLException {
        return value instanceof Collection<?> texts ? connection.createArrayOf("text", texts.toArray()) : value;
    }

    private static List<OfficerRelation> all(PreparedStatement select) throws SQLException {
        var rows = select.executeQuery();
        var relations = new ArrayList<OfficerRelation>();
        while (rows.next()) {
            relations.add(read(rows));
        }
        return relations;
    }

    private static List<String> officers(PreparedStatement select) throws SQLException {
        var rows = select.executeQuery();
        var officers = new ArrayList<String>();
        while (rows.next()) {
            officers.add(rows.getString(1));
        }
        return officers;
    }

    private static OfficerRelation read(ResultSet row) throws SQLException {
        var kind = row.getString("kind");
        return new OfficerRelation(
                row.getString("id"),
                row.getString("officer"),
                row.getString("related"),
                kind == null ? null : OfficerRelation.Kind.valueOf(kind),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }
}
