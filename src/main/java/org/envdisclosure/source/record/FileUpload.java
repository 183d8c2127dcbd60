package org.envdisclosure.source.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.envdisclosure.platform.attachment.AttachmentStore;
import org.envdisclosure.platform.ingest.BatchRequest;
import org.envdisclosure.platform.ingest.ManualBatches;
import org.envdisclosure.platform.ingest.Receipt;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.sql.Transactions;
import org.envdisclosure.platform.web.JsonText;
import org.envdisclosure.source.rules.privacy.PrivacyScan;

/**
 * Takes a file of a record in: cleaned, written to disk, looked through, then its row. What nobody can look through by itself, a picture or
 * a scan, waits for a reviewer always.
 */
@ApplicationScoped
class FileUpload {

    private static final String NEWEST = """
            SELECT original_id, record_id, received FROM supervision_originals WHERE record_id = ? AND state <> 'superseded' ORDER BY coalesce(received_again_at, received_at) DESC, original_id DESC LIMIT 1
            """;
    private static final String ADD = """
            INSERT INTO supervision_attachments (record_id, sha256, received_sha256, name, media_type, bytes, hits, state, received_at, received_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (record_id, received_sha256, name) DO NOTHING
            """;
    private static final String STANDING = "SELECT sha256, bytes, state, media_type FROM supervision_attachments WHERE record_id = ? AND received_sha256 = ? AND name = ?";

    private final Transactions transactions;
    private final FileIntake intake;
    private final AttachmentStore store;
    private final ManualBatches batches;
    private final Clock clock;

    FileUpload(Transactions transactions, FileIntake intake, AttachmentStore store, ManualBatches batches, Clock clock) {
        this.transactions = transactions;
        this.intake = intake;
        this.store = store;
        this.batches = batches;
        this.clock = clock;
    }

    /** What became of a file. */
    record Taken(String record, String name, String sha256, long bytes, String mediaType, String state, boolean isNew, Receipt receipt) {
    }

    /**
     * Blocks.
     *
     * @throws ApiProblem 404 for a record that never came
     */
    Taken take(String record, FileQuestion question, byte[] file, String keyName) throws IOException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try {
            List<String> own = transactions.run(connection -> own(connection, record));
            PreparedFile prepared = intake.prepare(file, question.mediaType());
            List<Map<String, Object>> hits = hits(question.name(), prepared, own);
            String received = AttachmentStore.sha256(file);
            String sha256 = store.put(prepared.bytes());
            AtomicBoolean added = new AtomicBoolean();
            RevisionPlan plan = RevisionPlan.ofOne("attachment", (id, connection) -> {
                try (PreparedStatement insert = connection.prepareStatement(ADD)) {
                    Object[] values = {record, sha256, received, question.name(), question.mediaType(), prepared.bytes().length, json(hits), hits.isEmpty() ? "published" : "held",
                        Timestamp.from(now), keyName};
                    for (int i = 0; i < values.length; i++) {
                        insert.setObject(i + 1, values[i]);
                    }
                    added.set(insert.executeUpdate() > 0);
                    return added.get() && hits.isEmpty();
                }
            });
            Receipt receipt = batches.take(plan, keyName, DataStatus.REALTIME, RevisionPlan.records(List.of(record)), new BatchRequest.Enclosed(received, file.length));
            return transactions.run(connection -> standing(connection, record, received, question.name(), added.get(), receipt));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** What of the record's own row must not be in its files. */
    private static List<String> own(Connection connection, String record) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEWEST)) {
            select.setString(1, record);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw KnownRecords.unknown(record);
                }
                return new HeldRecord(row.getLong(1), row.getString(2), row.getString(3)).row().own();
            }
        }
    }

    private static List<Map<String, Object>> hits(String name, PreparedFile prepared, List<String> own) {
        List<Map<String, Object>> hits = new ArrayList<>();
        PrivacyScan.of("name", name, own).forEach(hit -> hits.add(Arriving.told(hit, name)));
        PrivacyScan.of("content", prepared.text(), own).forEach(hit -> hits.add(Arriving.told(hit, prepared.text())));
        if (!prepared.readable()) {
            Map<String, Object> unreadable = new LinkedHashMap<>();
            unreadable.put("field", "content");
            unreadable.put("kind", "unreadable");
            unreadable.put("text", "");
            unreadable.put("from", 0);
            unreadable.put("to", 0);
            hits.add(unreadable);
        }
        return hits;
    }

    private static String json(Object value) {
        return new String(JsonText.bytes(value), StandardCharsets.UTF_8);
    }

    private static Taken standing(Connection connection, String record, String received, String name, boolean isNew, Receipt receipt) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(STANDING)) {
            select.setString(1, record);
            select.setString(2, received);
            select.setString(3, name);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Taken(record, name, row.getString(1), row.getLong(2), row.getString(4), row.getString(3), isNew, receipt);
            }
        }
    }
}
