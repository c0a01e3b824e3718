package org.leye.platform.audit;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.identity.Actor;

/** Shows the trail to those who may read it, and writes down that they did, in the caller's transaction. */
@ApplicationScoped
class AuditReading {

    private static final String EVERYBODY = "*";

    private final DataSource database;
    private final AuditTrail trail;

    AuditReading(DataSource database, AuditTrail trail) {
        this.database = database;
        this.trail = trail;
    }

    /** Oldest first: ids count up with time. The look itself is not among the rows. */
    List<AuditRow> read(RowFilter filter, String afterId, int limit, Actor by) {
        var found = find(filter, afterId, limit);
        var about = filter.subject == null ? EVERYBODY : filter.subject;
        trail.record(by, "audit.read", about, null, filter + ", " + ids(found));
        return found;
    }

    private List<AuditRow> find(RowFilter filter, String afterId, int limit) {
        var conditions = filter.conditions();
        var behind = afterId.isEmpty() ? new UUID(0, 0) : UUID.fromString(afterId);
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select " + AuditRow.COLUMNS + " from audit_row where id > ?"
                        + conditions.stream().map(each -> " and " + each.sql()).collect(Collectors.joining())
                        + " order by id limit ?")) {
            int index = 1;
            select.setObject(index++, behind);
            for (var each : conditions) {
                select.setObject(index++, each.value());
            }
            select.setInt(index, limit);
            var found = new ArrayList<AuditRow>();
            var rows = select.executeQuery();
            while (rows.next()) {
                found.add(AuditRow.read(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the audit trail could not be read", e);
        }
    }

    private static String ids(List<AuditRow> rows) {
        return rows.stream().map(row -> row.id().toString()).collect(Collectors.joining(" "));
    }
}
