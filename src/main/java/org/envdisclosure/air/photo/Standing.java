package org.envdisclosure.air.photo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.envdisclosure.platform.picture.PictureKind;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.platform.withdrawal.Withdrawals;
import org.jspecify.annotations.Nullable;

/**
 * What stands of a view before another picture of it is taken in.
 *
 * @param photo     the present one, or null
 * @param isExpired whether its files are gone
 * @param withdrawn why the present one or this very file was taken down, or null; what a better mask replaced is no reason
 */
record Standing(@Nullable Photo photo, boolean isExpired, @Nullable String withdrawn) {

    private static final String OF_KEY = " WHERE station_code = ? AND camera = ? AND taken_at = ?";
    private static final String PRESENT = """
            SELECT received_sha256, mask_version, expired_at IS NOT NULL, sha256, media_type, bytes, width, height, thumbnail_sha256, thumbnail_bytes
              FROM air_photos_taken
            """ + OF_KEY;
    private static final String EARLIER_WITHDRAWN = """
            SELECT withdrawn.reason
              FROM (SELECT DISTINCT photo_id FROM air_photos_taken_history %1$s AND received_sha256 = ?) AS p %2$s
             WHERE withdrawn.reason IS NOT NULL AND NOT %3$s
             LIMIT 1
            """;
    private static final String IDS = "SELECT photo_id FROM air_photos_taken %1$s UNION SELECT photo_id FROM air_photos_taken_history %1$s".formatted(OF_KEY);

    /** @param maskVersion what would be painted over the file, 0 for nothing */
    static Standing read(Connection connection, PhotoKey key, String receivedSha256, int maskVersion) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PRESENT)) {
            bind(select, 1, key);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return new Standing(null, false, null);
                }
                Photo photo = photo(row, key);
                Optional<String> itself = Withdrawals.reason(connection, PhotoTable.DATASET, photo.id());
                String withdrawn = itself.isPresent() || photo.isOf(receivedSha256, maskVersion) ? itself.orElse(null)
                        : earlierWithdrawn(connection, key, receivedSha256);
                return new Standing(photo, row.getBoolean(3), withdrawn);
            }
        }
    }

    private static Photo photo(ResultSet row, PhotoKey key) throws SQLException {
        PictureKind kind = PictureKind.ofMediaType(row.getString(5)).orElseThrow();
        return new Photo(key, row.getString(1), row.getInt(2), new Photo.Kept(row.getString(4), kind, row.getInt(6), row.getInt(7), row.getInt(8)),
                new Photo.Kept(row.getString(9), PictureKind.JPEG, row.getInt(10), 0, 0));
    }

    private static @Nullable String earlierWithdrawn(Connection connection, PhotoKey key, String receivedSha256) throws SQLException {
        Sql join = Withdrawals.join(PhotoTable.DATASET, "p.photo_id");
        try (PreparedStatement select = connection.prepareStatement(EARLIER_WITHDRAWN.formatted(OF_KEY, join.text(), Remasked.isOne("withdrawn")))) {
            bind(select, 1, key);
            select.setString(4, receivedSha256);
            select.setString(5, PhotoTable.DATASET);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    /** Whether the file under its mask is there already. */
    boolean isOf(Photo other) {
        return photo != null && photo.isOf(other.receivedSha256(), other.maskVersion());
    }

    /** Every picture a view ever had. */
    static List<String> ids(Connection connection, PhotoKey key) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(IDS)) {
            bind(select, 1, key);
            bind(select, 4, key);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
        }
        return ids;
    }

    static void bind(PreparedStatement statement, int first, PhotoKey key) throws SQLException {
        statement.setString(first, key.station());
        statement.setString(first + 1, key.camera());
        statement.setTimestamp(first + 2, Timestamp.from(key.takenAt()));
    }
}
