package org.envdisclosure.source;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.envdisclosure.platform.register.Version;
import org.jspecify.annotations.Nullable;

/** One version of an outlet as it was entered, with its exact place; its code is made of the source's and its own. */
@Entity
@Table(name = "sources_outlets_entered")
@IdClass(Version.Key.class)
@AttributeOverride(name = "code", column = @Column(name = "outlet_id"))
public class Outlet extends Version {

    @Column(name = "source_id")
    public String sourceId = "";

    /** Such as {@code DA001}; unique within the source. */
    @Column(name = "outlet_code")
    public String outletCode = "";

    public @Nullable String name;

    /** {@code water}, {@code air} or {@code other}. */
    public String medium = "other";

    /** The water or the sewer it ends in. */
    @Column(name = "discharge_to")
    public @Nullable String dischargeTo;

    /** Per cent of oxygen that values of stack gas are corrected to. */
    @Column(name = "reference_oxygen")
    public @Nullable BigDecimal referenceOxygen;

    /** Degrees east, in {@link #datum}. */
    public @Nullable BigDecimal longitude;

    /** Degrees north, in {@link #datum}. */
    public @Nullable BigDecimal latitude;

    /** Such as {@code CGCS2000}; null where the source states none. */
    public @Nullable String datum;
}
