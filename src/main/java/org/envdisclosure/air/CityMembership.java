package org.envdisclosure.air;

/** Which evaluation points belong to which city and county, and when. */
final class CityMembership {

    /**
     * {@code membership (level, code, station_code, valid_from, valid_to, city_name, measured_pollutants)} as the first part of a
     * statement. A county's own row stands beside its city's; a city that is not divided, or a county that a feed calls a city, has no
     * second one.
     */
    static final String WITH = """
            WITH membership AS (
                SELECT b.level, b.code, v.station_code, v.valid_from, v.valid_to, v.city_name, v.measured_pollutants
                  FROM air_stations v
                 CROSS JOIN LATERAL (VALUES ('city', v.city_code), ('county', nullif(v.division_code, v.city_code))) AS b(level, code)
                 WHERE v.in_city_evaluation AND b.code IS NOT NULL
                   AND (b.level = 'city' OR b.code NOT IN (SELECT c.city_code FROM air_stations c WHERE c.city_code IS NOT NULL)))""";

    private CityMembership() {
    }
}
