package org.envdisclosure.air.photo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.envdisclosure.platform.withdrawal.Withdrawals;

/** A file that is sent again under another mask hides what the earlier mask had left open, at every past state. */
final class Remasked {

    /** What everybody is told; also tells such a takedown from one an administrator decided on. */
    static final String REASON = "由遮挡后的同一图片取代 / replaced by a masked picture";
    private static final String LESS_MASKED = """
            SELECT photo_id FROM air_photos_taken %1$s
            UNION SELECT photo_id FROM air_photos_taken_history %1$s
            """.formatted(" WHERE station_code = ? AND camera = ? AND taken_at = ? AND received_sha256 = ? AND mask_version <> ? AND photo_id <> ?");

    private Remasked() {
    }

    /** Takes the earlier pictures of the file down. A picture without a mask hides nothing, so it replaces none. */
    static void withdrawEarlier(Connection connection, Photo photo, Withdrawals.Decision decision) throws SQLException {
        if (photo.maskVersion() > 0) {
            Withdrawals.withdraw(connection, PhotoTable.DATASET, earlier(connection, photo), decision);
        }
    }

    /** The mask in force says now what may be seen: the picture it makes is shown, though another mask had once replaced it. */
    static void show(Connection connection, Photo photo, Withdrawals.Decision decision) throws SQLException {
        if (Withdrawals.reason(connection, PhotoTable.DATASET, photo.id()).filter(REASON::equals).isPresent()) {
            Withdrawals.lift(connection, PhotoTable.DATASET, photo.id(), List.of(photo.id()), decision);
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
