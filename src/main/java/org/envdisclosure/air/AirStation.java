package org.envdisclosure.air;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.envdisclosure.place.Site;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One version of an air-quality station. */
@Entity
@Table(name = "air_stations")
@IdClass(AirStation.Key.class)
public class AirStation extends Site {

    @Id
    @Column(name = "station_code")
    public String stationCode = "";

    /** Metres above sea level. */
    public @Nullable BigDecimal elevation;

    /** {@code urban}, {@code regional}, {@code background}, {@code source_impact} or {@code traffic}. */
    @Column(name = "site_type")
    public @Nullable String siteType;

    /** {@code national}, {@code province}, {@code city} or {@code county}. */
    @Column(name = "control_level")
    public @Nullable String controlLevel;

    /** Whether the station counts for its city's air quality; background and reference points do not. */
    @Column(name = "in_city_evaluation")
    public boolean inCityEvaluation = true;

    /** Wire names of the pollutants in its plan; null where not known. */
    @Column(name = "measured_pollutants")
    @JdbcTypeCode(SqlTypes.ARRAY)
    public String @Nullable [] measuredPollutants;

    public @Nullable String operator;

    /** A station's code and the first day of the version. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1;

        public String stationCode = "";
        public LocalDate validFrom = LocalDate.EPOCH;

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.stationCode.equals(stationCode) && key.validFrom.equals(validFrom);
        }

        @Override
        public int hashCode() {
            return Objects.hash(stationCode, validFrom);
        }
    }
}
