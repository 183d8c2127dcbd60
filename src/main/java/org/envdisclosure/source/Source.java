package org.envdisclosure.source;

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

/** One version of a pollution source as it was entered, with its exact place. */
@Entity
@Table(name = "sources_entered")
@IdClass(Version.Key.class)
@AttributeOverride(name = "code", column = @Column(name = "source_id"))
public class Source extends Site {

    @Column(name = "name_en")
    public @Nullable String nameEn;

    /** Unified social credit code (GB 32100-2015), or what was received for it. */
    public @Nullable String uscc;

    /** Whether {@link #uscc} has the form and the check digit; null where there is none. */
    @Column(name = "uscc_valid")
    public @Nullable Boolean usccValid;

    /** Number of the pollutant-discharge permit (HJ 608-2017), or what was received for it. */
    @Column(name = "permit_no")
    public @Nullable String permitNo;

    /** GB/T 4754. */
    @Column(name = "industry_code")
    public @Nullable String industryCode;

    public @Nullable String industry;

    /** GB/T 2260. */
    @Column(name = "division_code")
    public @Nullable String divisionCode;

    public @Nullable String address;

    /** {@code key}, {@code simplified} or {@code registered}. */
    @Column(name = "management_level")
    public @Nullable String managementLevel;

    @Column(name = "legal_representative")
    public @Nullable String legalRepresentative;

    /** Such as {@code 2026:water}. */
    @Column(name = "supervision_lists")
    @JdbcTypeCode(SqlTypes.ARRAY)
    public String @Nullable [] supervisionLists;

    /** Whether nobody else is to know the exact place. */
    public boolean sensitive;
}
