package org.envdisclosure;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A random question to {@code /air/hourly}, in the words of the contract.
 *
 * @param stations codes, or null for all
 * @param cities   codes and names mixed, or null for all
 * @param from     exclusive, or null
 * @param to       inclusive, or null
 * @param statuses states of review, or null for all
 * @param fields   columns of the answer, in its order
 */
record HourlyQuestion(@Nullable List<String> stations, @Nullable List<String> cities, @Nullable Instant from, @Nullable Instant to,
                      @Nullable List<String> statuses, List<String> fields, boolean descending, boolean allFields) {

    static final List<String> COLUMNS = List.of("station_code", "observed_at", "pm25", "pm10", "so2", "no2", "o3", "co", "o3_8h",
            "pm25_24h", "pm10_24h", "iaqi_pm25", "iaqi_pm10", "iaqi_so2", "iaqi_no2", "iaqi_o3", "iaqi_co", "aqi", "aqi_level",
            "primary_pollutants", "aqi_standard", "aqi_na_reason", "beyond_index", "reported_aqi", "reported_primary_pollutants",
            "data_status", "flags");
    private static final List<String> STATUSES = List.of("realtime", "preliminary", "reviewed", "final");
    private static final DateTimeFormatter CHINA = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX").withZone(ZoneOffset.ofHours(8));

    /** Something about {@code world}; always bounded to its stations, as other tests write to the same service. */
    static HourlyQuestion random(Random random, AirWorld world) {
        boolean byCity = random.nextInt(3) > 0;
        Instant from = random.nextInt(4) == 0 ? null : world.hour(random.nextInt(AirWorld.HOURS - 1)).plusSeconds(random.nextInt(2) * 1800L);
        Instant to = random.nextInt(4) == 0 ? null : (from == null ? world.hour(0) : from).plusSeconds(1800L * (1 + random.nextInt(2 * AirWorld.HOURS)));
        boolean allFields = random.nextInt(3) == 0;
        return new HourlyQuestion(byCity && random.nextBoolean() ? null : some(random, world.stations()), byCity ? some(random, world.cityWords()) : null,
                from, to, random.nextInt(3) == 0 ? some(random, STATUSES) : null, allFields ? COLUMNS : shuffled(random, COLUMNS), random.nextBoolean(), allFields);
    }

    private static List<String> some(Random random, List<String> of) {
        return shuffled(random, of);
    }

    private static List<String> shuffled(Random random, List<String> of) {
        List<String> all = new ArrayList<>(of);
        java.util.Collections.shuffle(all, random);
        return List.copyOf(all.subList(0, 1 + random.nextInt(all.size())));
    }

    HourlyQuestion reversed() {
        return new HourlyQuestion(stations, cities, from, to, statuses, fields, !descending, allFields);
    }

    /** The query parameters, further ones added in pairs of name and value. */
    Map<String, String> asked(String... more) {
        Map<String, String> query = new LinkedHashMap<>();
        put(query, "station", stations);
        put(query, "city", cities);
        put(query, "data_status", statuses);
        if (from != null) {
            query.put("from", CHINA.format(from));
        }
        if (to != null) {
            query.put("to", CHINA.format(to));
        }
        if (!allFields) {
            query.put("fields", String.join(",", fields));
        }
        if (descending) {
            query.put("order", "desc");
        }
        for (int i = 0; i < more.length; i += 2) {
            query.put(more[i], more[i + 1]);
        }
        return query;
    }

    private static void put(Map<String, String> query, String name, @Nullable List<String> values) {
        if (values != null) {
            query.put(name, String.join(",", values));
        }
    }
}
