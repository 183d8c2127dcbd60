package org.envdisclosure.platform.archive;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.envdisclosure.platform.dataset.Dataset;
import org.jspecify.annotations.Nullable;

/** The listed files, for whoever wants to have them. */
@ApplicationScoped
public class Archives {

    private static final String COLUMNS = "a.dataset, a.month, a.revision, a.layout, a.format, a.file, a.rows, a.bytes, a.sha256, a.built_at";
    private static final String LIST = """
            SELECT %s
              FROM archive AS a
             WHERE ($1::text[] IS NULL OR a.dataset = ANY ($1))
               AND ($2::date IS NULL OR a.month = $2)
               AND ($3::text IS NULL OR a.format = $3)
               AND ($4 OR NOT EXISTS (SELECT 1 FROM archive AS newer
                                       WHERE newer.dataset = a.dataset AND newer.month = a.month AND newer.format = a.format
                                         AND (newer.revision, newer.built_at) > (a.revision, a.built_at)))
             ORDER BY a.dataset, a.month, a.format, a.revision, a.built_at
            """.formatted(COLUMNS);
    private static final String BY_FILE = "SELECT " + COLUMNS + " FROM archive AS a WHERE a.file = $1 LIMIT 1";

    private final Pool pool;

    Archives(Pool pool) {
        this.pool = pool;
    }

    /**
     * Which files are asked for.
     *
     * @param datasets     their ids; empty for all
     * @param month        null for all
     * @param format       null for all
     * @param allRevisions whether those a correction has superseded are among them
     */
    public record Selection(List<String> datasets, @Nullable YearMonth month, @Nullable ArchiveFormat format, boolean allRevisions) {
    }

    /** By dataset, month and format. */
    public Uni<List<Archive>> list(Selection selection) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(selection.datasets().isEmpty() ? null : selection.datasets().toArray(String[]::new),
                        selection.month() == null ? null : selection.month().atDay(1),
                        selection.format() == null ? null : selection.format().wire(), selection.allRevisions()))
                .map(Archives::read);
    }

    /** The file with this name. */
    public Uni<Optional<Archive>> find(String file) {
        return pool.preparedQuery(BY_FILE).execute(Tuple.of(file)).map(rows -> read(rows).stream().findFirst());
    }

    /**
     * The first month up to {@code last} that does not stand as files of its present state; empty when all of them do. Of a dataset whose
     * months are not kept it is the last.
     */
    public static Optional<YearMonth> firstUnbuilt(Connection connection, Dataset dataset, YearMonth last) throws SQLException {
        Optional<ArchivedDataset> archived = ArchivedDataset.of(dataset);
        return archived.isEmpty() ? Optional.of(last) : ArchiveLedger.unbuilt(connection, archived.get(), last, Duration.ZERO).stream().findFirst();
    }

    private static List<Archive> read(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(Archives::read).toList();
    }

    private static Archive read(Row row) {
        return new Archive(row.getString(0), YearMonth.from(row.getLocalDate(1)), row.getLong(2), row.getString(3),
                ArchiveFormat.ofWire(row.getString(4)).orElseThrow(), row.getString(5), row.getLong(6), row.getLong(7), row.getString(8),
                row.getOffsetDateTime(9).toInstant());
    }
}
