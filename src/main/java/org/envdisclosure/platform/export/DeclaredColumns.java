package org.envdisclosure.platform.export;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.ColumnType;
import org.envdisclosure.platform.sql.Sql;

/** Holds a select against the declaration of its columns before a byte of it is sent: COPY itself tells neither names nor types. */
final class DeclaredColumns {

    private DeclaredColumns() {
    }

    /**
     * Asks the server what the select would yield, without running it.
     *
     * @throws IllegalStateException when number, order, names or types differ from the declaration
     * @throws SQLException          when the server refuses the select
     */
    static void require(List<Column> columns, Sql select, Connection connection) throws SQLException {
        try (PreparedStatement described = connection.prepareStatement(select.jdbc())) {
            require(columns, described.getMetaData());
        }
    }

    private static void require(List<Column> columns, ResultSetMetaData found) throws SQLException {
        if (found.getColumnCount() != columns.size()) {
            throw new IllegalStateException("the select yields " + found.getColumnCount() + " columns, declared are " + columns.size());
        }
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            String name = found.getColumnLabel(i + 1);
            String type = found.getColumnTypeName(i + 1);
            if (!name.equals(column.name()) || !typesOf(column.type()).contains(type)) {
                throw new IllegalStateException("column %d of the select is %s %s, declared is %s %s"
                        .formatted(i + 1, name, type, column.name(), column.type().sqlType()));
            }
        }
    }

    /** The driver calls an integer that counts itself {@code serial}. */
    private static Set<String> typesOf(ColumnType type) {
        return switch (type) {
            case CODE, TEXT -> Set.of("text", "varchar");
            case DECIMAL -> Set.of("numeric");
            case INTEGER -> Set.of("int2", "int4", "int8", "smallserial", "serial", "bigserial");
            case BOOLEAN -> Set.of("bool");
            case INSTANT -> Set.of("timestamptz");
            case DATE -> Set.of("date");
            case CODE_LIST -> Set.of("_text", "_varchar");
            case RECORDS -> Set.of("json", "jsonb");
        };
    }
}
