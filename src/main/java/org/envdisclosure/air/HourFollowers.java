package org.envdisclosure.air;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.envdisclosure.platform.ingest.ReviewedTable;

/** What rests on hours: the hours of their cities in the same transaction, their days through the queue. */
final class HourFollowers {

    /** Hours whose state of review can be raised; their values stay, so that no sliding mean follows. */
    static final ReviewedTable REVIEWED = new ReviewedTable(AirTables.HOURLY, Set.of("air-hourly", "air-cities-hourly"), HourFollowers::follow);

    private HourFollowers() {
    }

    /**
     * @param connection whose stage of {@link AirTables#HOURLY} has been published
     * @param reason     why a city hour that stood already is computed anew
     */
    static void follow(Connection connection, UUID batch, String reason) throws SQLException, IOException {
        TouchedDays.gather(connection);
        int moved = FirstHours.followStage(connection);
        new CityHours(connection, batch, reason).followStage();
        StaleDays.followStage(connection);
        if (moved > 0) {
            MovedStarts.follow(connection);
        }
        StaleCompleteness.followHours(connection);
    }
}
