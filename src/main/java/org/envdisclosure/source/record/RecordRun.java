package org.envdisclosure.source.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.envdisclosure.platform.ingest.BatchRun;
import org.envdisclosure.platform.ingest.LayoutReader;
import org.envdisclosure.platform.ingest.Merge;
import org.envdisclosure.platform.ingest.Stage;
import org.envdisclosure.platform.sql.CopyText;
import org.envdisclosure.platform.sql.Sql;

/** One batch of records. What is held, or was refused before, never gets as far as the table everybody reads. */
final class RecordRun implements BatchRun<RecordRow> {

    private static final Sql NOT_PUBLISHED = Sql.of("verdict = 'i' AND record_id IN (SELECT record_id FROM " + Arriving.TABLE + " WHERE state <> 'published')");

    private final LayoutReader<RecordRow> reader;
    private final Arriving arriving;
    private final Connection connection;
    private final Instant now;
    private final String batch;
    private List<String> withFilesAgain = List.of();
    private Arriving.Counts counts = new Arriving.Counts(0, 0);

    RecordRun(LayoutReader<RecordRow> reader, Arriving arriving, Connection connection, Instant now, String batch) {
        this.reader = reader;
        this.arriving = arriving;
        this.connection = connection;
        this.now = now;
        this.batch = batch;
    }

    @Override
    public LayoutReader<RecordRow> reader() {
        return reader;
    }

    @Override
    public void write(RecordRow row, CopyText out) {
        try {
            arriving.add(row);
        } catch (SQLException failure) {
            throw new UncheckedIOException(new IOException(failure));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        RecordTable.write(row, row.shown(), now, out);
    }

    @Override
    public void beforeCompare(Stage stage) throws SQLException, IOException {
        counts = arriving.settle();
        FilesAgain.hold(connection);
        stage.remove(NOT_PUBLISHED);
        Arriving.execute(connection, Originals.COVER);
        stage.received(LawClock.standing(now));
        stage.complete();
        Arriving.execute(connection, RecordTable.FILL);
    }

    @Override
    public void beforePublish(Stage stage) throws SQLException {
        Originals.keep(connection, now, batch);
        LawClock.endArriving(connection, now);
        withFilesAgain = FilesAgain.revise(connection);
    }

    @Override
    public void afterPublish(Merge.Outcome outcome) throws SQLException {
        FilesAgain.tell(connection, withFilesAgain, outcome.revision());
        // what is withdrawn is told as that, whatever else happened to it
        RecordTable.tellWithdrawn(connection, outcome.revision());
    }

    @Override
    public long takenApart() {
        return counts.held() + counts.refused();
    }

    @Override
    public Map<String, Long> extras() {
        Map<String, Long> extras = new LinkedHashMap<>();
        extras.put("held", counts.held());
        if (counts.refused() > 0) {
            extras.put("refused_in_review", counts.refused());
        }
        return extras;
    }
}
