package org.envdisclosure.source.record;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A source and a limit of the register, as they stand in its tables. */
final class SourceRow {

    private SourceRow() {
    }

    static void enter(AgroalDataSource database, String source) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO sources_entered (source_id, valid_from, name, sensitive, revision) VALUES ('%1$s', '2024-01-01', '示例源一', false, 0), ('%1$s', '2025-01-01', '示例源二', false, 0)
                        ON CONFLICT DO NOTHING;
                    INSERT INTO sources_limits (limit_id, valid_from, source_id, outlet_code, factor_code, factor_name, averaging, limit_high, unit, revision)
                    VALUES ('%1$s.DW001.w01018.24h', '2024-06-01', '%1$s', 'DW001', 'w01018', '化学需氧量', '24h', 50, 'mg/L', 0) ON CONFLICT DO NOTHING
                    """.formatted(source));
        }
    }
}
