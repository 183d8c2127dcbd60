package org.envdisclosure.air.photo;

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

/** The files views need: of every picture a view ever had, those taken down too, until its retention has ended. */
@ApplicationScoped
@Unremovable
class PhotoFileNames implements AttachmentNames {

    private static final String PRESENT = """
            SELECT t.%1$s FROM air_photos_taken t WHERE t.%1$s = ANY (?) AND t.expired_at IS NULL
            """;
    private static final String PAST = """
            SELECT h.%1$s FROM air_photos_taken_history h JOIN air_photos_taken t USING (station_code, camera, taken_at)
             WHERE h.%1$s = ANY (?) AND t.expired_at IS NULL
            """;
    private static final List<String> QUESTIONS = List.of(PRESENT.formatted("sha256"), PRESENT.formatted("thumbnail_sha256"),
            PAST.formatted("sha256"), PAST.formatted("thumbnail_sha256"));

    @Override
    public Set<String> named(Connection connection, List<String> sha256) throws SQLException {
        Set<String> named = new HashSet<>();
        for (String question : QUESTIONS) {
            try (PreparedStatement select = connection.prepareStatement(question)) {
                select.setArray(1, connection.createArrayOf("text", sha256.toArray()));
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        named.add(rows.getString(1));
                    }
                }
            }
        }
        return named;
    }
}
