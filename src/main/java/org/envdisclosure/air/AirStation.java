package org.envdisclosure.air;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.envdisclosure.place.Site;
import org.envdisclosure.platform.register.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One version of an air-quality station. */
@Entity
@Table(name = "air_stations")
@IdClass(Version.Key.class)
@AttributeOverride(name = "code", column = @Column(name = "station_code"))
public class AirStation extends Site {

    @Column(name = "name_en")
    public @Nullable String nameEn;

    /** GB/T 2260. */
    @Column(name = "city_code")
    public @Nullable String cityCode;

    @Column(name = "city_name")
    public @Nullable String cityName;

    /** GB/T 2260; a county where known. */
    @Column(name = "division_code")
    public @Nullable String divisionCode;

    /** Metres above sea level. */
    public @Nullable BigDecimal elevation;

    /** {@code urban}, {@code regional}, {@code background}, {@code source_impact} or {@code traffic}. */
    @Column(name = "site_type")
    public @Nullable String siteType;

    /** {@code national}, {@code province}, {@code city} or {@code county}. */
    @Column(name = "control_level")
    public @Nullable String controlLevel;

    /** Whether the station counts for its city's air quality; unless it is said, urban stations do and those of a kind not known. */
    @Column(name = "in_city_evaluation")
    public boolean inCityEvaluation = true;

    /** Wire names of the pollutants in its plan; null where not known. */
    @Column(name = "measured_pollutants")
    @JdbcTypeCode(SqlTypes.ARRAY)
    public String @Nullable [] measuredPollutants;

    public @Nullable String operator;
}
