package org.envdisclosure.air;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.platform.web.EntityTags;
import org.jspecify.annotations.Nullable;

/** The page of one station: its newest version that has begun, and the validator that stands for all its versions. */
final class StationPage {

    private StationPage() {
    }

    /** A change of any version is a new state, and so is a day on which another version begins. */
    static Sql state(String code, LocalDate today) {
        return Sql.of("""
                SELECT s.revision AS state_revision, r.published_at AS state_moment,
                       'r' || s.revision || '-' || coalesce(to_char(s.begun, 'YYYY-MM-DD'), '') AS state_validator, r.published_at AS state_changed
                  FROM (SELECT coalesce(max(revision), 0) AS revision, max(valid_from) FILTER (WHERE valid_from <= ?) AS begun
                          FROM air_stations WHERE station_code = ?) AS s
                  LEFT JOIN dataset_revision r ON r.dataset = 'air-stations' AND r.revision = s.revision
                """, today, code);
    }

    /** The tag {@link #state} would give. */
    static String tag(StationVersions versions, LocalDate today) {
        AirStation begun = versions.begun(today);
        return EntityTags.of("r" + versions.revision() + "-" + (begun == null ? "" : begun.validFrom));
    }

    /** The register's columns of a version. */
    static Map<String, @Nullable Object> told(AirStation version) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("station_code", version.stationCode);
        told.put("name", version.name);
        told.put("name_en", version.nameEn);
        told.put("city_code", version.cityCode);
        told.put("city_name", version.cityName);
        told.put("division_code", version.divisionCode);
        told.put("longitude", version.longitude);
        told.put("latitude", version.latitude);
        told.put("datum", version.datum);
        told.put("elevation", version.elevation);
        told.put("site_type", version.siteType);
        told.put("control_level", version.controlLevel);
        told.put("in_city_evaluation", version.inCityEvaluation);
        told.put("measured_pollutants", version.measuredPollutants == null ? null : Arrays.asList(version.measuredPollutants));
        told.put("operator", version.operator);
        told.put("valid_from", version.validFrom.toString());
        told.put("valid_to", version.validTo == null ? null : version.validTo.toString());
        return told;
    }
}
