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
import java.util.regex.Pattern;
import org.envdisclosure.platform.ingest.Merge;
import org.envdisclosure.platform.ingest.Stage;
import org.envdisclosure.platform.register.Register;
import org.envdisclosure.water.rules.Waterbody;
import org.jspecify.annotations.Nullable;

/**
 * The register as one batch sees it. A feed that names its sections by province and name registers those that are new; their code is
 * {@code X} and the first ten hexadecimal digits of SHA-256 of province and name, so that every service makes the same.
 */
final class Sections {

    // the national network has about 2 000 automatic stations
    private static final int MOST_STRANGERS = 10_000;
    private static final int DIGITS = 10;
    private static final int LONGEST_TEXT = 200;
    private static final String ALL = "SELECT section_code, valid_from, valid_to, waterbody, province, name FROM water_sections ORDER BY section_code, valid_from";
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final String KEEP_OTHERS = """
            UPDATE stage_water_sections AS s SET verdict = 'u'
             WHERE EXISTS (SELECT 1 FROM water_sections t WHERE t.section_code = s.section_code)
            """;

    private final Connection connection;
    private final UUID batch;
    private final Map<String, List<Span>> known = new HashMap<>();
    private final SectionNames names = new SectionNames();
    private final Map<SectionNames.Place, String> made = new HashMap<>();
    private final Map<String, Stranger> strangers = new LinkedHashMap<>();

    /** The days a version is valid, and what kind of water it lies in. */
    record Span(LocalDate from, @Nullable LocalDate to, Waterbody waterbody) {

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && (to == null || day.isBefore(to));
        }
    }

    /** A section nobody entered yet. */
    private record Stranger(SectionNames.Place place, @Nullable String basin) {
    }

    Sections(Connection connection, UUID batch) throws SQLException {
        this.connection = connection;
        this.batch = batch;
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(ALL)) {
            while (row.next()) {
                Span span = new Span(row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class),
                        Waterbody.ofWire(row.getString(4)).orElse(Waterbody.RIVER));
                known.computeIfAbsent(row.getString(1), code -> new ArrayList<>()).add(span);
                names.entered(row.getString(5), row.getString(6), row.getString(1), span);
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

    /** Whether a name can stand in the register. */
    static boolean isName(@Nullable String text) {
        return text != null && !text.isBlank() && text.length() <= LONGEST_TEXT && !CONTROL.matcher(text).find();
    }

    /** Whether the section a feed names is in the register by its name alone: then all the batch names must be known before {@link #codeOf} can tell. */
    boolean dependsOnTheRest(String province, String name) {
        SectionNames.Place place = new SectionNames.Place(province, name);
        names.told(place);
        return names.isByNameAlone(place, made(place));
    }

    /**
     * The code of a section a feed names: what somebody has entered goes before what a feed has, and a version of that day before others.
     *
     * @return null when there are too many already that nobody knows
     */
    @Nullable String codeOf(String province, String name, @Nullable String basin, LocalDate day) {
        SectionNames.Place place = new SectionNames.Place(province, name);
        String ownName = made(place);
        String entered = names.codeOf(place, ownName, day).orElse(null);
        if (entered != null) {
            return entered;
        }
        if (!known.containsKey(ownName) && !strangers.containsKey(ownName)) {
            if (strangers.size() >= MOST_STRANGERS) {
                return null;
            }
            strangers.put(ownName, new Stranger(place, isName(basin) ? basin : null));
        }
        return ownName;
    }

    private String made(SectionNames.Place place) {
        return made.computeIfAbsent(place, Sections::madeFrom);
    }

    private static String madeFrom(SectionNames.Place place) {
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
            stage.recomputed().text(stranger.getKey()).date(Register.START_NOT_KNOWN).text(said.place().name()).text(said.place().province()).text(said.basin())
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
