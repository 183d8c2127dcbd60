package org.envdisclosure.air;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.envdisclosure.air.rules.AqiEdition;
import org.envdisclosure.air.rules.AqiLevel;
import org.envdisclosure.platform.dataset.AsOf;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.Relation;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.platform.sql.SqlLiteral;
import org.jspecify.annotations.Nullable;

/** The newest hour of every station and city, with what it means; words and colours come from the rules, not from a table. */
final class LatestRelation {

    private static final int STALE_HOURS = 3;
    /** Of the database's clock, for whoever reads the views. */
    static final Sql DATABASE_CLOCK = Sql.of("now()");

    private LatestRelation() {
    }

    /** @param now what ages are counted from, and whose day in China decides which stations are in force */
    static Sql ofStations(@Nullable AsOf asOf, Instant now) {
        return ofStations(asOf, Sql.of("?", now));
    }

    static Sql ofStations(@Nullable AsOf asOf, Sql now) {
        List<Column> hour = new ArrayList<>(AirColumns.concentrations());
        hour.addAll(AirColumns.slidingMeans());
        hour.addAll(AirColumns.index());
        hour.addAll(AirColumns.reported());
        hour.addAll(AirColumns.status());
        List<String> names = new ArrayList<>(List.of("observed_at"));
        names.addAll(AirColumns.names(hour));
        List<String> hourly = new ArrayList<>(List.of("station_code"));
        hourly.addAll(names);
        return Sql.of("(SELECT s.station_code, " + prefixed("h.", names) + ", h.revision, s.name, s.name_en, s.city_code, s.city_name, "
                        + "s.longitude, s.latitude, ").then(advice(now)).then(" FROM (SELECT * FROM ")
                .then(Relation.revisedAt("air-stations", "air_stations", AirColumns.names(AirColumns.station()), asOf))
                .then(" WHERE valid_from <= ").then(day(now)).then(" AND (valid_to IS NULL OR valid_to > ").then(day(now))
                .then(")) AS s CROSS JOIN LATERAL (SELECT * FROM ")
                .then(Relation.revised("air_hourly", hourly, asOf))
                .then(" WHERE air_hourly.station_code = s.station_code ORDER BY observed_at DESC LIMIT 1) AS h "
                        + "LEFT JOIN " + levels() + " ON l.edition = h.aqi_standard AND l.level = h.aqi_level) AS air_latest");
    }

    /** @param now what ages are counted from */
    static Sql ofCities(@Nullable AsOf asOf, Instant now) {
        return ofCities(asOf, Sql.of("?", now));
    }

    static Sql ofCities(@Nullable AsOf asOf, Sql now) {
        List<Column> hour = new ArrayList<>(AirColumns.cityHour());
        hour.addAll(AirColumns.concentrations());
        hour.addAll(AirColumns.slidingMeans());
        hour.addAll(AirColumns.index());
        hour.addAll(AirColumns.status());
        hour.addAll(AirColumns.stationsBehind());
        List<String> names = AirColumns.names(hour);
        return Sql.of("(SELECT " + prefixed("h.", names) + ", h.revision, ").then(advice(now)).then(" FROM (SELECT city_code AS code FROM ")
                .then(Relation.revisedAt("air-stations", "air_stations", AirColumns.names(AirColumns.station()), asOf))
                .then(" UNION SELECT division_code FROM ")
                .then(Relation.revisedAt("air-stations", "air_stations", AirColumns.names(AirColumns.station()), asOf))
                .then(") AS c CROSS JOIN LATERAL (SELECT * FROM ")
                .then(Relation.revised("air_cities_hourly", names, asOf))
                .then(" WHERE air_cities_hourly.city_code = c.code ORDER BY observed_at DESC LIMIT 1) AS h "
                        + "LEFT JOIN " + levels() + " ON l.edition = h.aqi_standard AND l.level = h.aqi_level) AS air_cities_latest");
    }

    private static Sql advice(Sql now) {
        return Sql.of("l.category_zh, l.category_en, l.color, l.advice_zh, l.advice_en, floor(extract(epoch FROM ").then(now)
                .then(" - h.observed_at) / 60)::integer AS age_minutes, ").then(now)
                .then(" - h.observed_at > interval '" + STALE_HOURS + " hours' AS stale");
    }

    private static Sql day(Sql now) {
        return Sql.of("(").then(now).then(" AT TIME ZONE INTERVAL '+08:00')::date");
    }

    private static String prefixed(String alias, List<String> names) {
        return String.join(", ", names.stream().map(name -> alias + name).toList());
    }

    /** The levels of both editions as a list of rows. */
    private static String levels() {
        List<String> rows = new ArrayList<>();
        for (AqiEdition edition : AqiEdition.values()) {
            for (AqiLevel level : AqiLevel.values()) {
                rows.add("(" + String.join(", ", text(edition.label()), String.valueOf(level.number()), text(level.category().zh()),
                        text(level.category().en()), text(level.hex()), text(level.health(edition).advice().zh()),
                        text(level.health(edition).advice().en())) + ")");
            }
        }
        return "(VALUES " + String.join(", ", rows) + ") AS l(edition, level, category_zh, category_en, color, advice_zh, advice_en)";
    }

    private static String text(String value) {
        if (value.indexOf('?') >= 0) {
            throw new IllegalStateException("a question mark would be taken for a value: " + value);
        }
        return SqlLiteral.of(value);
    }
}
