package org.envdisclosure.air;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.envdisclosure.Taken;
import org.envdisclosure.platform.time.ChinaTime;

/**
 * Six days of five stations as the national feed brings them, over the border of a month. Nobody has entered the stations; they begin
 * on different days. Two with other cities have the same air.
 *
 * @param prefix of the stations' codes
 * @param big    name and code of the city of the first three
 * @param small  of the other two
 */
record FeedDays(String prefix, City big, City small) {

    static final LocalDate FIRST = LocalDate.of(2026, 4, 28);
    static final int DAYS = 6;
    static final int STATIONS = 5;
    private static final String HEADER = "timepoint,stationcode,longitude,latitude,area,positionname,primarypollutant,aqi,pm10,pm10_24h,pm2_5,pm2_5_24h,"
            + "o3,o3_24h,o3_8h,o3_8h_24h,no2,no2_24h,so2,so2_24h,co,co_24h\n";
    /** The day on which each station begins; the third falls silent again after its first day. */
    private static final int[] BEGINS = {0, 2, 3, 0, 4};
    private static final String SAME = "- ARRAY['computed_at', 'revision', 'revision_reason', 'batch_id', 'staged_digest']";

    /** A city of the division table. */
    record City(String name, String code) {
    }

    /** An hour of a station, counted from the first. */
    record Hour(int station, int number) {
    }

    /** In order of time. */
    List<Hour> hours() {
        List<Hour> hours = new ArrayList<>();
        for (int number = 0; number < DAYS * 24; number++) {
            for (int station = 0; station < STATIONS; station++) {
                int day = number / 24;
                boolean begun = day > BEGINS[station] || day == BEGINS[station] && number % 24 >= 3 * station;
                boolean silent = station == 2 && day == BEGINS[station] + 1 || (number * 7 + station) % 41 == 0;
                if (begun && !silent) {
                    hours.add(new Hour(station, number));
                }
            }
        }
        return hours;
    }

    /** Files of so many hours of time each, oldest first. */
    List<List<Hour>> files(int length) {
        List<List<Hour>> files = new ArrayList<>();
        for (int from = 0; from < DAYS * 24; from += length) {
            int first = from;
            files.add(hours().stream().filter(hour -> hour.number >= first && hour.number < first + length).toList());
        }
        return files;
    }

    /** @return how many stations it registered */
    int sent(List<Hour> hours) {
        StringBuilder body = new StringBuilder(HEADER);
        hours.forEach(hour -> body.append(line(hour)));
        Response answer = AirService.writing().contentType("text/csv").body(body.toString().getBytes(StandardCharsets.UTF_8)).post("/air/hourly?layout=cnemc");
        Taken.whole(answer);
        return answer.jsonPath().getInt("stations_registered");
    }

    private String line(Hour hour) {
        Random air = new Random(31L * (hour.station * 1_000 + hour.number));
        String end = ChinaTime.format(ChinaTime.startOf(FIRST).plusSeconds(3_600L * (hour.number + 1))).substring(0, 16).replace(":", "");
        return "%s,%s-%d,100.%d,30.5,%s,point %d,NA,NA,%d,NA,%s,NA,%d,NA,NA,NA,%d,NA,%d,NA,0.%d,NA\n".formatted(end, prefix, hour.station, hour.station,
                (hour.station < 3 ? big : small).name(), hour.station, 20 + air.nextInt(100), air.nextInt(15) == 0 ? "NA" : 5 + air.nextInt(80),
                20 + air.nextInt(150), 5 + air.nextInt(60), 2 + air.nextInt(20), 1 + air.nextInt(9));
    }

    /** What is published, without what tells when. */
    String state() throws SQLException {
        String stations = "station_code LIKE '%s-%%'".formatted(prefix);
        String cities = "city_code IN ('%s', '%s')".formatted(big.code(), small.code());
        StringBuilder state = new StringBuilder();
        for (String table : List.of("air_stations", "air_hourly", "air_daily", "air_monthly", "air_completeness")) {
            state.append(rows(table, stations));
        }
        for (String table : List.of("air_cities_hourly", "air_cities_daily", "air_cities_monthly")) {
            state.append(rows(table, cities));
        }
        return state.toString().replace(prefix, "").replace(big.code(), "BIG").replace(big.name(), "big").replace(small.code(), "SMALL").replace(small.name(), "small");
    }

    private static String rows(String table, String which) throws SQLException {
        return text("SELECT coalesce(string_agg('%1$s ' || row, E'\\n' ORDER BY row), '') FROM (SELECT (to_jsonb(t) %2$s)::text AS row FROM %1$s t WHERE %3$s) AS rows"
                .formatted(table, SAME, which)) + "\n";
    }

    /** By day, how many points the bigger city expected. */
    String expected() throws SQLException {
        return text("SELECT string_agg(stations_expected::text, ' ' ORDER BY date) FROM air_cities_daily WHERE city_code = '%s'".formatted(big.code()));
    }

    static String text(String sql) throws SQLException {
        try (Connection connection = AirService.database().getConnection()) {
            return text(connection, sql);
        }
    }

    static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        }
    }
}
