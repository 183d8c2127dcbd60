package org.envdisclosure.source.record;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.envdisclosure.platform.attachment.AttachmentNames;

/** The files records need: all that ever came, also those that were refused or whose record was withdrawn, for the bureau. */
@ApplicationScoped
@Unremovable
class RecordFileNames implements AttachmentNames {

    private static final String NAMED = "SELECT DISTINCT sha256 FROM supervision_attachments WHERE sha256 = ANY (?)";

    @Override
    public Set<String> named(Connection connection, List<String> sha256) throws SQLException {
        Set<String> named = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(NAMED)) {
            select.setArray(1, connection.createArrayOf("text", sha256.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    named.add(rows.getString(1));
                }
            }
        }
        return named;
    }
}
