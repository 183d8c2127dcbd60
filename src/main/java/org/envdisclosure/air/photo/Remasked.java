package org.envdisclosure.air.photo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.envdisclosure.platform.withdrawal.Withdrawals;

/** A file that is sent again under another mask hides what the earlier mask had left open, at every past state. */
final class Remasked {

    /** What everybody is told. */
    static final String REASON = "由遮挡后的同一图片取代 / replaced by a masked picture";
    private static final String LESS_MASKED = """
            SELECT photo_id FROM air_photos_taken %1$s
            UNION SELECT photo_id FROM air_photos_taken_history %1$s
            """.formatted(" WHERE station_code = ? AND camera = ? AND taken_at = ? AND received_sha256 = ? AND mask_version <> ? AND photo_id <> ?");

    private static final String NOTE = "INSERT INTO air_photo_replaced (photo_id, withdrawn_at) SELECT unnest(?::text[]), ? ON CONFLICT DO NOTHING";
    private static final String REPLACED = """
            SELECT EXISTS (SELECT FROM withdrawal w
                            WHERE w.dataset = ? AND w.item = ? AND w.lifted_at IS NULL AND %s)
            """.formatted(isOne("w"));

    private Remasked() {
    }

    /** A condition on a row of withdrawals: whether it is of this kind, not one an administrator decided on. */
    static String isOne(String withdrawal) {
        return "EXISTS (SELECT FROM air_photo_replaced r WHERE r.photo_id = %1$s.item AND r.withdrawn_at = %1$s.withdrawn_at)".formatted(withdrawal);
    }

    /** Takes the earlier pictures of the file down. A picture without a mask hides nothing, so it replaces none. */
    static void withdrawEarlier(Connection connection, Photo photo, Withdrawals.Decision decision) throws SQLException {
        if (photo.maskVersion() > 0) {
            List<String> earlier = earlier(connection, photo);
            Withdrawals.withdraw(connection, PhotoTable.DATASET, earlier, decision);
            try (PreparedStatement note = connection.prepareStatement(NOTE)) {
                // one that was down already has another moment, and stays what it was
                note.setArray(1, connection.createArrayOf("text", earlier.toArray()));
                note.setTimestamp(2, Timestamp.from(decision.at()));
                note.executeUpdate();
            }
        }
    }

    /** The mask in force says now what may be seen: the picture it makes is shown, though another mask had once replaced it. */
    static void show(Connection connection, Photo photo, Withdrawals.Decision decision) throws SQLException {
        if (isReplaced(connection, photo.id())) {
            Withdrawals.lift(connection, PhotoTable.DATASET, photo.id(), List.of(photo.id()), decision);
        }
    }

    private static boolean isReplaced(Connection connection, String id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(REPLACED)) {
            select.setString(1, PhotoTable.DATASET);
            select.setString(2, id);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static List<String> earlier(Connection connection, Photo photo) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(LESS_MASKED)) {
            for (int first = 1; first <= 7; first += 6) {
                Standing.bind(select, first, photo.key());
                select.setString(first + 3, photo.receivedSha256());
                select.setInt(first + 4, photo.maskVersion());
                select.setString(first + 5, photo.id());
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
        }
        return ids;
    }
}
