package org.envdisclosure.air;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.envdisclosure.place.Divisions;
import org.envdisclosure.platform.ingest.Merge;
import org.envdisclosure.platform.ingest.Stage;
import org.envdisclosure.platform.measure.ReceivedValues;
import org.envdisclosure.platform.measure.ValueRange;
import org.envdisclosure.platform.register.Register;
import org.envdisclosure.platform.time.ChinaTime;
import org.jspecify.annotations.Nullable;

/**
 * The register as one batch sees it. A feed that describes its stations registers those that are new; what it says differently of a
 * known one becomes a proposal, because a feed's slip must not move a station.
 */
final class Stations {

    // about a hundred metres: less is another precision, not another place
    private static final BigDecimal SAME_PLACE_DEGREES = new BigDecimal("0.001");
    // the national network has about 2 000 stations
    private static final int MOST_STRANGERS = 10_000;
    private static final ValueRange DEGREES = ValueRange.of("-180", "180");
    private static final String NEWEST = """
            SELECT DISTINCT ON (station_code) station_code, name, city_name, longitude, latitude
              FROM air_stations ORDER BY station_code, valid_from DESC
            """;
    private static final String PROPOSE = """
            INSERT INTO air_station_proposals (station_code, proposed_from, name, city_name, longitude, latitude, batch_id)
            VALUES (?, ?::date, ?, ?, ?::numeric, ?::numeric, ?::uuid)
            ON CONFLICT DO NOTHING
            """;
    private static final String BEGAN_EARLIER = """
            UPDATE air_station_proposals SET proposed_from = ?::date
             WHERE station_code = ? AND ROW(name, city_name, longitude, latitude) IS NOT DISTINCT FROM ROW(?::text, ?::text, ?::numeric, ?::numeric)
               AND proposed_from > ?::date
            """;

    private final Connection connection;
    private final UUID batch;
    private final Map<String, Described> known = new HashMap<>();
    private final Map<String, Described> strangers = new LinkedHashMap<>();
    private final Map<String, Proposal> differing = new LinkedHashMap<>();
    private long registered;
    private long proposed;

    /** What a feed says of a station. */
    private record Described(@Nullable String name, @Nullable String cityName, @Nullable BigDecimal longitude, @Nullable BigDecimal latitude) {

        boolean saysOtherThan(Described register) {
            return name != null && !name.equals(register.name)
                    || cityName != null && !cityName.equals(register.cityName)
                    || far(longitude, register.longitude) || far(latitude, register.latitude);
        }

        private static boolean far(@Nullable BigDecimal here, @Nullable BigDecimal there) {
            return here != null && (there == null || here.subtract(there).abs().compareTo(SAME_PLACE_DEGREES) > 0);
        }
    }

    /** What a feed says differently, and the end of the earliest hour that said so. */
    private record Proposal(Described said, Instant hour) {

        Proposal or(@Nullable Proposal before) {
            return before != null && before.said.equals(said) && before.hour.isBefore(hour) ? before : this;
        }

        /** An hour that ends at midnight belongs to the day before. */
        String from() {
            return ChinaTime.dateOf(hour.minusNanos(1)).toString();
        }
    }

    Stations(Connection connection, UUID batch) throws SQLException {
        this.connection = connection;
        this.batch = batch;
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(NEWEST)) {
            while (rows.next()) {
                known.put(rows.getString(1), new Described(rows.getString(2), rows.getString(3), rows.getBigDecimal(4), rows.getBigDecimal(5)));
            }
        }
    }

    boolean knows(String code) {
        return known.containsKey(code);
    }

    /** Whether a feed's station is in the register or may still be entered: a file whose columns slipped must not fill the register. */
    boolean admits(String code) {
        return known.containsKey(code) || strangers.containsKey(code) || strangers.size() < MOST_STRANGERS;
    }

    /**
     * The feed names a station; null where it says nothing.
     *
     * @param hour end of the hour it speaks of
     */
    void seen(String code, Instant hour, @Nullable String name, @Nullable String cityName, @Nullable String longitude, @Nullable String latitude) {
        Described register = known.get(code);
        if (register != null && name == null || strangers.containsKey(code)) {
            return;
        }
        Described said = new Described(text(name), text(cityName), ReceivedValues.read(longitude, DEGREES).value(),
                ReceivedValues.read(latitude, DEGREES).value());
        if (register == null) {
            strangers.put(code, said);
        } else if (said.saysOtherThan(register)) {
            differing.put(code, new Proposal(said, hour).or(differing.get(code)));
        }
    }

    private static @Nullable String text(@Nullable String said) {
        return said == null || said.isBlank() || said.equals("NA") ? null : said.strip();
    }

    /** Under the register's lock: enters strangers that nobody else entered meanwhile, and notes proposals. */
    void register() throws SQLException, IOException {
        if (!strangers.isEmpty()) {
            Divisions divisions = Divisions.read(connection);
            Stage stage = Stage.open(connection, AirTables.STATIONS);
            for (Map.Entry<String, Described> stranger : strangers.entrySet()) {
                write(stage, stranger.getKey(), stranger.getValue(), divisions);
            }
            stage.complete();
            Merge merge = new Merge(connection, AirTables.STATIONS, batch, new Merge.Reasons("resend", "recalculation"));
            keepWhatOthersEntered();
            merge.compare();
            registered = count("SELECT count(*) FROM stage_air_stations WHERE verdict = 'i'");
            merge.publish();
        }
        propose();
    }

    private void write(Stage stage, String code, Described said, Divisions divisions) throws SQLException, IOException {
        String city = said.cityName() == null ? null : divisions.codeOf(said.cityName());
        stage.recomputed().text(code).date(Register.START_NOT_KNOWN)
                .text(Objects.requireNonNullElse(said.name(), code)).text(null).text(city).text(said.cityName()).text(null)
                .number(said.longitude()).number(said.latitude()).text(null).number(null).text(null)
                .text(said.name() == null ? null : "national").bool(true).texts(null).text(null).text(null);
        stage.endRow();
    }

    private void keepWhatOthersEntered() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE stage_air_stations AS s SET verdict = 'u' WHERE EXISTS "
                    + "(SELECT 1 FROM air_stations t WHERE t.station_code = s.station_code)");
        }
    }

    private void propose() throws SQLException {
        if (differing.isEmpty()) {
            return;
        }
        try (PreparedStatement earlier = connection.prepareStatement(BEGAN_EARLIER); PreparedStatement insert = connection.prepareStatement(PROPOSE)) {
            for (Map.Entry<String, Proposal> entry : differing.entrySet()) {
                String code = entry.getKey();
                Described said = entry.getValue().said();
                String name = Objects.requireNonNullElse(said.name(), code);
                String from = entry.getValue().from();
                fill(earlier, from, code, name, said.cityName(), said.longitude(), said.latitude(), from);
                fill(insert, code, from, name, said.cityName(), said.longitude(), said.latitude(), batch.toString());
            }
            earlier.executeBatch();
            for (int inserted : insert.executeBatch()) {
                proposed += Math.max(inserted, 0);
            }
        }
    }

    private static void fill(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }

    private long count(String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    long registered() {
        return registered;
    }

    long proposed() {
        return proposed;
    }
}
