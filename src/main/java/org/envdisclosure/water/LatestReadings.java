package org.envdisclosure.water;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.envdisclosure.platform.dataset.AsOf;
import org.envdisclosure.platform.dataset.Relation;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.platform.sql.SqlLiteral;
import org.envdisclosure.water.rules.QualityColors;
import org.envdisclosure.water.rules.WaterClass;
import org.envdisclosure.water.rules.WaterQuality;
import org.jspecify.annotations.Nullable;

/** The newest reading of every section in the register, with what it means; words and colours come from the rules. */
final class LatestReadings {

    // a station that stops repeats its last sampling, which stays what it was
    private static final String STATE = "coalesce(later.station_state, r.station_state) AS station_state";

    /** Of the database's clock, for whoever reads the view. */
    static final Sql DATABASE_CLOCK = Sql.of("now()");

    private LatestReadings() {
    }

    /** @param now what ages are counted from, and whose day in China decides which sections are in force */
    static Sql at(@Nullable AsOf asOf, Instant now, Duration staleAfter, QualityColors colors) {
        return at(asOf, Sql.of("?", now), staleAfter, colors);
    }

    static Sql at(@Nullable AsOf asOf, Sql now, Duration staleAfter, QualityColors colors) {
        List<String> names = new ArrayList<>(List.of("sampled_at"));
        names.addAll(WaterColumns.names(WaterColumns.items(WaterTables.AUTOMATIC)));
        names.addAll(WaterColumns.names(WaterColumns.judged()));
        names.addAll(WaterColumns.names(WaterColumns.status()));
        List<String> reading = new ArrayList<>(List.of("section_code"));
        reading.addAll(names);
        return Sql.of("(SELECT s.section_code, " + names.stream().map(name -> name.equals("station_state") ? STATE : "r." + name).collect(Collectors.joining(", "))
                        + ", r.revision, s.name, s.province, s.basin, s.river, s.waterbody, s.target_class, s.longitude, s.latitude, "
                        + "q.category_zh, q.category_en, q.color, q.rank <= t.rank AS target_met, floor(extract(epoch FROM ").then(now)
                .then(" - r.sampled_at) / 60)::integer AS age_minutes, ").then(now)
                .then(" - r.sampled_at > " + staleAfter.toSeconds() + " * interval '1 second' AS stale FROM (SELECT * FROM ")
                .then(Relation.revisedAt("water-sections", "water_sections", WaterColumns.names(WaterColumns.section()), asOf))
                .then(" WHERE valid_from <= ").then(day(now)).then(" AND (valid_to IS NULL OR valid_to > ").then(day(now))
                .then(")) AS s CROSS JOIN LATERAL (SELECT * FROM ")
                .then(Relation.revised("water_readings", reading, asOf))
                .then(" WHERE water_readings.section_code = s.section_code ORDER BY sampled_at DESC LIMIT 1) AS r "
                        + "LEFT JOIN LATERAL (SELECT station_state FROM ")
                .then(Relation.revisedAt("water-station-states", "water_station_states", List.of("section_code", "reported_on", "station_state"), asOf))
                .then(" WHERE water_station_states.section_code = s.section_code AND reported_on > (r.sampled_at AT TIME ZONE INTERVAL '+08:00')::date "
                        + "ORDER BY reported_on DESC LIMIT 1) AS later ON true "
                        + "LEFT JOIN " + classes("q", colors) + " ON q.class = r.water_class LEFT JOIN " + classes("t", colors) + " ON t.class = s.target_class) AS water_latest");
    }

    private static Sql day(Sql now) {
        return Sql.of("(").then(now).then(" AT TIME ZONE INTERVAL '+08:00')::date");
    }

    private static String classes(String alias, QualityColors colors) {
        return Arrays.stream(WaterClass.values()).map(waterClass -> row(waterClass, colors))
                .collect(Collectors.joining(", ", "(VALUES ", ") AS " + alias + "(class, rank, category_zh, category_en, color)"));
    }

    private static String row(WaterClass waterClass, QualityColors colors) {
        WaterQuality quality = waterClass.quality();
        return "(" + String.join(", ", SqlLiteral.of(waterClass.wire()), String.valueOf(waterClass.ordinal()), SqlLiteral.of(quality.title().zh()),
                SqlLiteral.of(quality.title().en()), SqlLiteral.of(colors.of(quality).hex())) + ")";
    }
}
