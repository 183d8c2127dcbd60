package org.envdisclosure.platform.archive;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.Optional;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.sql.Transactions;

/** Reads listed files through, before they become the only copy of what they hold. */
@ApplicationScoped
public class ArchiveProof {

    private static final String FILES = """
            SELECT a.month, a.revision, a.file, a.sha256
              FROM archive AS a JOIN dataset_month AS m ON m.dataset = a.dataset AND m.month = a.month AND m.revision = a.revision
             WHERE a.dataset = ? AND a.layout = ? AND a.month <= ?
             ORDER BY a.month
            """;

    private final ArchiveStore store;
    private final ArchiveDamage damage;
    private final Transactions transactions;

    ArchiveProof(ArchiveStore store, ArchiveDamage damage, Transactions transactions) {
        this.store = store;
        this.damage = damage;
        this.transactions = transactions;
    }

    /**
     * The first month up to {@code last} of which a file of its present state is lost or not what was written; it is then built again. Empty
     * when all are sound. Blocks for as long as reading them takes.
     */
    public Optional<YearMonth> firstUnsound(Dataset dataset, YearMonth last) throws SQLException {
        ArchivedDataset archived = ArchivedDataset.of(dataset).orElseThrow();
        return transactions.run(connection -> firstUnsound(connection, archived, last));
    }

    private Optional<YearMonth> firstUnsound(Connection connection, ArchivedDataset dataset, YearMonth last) throws SQLException {
        try (PreparedStatement files = connection.prepareStatement(FILES)) {
            files.setString(1, dataset.id());
            files.setString(2, dataset.layout());
            files.setObject(3, last.atDay(1));
            try (ResultSet file = files.executeQuery()) {
                while (file.next()) {
                    Path path = store.path(dataset.id(), file.getString("file"));
                    if (!sha256(path).equals(Optional.of(file.getString("sha256")))) {
                        YearMonth month = YearMonth.from(file.getObject("month", LocalDate.class));
                        damage.found(dataset, month, file.getLong("revision"), path);
                        return Optional.of(month);
                    }
                }
                return Optional.empty();
            }
        }
    }

    private static Optional<String> sha256(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            DigestInputStream digested = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"));
            digested.transferTo(OutputStream.nullOutputStream());
            return Optional.of(HexFormat.of().formatHex(digested.getMessageDigest().digest()));
        } catch (IOException unreadable) {
            Log.warnf("a file of a month cannot be read: file=%s reason=%s", file, unreadable.getMessage());
            return Optional.empty();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
