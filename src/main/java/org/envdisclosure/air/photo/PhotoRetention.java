package org.envdisclosure.air.photo;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.envdisclosure.platform.attachment.AttachmentSweep;
import org.envdisclosure.platform.ingest.ManualBatches;
import org.envdisclosure.platform.ingest.Receipt;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.sql.Transactions;

/**
 * Lets old views go: first the rows say so, then their files are deleted; those that were taken down too. Every replica may do it:
 * the second finds nothing to do.
 */
@ApplicationScoped
class PhotoRetention {

    private static final int AT_ONCE = 500;
    private static final String OLD = """
            SELECT station_code, camera, taken_at FROM air_photos_taken
             WHERE taken_at < ? AND expired_at IS NULL ORDER BY taken_at, station_code, camera LIMIT
            """ + AT_ONCE;
    private static final String FILES = """
            SELECT sha256, thumbnail_sha256 FROM air_photos_taken WHERE station_code = ? AND camera = ? AND taken_at = ?
            UNION SELECT sha256, thumbnail_sha256 FROM air_photos_taken_history WHERE station_code = ? AND camera = ? AND taken_at = ?
            """;

    private final PhotoConfig config;
    private final Clock clock;
    private final Transactions transactions;
    private final ManualBatches batches;
    private final AttachmentSweep sweep;
    private final MeterRegistry meters;

    PhotoRetention(PhotoConfig config, Clock clock, Transactions transactions, ManualBatches batches, AttachmentSweep sweep, MeterRegistry meters) {
        this.config = config;
        this.clock = clock;
        this.transactions = transactions;
        this.batches = batches;
        this.sweep = sweep;
        this.meters = meters;
    }

    @Scheduled(every = "1h", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void letGo() {
        config.retention().ifPresent(this::letGoQuietly);
    }

    private void letGoQuietly(Duration retention) {
        try {
            letGo(retention);
        } catch (SQLException | IOException | RuntimeException later) {
            Log.warnf("old views wait another hour: reason=%s", later.getMessage());
        }
    }

    /** The oldest moment of a view that is not let go at once; null while everything is kept. */
    void requireYoung(Instant takenAt) {
        config.retention().filter(retention -> takenAt.isBefore(clock.instant().minus(retention))).ifPresent(retention -> {
            throw ApiProblem.parameter("taken_at", "图片早于保留期限（%s），不再接收".formatted(retention), "the picture is older than pictures are kept (%s), so it is not taken".formatted(retention));
        });
    }

    /** Blocks until none is left. */
    void letGo(Duration retention) throws SQLException, IOException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<PhotoKey> old = old(now.minus(retention));
        while (!old.isEmpty()) {
            List<PhotoKey> these = old;
            List<String> files = transactions.run(connection -> files(connection, these));
            Receipt receipt = batches.take(new StandingPlan("expired", (key, connection) -> {
                StandingPlan.expire(key, connection, now);
                return false;
            }), "retention", DataStatus.REALTIME, these.stream().map(PhotoKey::record).toList(), null);
            int removed = sweep.removeUnnamed(files);
            meters.counter("envd_air_photos_expired").increment(receipt.corrected());
            Log.infof("views let go: views=%d files=%d", receipt.corrected(), removed);
            old = these.size() < AT_ONCE ? List.of() : old(now.minus(retention));
        }
    }

    private List<PhotoKey> old(Instant before) throws SQLException {
        return transactions.run(connection -> {
            List<PhotoKey> old = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(OLD)) {
                select.setTimestamp(1, Timestamp.from(before));
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        old.add(new PhotoKey(rows.getString(1), rows.getString(2), rows.getTimestamp(3).toInstant()));
                    }
                }
            }
            return old;
        });
    }

    private static List<String> files(Connection connection, List<PhotoKey> keys) throws SQLException {
        List<String> files = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(FILES)) {
            for (PhotoKey key : keys) {
                for (int first = 1; first <= 4; first += 3) {
                    select.setString(first, key.station());
                    select.setString(first + 1, key.camera());
                    select.setTimestamp(first + 2, Timestamp.from(key.takenAt()));
                }
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        files.addAll(List.of(rows.getString(1), rows.getString(2)));
                    }
                }
            }
        }
        return files;
    }
}
