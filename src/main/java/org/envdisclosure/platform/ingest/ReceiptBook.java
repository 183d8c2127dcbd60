package org.envdisclosure.platform.ingest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes receipts. */
final class ReceiptBook {

    private static final String WRITE = """
            INSERT INTO ingest_batch (batch_id, dataset, layout, data_status, mode, state, failure, key_name, received_at, finished_at,
                                      sha256, bytes, received, inserted, unchanged, corrected, rejected, time_from, time_to, revision, extras)
            VALUES (?::uuid, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            """;

    private ReceiptBook() {
    }

    static Receipt write(Connection connection, Receipt receipt) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(WRITE)) {
            Object[] values = {receipt.batchId().toString(), receipt.dataset(), receipt.layout(), receipt.dataStatus(), receipt.mode(),
                receipt.state(), receipt.failure(), receipt.keyName(), timestamp(receipt.receivedAt()), timestamp(receipt.finishedAt()),
                receipt.sha256(), receipt.bytes(), receipt.received(), receipt.inserted(), receipt.unchanged(), receipt.corrected(),
                receipt.rejected(), timestamp(receipt.timeFrom()), timestamp(receipt.timeTo()),
                receipt.revision() == 0 ? null : receipt.revision(), json(receipt.extras())};
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
            return receipt;
        }
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static String json(Map<String, Long> extras) {
        return extras.entrySet().stream().map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
