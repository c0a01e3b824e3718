package org.leye.platform.http.datakey;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.identity.FieldCipher;
import org.leye.platform.identity.SealedTable;

import io.quarkus.arc.All;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Everything the service keeps sealed, in the caller's transaction. */
@ApplicationScoped
class SealedColumns {

    private static final Logger LOG = Logger.getLogger(SealedColumns.class);

    /**
     * What came of one batch.
     *
     * @param last position of its last row; null when nothing was left behind the position before
     */
    record Batch(@Nullable List<String> last, long resealed, long unreadable) {}

    private record Value(List<String> key, String sealed) {}

    private final DataSource database;
    private final FieldCipher cipher;
    private final List<SealedColumn> columns;

    SealedColumns(DataSource database, FieldCipher cipher, @All List<SealedTable> tables) {
        this.database = database;
        this.cipher = cipher;
        this.columns = tables.stream()
                .flatMap(table -> SealedColumn.of(table).stream())
                .sorted(Comparator.comparing(SealedColumn::name))
                .toList();
    }

    /** In the order in which they are worked off. */
    List<SealedColumn> all() {
        return columns;
    }

    /** How many values lie under each key, by its id. Reads the whole column. */
    Map<String, Long> countByKey(SealedColumn column) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(column.countByKey())) {
            var rows = select.executeQuery();
            var counts = new TreeMap<String, Long>();
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getLong(2));
            }
            return counts;
        }
    }

    /** How many values of all columns lie under other keys than this. */
    long countOthers(String keyId) throws SQLException {
        long others = 0;
        for (var column : columns) {
            try (var connection = database.getConnection();
                    var select = connection.prepareStatement(column.countOthers())) {
                select.setString(1, keyId);
                var row = select.executeQuery();
                row.next();
                others += row.getLong(1);
            }
        }
        return others;
    }

    /** Seals the next values behind the position anew, under locks that last to the end of the transaction. */
    Batch sealAnew(SealedColumn column, @Nullable List<String> behind, int limit) throws SQLException {
        var values = lockOthers(column, behind, limit);
        long unreadable = 0;
        try (var connection = database.getConnection();
                var replace = connection.prepareStatement(column.replace())) {
            for (var value : values) {
                try {
                    replace.setString(1, cipher.sealAnew(value.sealed()));
                } catch (IllegalStateException | IllegalArgumentException e) {
                    LOG.errorf("A value of %s does not open and stays as it is: %s", column.name(), e.getMessage());
                    unreadable++;
                    continue;
                }
                bind(replace, 2, value.key());
                replace.setString(2 + value.key().size(), value.sealed());
                replace.addBatch();
            }
            long resealed = 0;
            for (int changed : replace.executeBatch()) {
                resealed += changed;
            }
            return new Batch(values.isEmpty() ? null : values.getLast().key(), resealed, unreadable);
        }
    }

    private List<Value> lockOthers(SealedColumn column, @Nullable List<String> behind, int limit) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(column.lockOthers(behind != null))) {
            select.setString(1, cipher.sealingKey());
            if (behind != null) {
                bind(select, 2, behind);
            }
            select.setInt(2 + (behind == null ? 0 : behind.size()), limit);
            var rows = select.executeQuery();
            var values = new ArrayList<Value>();
            while (rows.next()) {
                var key = new ArrayList<String>();
                for (int i = 1; i <= column.key().size(); i++) {
                    key.add(rows.getString(i));
                }
                values.add(new Value(key, rows.getString(column.key().size() + 1)));
            }
            return values;
        }
    }

    /** As text whose type the database tells from the column: keys are texts and numbers. */
    private static void bind(PreparedStatement statement, int first, List<String> key) throws SQLException {
        for (int i = 0; i < key.size(); i++) {
            statement.setObject(first + i, key.get(i), Types.OTHER);
        }
    }
}
