package org.leye.platform.identity;

import java.util.List;

/**
 * A table that holds values of the {@link FieldCipher}. Declared by the module that owns the table, as a bean: a change of keys
 * reaches what is declared, and nothing else. A column that Hibernate writes is not updatable there, for an entity that was
 * read before would write its old value back.
 *
 * @param key the columns of the primary key
 * @param columns the columns with sealed values
 */
public record SealedTable(String table, List<String> key, List<String> columns) {

    public SealedTable {
        key = List.copyOf(key);
        columns = List.copyOf(columns);
    }
}
