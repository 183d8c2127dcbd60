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
import java.util.Set;
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
            Set<String> own = transactions.run(connection -> OwnValues.of(connection, record));
            PreparedFile prepared = intake.prepare(file, question.mediaType());
            List<Map<String, Object>> found = hits(question.name(), prepared, own);
            String received = AttachmentStore.sha256(file);
            String sha256 = store.put(prepared.bytes());
            AtomicBoolean added = new AtomicBoolean();
            RevisionPlan plan = RevisionPlan.ofOne("attachment", (id, connection) -> {
                // what arrived in the meantime it was not looked through for
                List<Map<String, Object>> hits = own.containsAll(OwnValues.of(connection, record)) ? found : with(found, "own_field");
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

    private static List<Map<String, Object>> hits(String name, PreparedFile prepared, Set<String> own) {
        List<Map<String, Object>> hits = new ArrayList<>();
        PrivacyScan.of("name", name, own).forEach(hit -> hits.add(Arriving.told(hit, name)));
        PrivacyScan.of("content", prepared.text(), own).forEach(hit -> hits.add(Arriving.told(hit, prepared.text())));
        return prepared.readable() ? hits : with(hits, "unreadable");
    }

    /** One more that is nowhere in particular. */
    private static List<Map<String, Object>> with(List<Map<String, Object>> hits, String kind) {
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("field", "content");
        more.put("kind", kind);
        more.put("text", "");
        more.put("from", 0);
        more.put("to", 0);
        List<Map<String, Object>> all = new ArrayList<>(hits);
        all.add(more);
        return all;
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
