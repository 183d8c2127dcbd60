package org.envdisclosure.water;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.envdisclosure.platform.ingest.Merge;
import org.envdisclosure.platform.ingest.Stage;
import org.envdisclosure.water.rules.Waterbody;
import org.jspecify.annotations.Nullable;

/**
 * The register as one batch sees it. A feed that names its sections by province and name registers those that are new; their code is
 * {@code X} and the first ten hexadecimal digits of SHA-256 of province and name, so that every service makes the same.
 */
final class Sections {

    /** Register entries of a feed begin here: when the station really started is not known. */
    static final LocalDate START_NOT_KNOWN = LocalDate.of(1970, 1, 1);

    // the national network has about 2 000 automatic stations
    private static final int MOST_STRANGERS = 10_000;
    private static final int DIGITS = 10;
    private static final int LONGEST_TEXT = 200;
    private static final String ALL = "SELECT section_code, valid_from, valid_to, waterbody, province, name FROM water_sections ORDER BY section_code, valid_from";
    private static final String KEEP_OTHERS = """
            UPDATE stage_water_sections AS s SET verdict = 'u'
             WHERE EXISTS (SELECT 1 FROM water_sections t WHERE t.section_code = s.section_code)
            """;

    private final Connection connection;
    private final UUID batch;
    private final Map<String, List<Span>> known = new HashMap<>();
    private final Map<Place, String> codes = new HashMap<>();
    private final Map<String, Stranger> strangers = new LinkedHashMap<>();

    /** The days a version is valid, and what kind of water it lies in. */
    private record Span(LocalDate from, @Nullable LocalDate to, Waterbody waterbody) {

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && (to == null || day.isBefore(to));
        }
    }

    /** How a feed names a section. */
    private record Place(String province, String name) {
    }

    /** A section nobody entered yet. */
    private record Stranger(Place place, @Nullable String basin) {
    }

    Sections(Connection connection, UUID batch) throws SQLException {
        this.connection = connection;
        this.batch = batch;
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(ALL)) {
            while (row.next()) {
                known.computeIfAbsent(row.getString(1), code -> new ArrayList<>()).add(new Span(row.getObject(2, LocalDate.class),
                        row.getObject(3, LocalDate.class), Waterbody.ofWire(row.getString(4)).orElse(Waterbody.RIVER)));
                if (row.getString(5) != null) {
                    codes.put(new Place(row.getString(5), row.getString(6)), row.getString(1));
                }
            }
        }
    }

    boolean knows(String code) {
        return known.containsKey(code);
    }

    /** What the section lies in on a day; of the nearest version where none was valid, a river where nothing is known. */
    Waterbody waterbodyOn(String code, LocalDate day) {
        List<Span> versions = known.getOrDefault(code, List.of());
        return versions.stream().filter(version -> version.holds(day)).findFirst()
                .or(() -> versions.stream().filter(version -> version.from().isAfter(day)).findFirst())
                .or(() -> versions.stream().reduce((older, newer) -> newer))
                .map(Span::waterbody).orElse(Waterbody.RIVER);
    }

    /** The code of a section a feed names; null when it cannot be registered: names too long, or too many that nobody knows. */
    @Nullable String codeOf(String province, String name, @Nullable String basin) {
        Place place = new Place(province, name);
        String code = codes.get(place);
        if (code == null && strangers.size() < MOST_STRANGERS && province.length() <= LONGEST_TEXT && name.length() <= LONGEST_TEXT) {
            code = madeFrom(place);
            codes.put(place, code);
            if (!known.containsKey(code)) {
                strangers.put(code, new Stranger(place, basin == null || basin.length() > LONGEST_TEXT ? null : basin));
            }
        }
        return code;
    }

    private static String madeFrom(Place place) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest((place.province() + place.name()).getBytes(StandardCharsets.UTF_8));
            return "X" + HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** Under the register's lock: enters strangers that nobody else entered meanwhile; how many. */
    long register() throws SQLException, IOException {
        if (strangers.isEmpty()) {
            return 0;
        }
        Stage stage = Stage.open(connection, WaterTables.SECTIONS);
        for (Map.Entry<String, Stranger> stranger : strangers.entrySet()) {
            Stranger said = stranger.getValue();
            stage.recomputed().text(stranger.getKey()).date(START_NOT_KNOWN).text(said.place().name()).text(said.place().province()).text(said.basin())
                    .text(null).text(Waterbody.RIVER.wire()).text(null).text(null).text(null).text(null).texts(null)
                    .number(null).number(null).text(null).text(null);
            stage.endRow();
        }
        stage.complete();
        Merge merge = new Merge(connection, WaterTables.SECTIONS, batch, new Merge.Reasons("resend", "recalculation"));
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(KEEP_OTHERS);
            merge.compare();
            try (ResultSet row = statement.executeQuery("SELECT count(*) FROM stage_water_sections WHERE verdict = 'i'")) {
                row.next();
                long entered = row.getLong(1);
                merge.publish();
                return entered;
            }
        }
    }
}
