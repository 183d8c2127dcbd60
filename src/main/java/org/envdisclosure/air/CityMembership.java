package org.envdisclosure.air;

import org.envdisclosure.platform.register.Register;

/** Which evaluation points belong to which city and county, and when. */
final class CityMembership {

    /**
     * {@code membership (level, code, station_code, valid_from, valid_to, city_name, measured_pollutants)} as the first part of a
     * statement. A county's own row stands beside its city's; a city that is not divided, or a county that a feed calls a city, has no
     * second one. A station whose start is not known belongs from the day of its first hour on, and before any hour nowhere: what a city
     * expects on a day must not depend on whether later hours have come yet.
     */
    static final String WITH = """
            WITH membership AS (
                SELECT b.level, b.code, v.station_code, CASE v.valid_from WHEN DATE '%s' THEN day_of_hour(f.first_hour) ELSE v.valid_from END AS valid_from,
                       v.valid_to, v.city_name, v.measured_pollutants
                  FROM air_stations v
                  LEFT JOIN air_first_hours f ON f.station_code = v.station_code
                 CROSS JOIN LATERAL (VALUES ('city', v.city_code), ('county', nullif(v.division_code, v.city_code))) AS b(level, code)
                 WHERE v.in_city_evaluation AND b.code IS NOT NULL
                   AND (b.level = 'city' OR b.code NOT IN (SELECT c.city_code FROM air_stations c WHERE c.city_code IS NOT NULL)))"""
            .formatted(Register.START_NOT_KNOWN);

    private CityMembership() {
    }
}
