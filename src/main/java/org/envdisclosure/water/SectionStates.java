package org.envdisclosure.water;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.envdisclosure.platform.ingest.IngestPlan;
import org.envdisclosure.platform.ingest.Merge;
import org.envdisclosure.platform.ingest.Stage;
import org.jspecify.annotations.Nullable;

/** The states of stations that one batch tells of beside its readings: staged as they come, published with the batch. */
final class SectionStates {

    private final IngestPlan.BatchContext context;
    private final Connection connection;
    private final UUID batch;
    private @Nullable Stage stage;
    private long alone;
    private long revision;

    /** A state could not be staged. */
    static final class Unstaged extends RuntimeException {
        Unstaged(Exception cause) {
            super(cause);
        }
    }

    SectionStates(IngestPlan.BatchContext context) {
        this.context = context;
        this.connection = context.connection();
        this.batch = context.batch();
    }

    void seen(String section, LocalDate day, StationState state) {
        try {
            context.settle();
            stage = stage == null ? Stage.open(connection, WaterTables.STATES) : stage;
            stage.received(0, "").text(section).date(day).text(state.wire());
            stage.endRow();
        } catch (SQLException | IOException failure) {
            throw new Unstaged(failure);
        }
    }

    /** A record was a state and nothing else. */
    void takenApart() {
        alone++;
    }

    /** Records that were no readings. */
    long count() {
        return alone;
    }

    /** Of the states; 0 when all were known. */
    long revision() {
        return revision;
    }

    /** Under the dataset's lock. */
    void publish() throws SQLException, IOException {
        if (stage != null) {
            stage.complete();
            Merge merge = new Merge(connection, WaterTables.STATES, batch, new Merge.Reasons("resend", "recalculation"));
            merge.settleRepeats();
            merge.compare();
            revision = merge.publish().revision();
        }
    }
}
