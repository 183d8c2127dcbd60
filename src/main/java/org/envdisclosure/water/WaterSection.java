package org.envdisclosure.water;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.envdisclosure.place.Site;
import org.envdisclosure.platform.register.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One version of a section of surface water. */
@Entity
@Table(name = "water_sections")
@IdClass(Version.Key.class)
@AttributeOverride(name = "code", column = @Column(name = "section_code"))
public class WaterSection extends Site {

    public @Nullable String province;

    public @Nullable String basin;

    /** River, lake or reservoir. */
    public @Nullable String river;

    /** {@code river}, {@code lake} or {@code reservoir}. */
    public String waterbody = "river";

    /** {@code I} to {@code V}. */
    @Column(name = "target_class")
    public @Nullable String targetClass;

    /** {@code national}, {@code province}, {@code city} or {@code county}. */
    @Column(name = "control_level")
    public @Nullable String controlLevel;

    /** {@code assessed}, {@code boundary}, {@code estuary}, {@code background} or {@code drinking_source}. */
    @Column(name = "section_role")
    public @Nullable String sectionRole;

    /** GB/T 2260. */
    @Column(name = "responsible_city_code")
    public @Nullable String responsibleCityCode;

    /** Columns of the characteristic items; null where not known. */
    @Column(name = "characteristic_items")
    @JdbcTypeCode(SqlTypes.ARRAY)
    public String @Nullable [] characteristicItems;
}
