package org.envdisclosure.platform.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.envdisclosure.platform.sql.Sql;

/**
 * One read-only snapshot of the database, on a thread that may block: small queries and the stream that follows them see the same rows.
 * Its time zone is +08:00.
 */
public final class ExportSession {

    private final ExportPlace place;
    private final SnapshotConnection snapshot;
    private boolean streams;

    ExportSession(ExportPlace place, SnapshotConnection snapshot) {
        this.place = place;
        this.snapshot = snapshot;
    }

    /**
     * Runs a small query in the snapshot.
     *
     * @throws org.envdisclosure.platform.problem.ApiProblem when the database cannot answer just now, or not in time
     * @throws IllegalStateException                         when it refuses the query
     */
    public <T> T query(Sql sql, SnapshotQuery<T> answer) {
        try (Statement statement = snapshot.connection().createStatement()) {
            // the text is PostgreSQL's own, nothing in it is meant for the driver
            statement.setEscapeProcessing(false);
            try (ResultSet rows = statement.executeQuery(sql.literal())) {
                return answer.read(rows);
            }
        } catch (SQLException failure) {
            throw place.failed(failure);
        }
    }

    /**
     * Makes the body of an answer. Nothing is read before it is written; unless it is written, it costs nothing.
     *
     * @throws IllegalStateException                         when the select does not yield the declared columns
     * @throws org.envdisclosure.platform.problem.ApiProblem when the database cannot answer just now
     */
    public ExportStream stream(ExportRequest request) {
        if (streams) {
            throw new IllegalStateException("a session has one stream");
        }
        try {
            Optional<Sql> select = request.anySelect();
            if (select.isPresent()) {
                DeclaredColumns.require(request.columns(), select.get(), snapshot.connection());
            }
        } catch (SQLException failure) {
            throw place.failed(failure);
        }
        streams = true;
        return new ExportStream(request, place, snapshot);
    }

    boolean streams() {
        return streams;
    }
}
