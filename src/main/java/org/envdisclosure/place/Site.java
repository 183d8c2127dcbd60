package org.envdisclosure.place;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What every register of sites has in common: where a site is and since when. An entity is one version of a site, valid from
 * {@link #validFrom} (inclusive) to {@link #validTo} (exclusive).
 */
@MappedSuperclass
public abstract class Site {

    @Id
    @Column(name = "valid_from")
    public LocalDate validFrom = LocalDate.EPOCH;

    @Column(name = "valid_to")
    public @Nullable LocalDate validTo;

    public String name = "";

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

    /** Degrees east, in {@link #datum}. */
    public @Nullable BigDecimal longitude;

    /** Degrees north, in {@link #datum}. */
    public @Nullable BigDecimal latitude;

    /** Such as {@code CGCS2000}; null where the source states none. */
    public @Nullable String datum;

    /** The dataset's revision that published this state. */
    public long revision;

    @Column(name = "revision_reason")
    public @Nullable String revisionReason;

    /** The batch that brought it. */
    @Column(name = "batch_id")
    public @Nullable UUID batchId;
}
