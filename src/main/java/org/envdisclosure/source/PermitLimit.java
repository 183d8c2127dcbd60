package org.envdisclosure.source;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.envdisclosure.platform.register.Version;
import org.jspecify.annotations.Nullable;

/** One version of a limit; its code is made of source, outlet, factor and averaging. */
@Entity
@Table(name = "sources_limits")
@IdClass(Version.Key.class)
@AttributeOverride(name = "code", column = @Column(name = "limit_id"))
public class PermitLimit extends Version {

    @Column(name = "source_id")
    public String sourceId = "";

    @Column(name = "outlet_code")
    public String outletCode = "";

    /** HJ 212-2017 appendix B, or the source's own. */
    @Column(name = "factor_code")
    public String factorCode = "";

    @Column(name = "factor_name")
    public @Nullable String factorName;

    /** What values it judges, such as {@code 1h}; {@code any} for those that have no limit of their own. */
    public String averaging = "";

    @Column(name = "limit_low")
    public @Nullable BigDecimal limitLow;

    @Column(name = "limit_high")
    public @Nullable BigDecimal limitHigh;

    /** Of both limits; null for what has none, such as pH. */
    public @Nullable String unit;

    /** {@code measured} or {@code corrected}; null where nothing is said, which is measured. */
    @Column(name = "judged_on")
    public @Nullable String judgedOn;

    /** The permit or standard it stands in. */
    @Column(name = "limit_standard")
    public @Nullable String limitStandard;

    /** {@code permit} or {@code standard}. */
    public @Nullable String basis;
}
