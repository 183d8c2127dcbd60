package org.envdisclosure.platform.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.Format;
import org.envdisclosure.platform.sql.Sql;

/** Prints a select as an export would, without HTTP. */
final class Exports {

    private Exports() {
    }

    static String print(Connection connection, List<Column> columns, String select, Format format) throws SQLException, IOException {
        return print(connection, new ExportRequest(columns, Sql.of(select), format, false, Coding.IDENTITY));
    }

    static String print(Connection connection, ExportRequest request) throws SQLException, IOException {
        Sql select = request.anySelect().orElseThrow();
        DeclaredColumns.require(request.columns(), select, connection);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SnapshotConnection snapshot = new SnapshotConnection(connection, kept -> { }, Duration.ofMinutes(1), Duration.ofMinutes(1));
        boolean clean = false;
        try {
            new RowPump(snapshot.copy(select.literal()), request.rowFormat(), out).run(true);
            clean = true;
        } finally {
            snapshot.end(clean);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
