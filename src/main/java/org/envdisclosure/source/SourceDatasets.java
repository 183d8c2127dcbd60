package org.envdisclosure.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.envdisclosure.place.DivisionFilters;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.DatasetBuilder;
import org.envdisclosure.platform.dataset.DatasetOperation;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.register.RegisterFilters;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.platform.time.ChinaTime;

/** The declarations of sources, outlets and limits. */
@ApplicationScoped
class SourceDatasets {

    static final LocalizedText[] WORDS = {LocalizedText.of("污染源", "pollution source"), LocalizedText.of("排污许可", "pollutant-discharge permit"),
            LocalizedText.of("环境监管重点单位", "unit under key environmental supervision"), LocalizedText.of("排放口", "outlet"), LocalizedText.of("排放限值", "emission limit")};

    private static final String SOURCES = SourceTables.SOURCES.dataset();
    private static final String OUTLETS = SourceTables.OUTLETS.dataset();
    private static final String LIMITS = SourceTables.LIMITS.dataset();

    private final int decimals;

    SourceDatasets(SourceConfig config) {
        this.decimals = config.shownDecimals();
    }

    @Produces
    @Singleton
    @Named("sources")
    Dataset sources() {
        return sourceRegister()
                .filters(SourceFilters.text(), DivisionFilters.within("division_code"), SourceFilters.industry(), SourceFilters.list(), SourceFilters.source(),
                        SourceFilters.managementLevel(), Filters.boundingBox(), Filters.near(), RegisterFilters.validOn())
                .build();
    }

    /** One source on a day: its newest version that had begun. */
    Dataset source() {
        return sourceRegister().filters(RegisterFilters.begunOn()).build();
    }

    /** All versions of the sources. */
    Dataset sourceVersions() {
        return sourceRegister().build();
    }

    private DatasetBuilder sourceRegister() {
        return Dataset.named(SOURCES, "/sources")
                .title("污染源", "Pollution sources")
                .description("污染源登记及其历次版本：单位、信用代码、排污许可证、行业、区划、管理类别、重点单位名录，以及所查日期有效的排放口与限值。位置敏感者坐标只公开到约数。",
                        "The register of pollution sources in versions valid in time: unit, credit code, permit, industry, division, kind of permit, lists of key units, with the outlets "
                                + "and limits in force on the day asked. The place of a sensitive one is rounded.")
                .columns(SourceColumns.source())
                .key("source_id", "valid_from")
                .keywords(WORDS)
                .derived((asOf, now) -> PublicSources.sources(decimals, asOf, Sql.of("?", ChinaTime.dateOf(now))), SOURCES, OUTLETS, LIMITS)
                .storedIn(SourceTables.SOURCES.name())
                .hidingInThePast()
                .dependingOnNow()
                .cadence("P1Y");
    }

    @Produces
    @Singleton
    @Named("sources-outlets")
    Dataset outlets() {
        return outletRegister()
                .filters(SourceFilters.source(), SourceFilters.medium(), Filters.boundingBox(), Filters.near(), RegisterFilters.validOn())
                .dependingOnNow()
                .build();
    }

    /** One outlet on a day. */
    Dataset outlet() {
        return outletRegister().filters(RegisterFilters.begunOn()).dependingOnNow().build();
    }

    /** All versions of the outlets. */
    Dataset outletVersions() {
        return outletRegister().build();
    }

    private DatasetBuilder outletRegister() {
        return Dataset.named(OUTLETS, "/sources/outlets")
                .title("污染源排放口", "Outlets of pollution sources")
                .description("排放口登记及其历次版本：编号、名称、排放去向、基准氧含量、位置。位置敏感的污染源，其排放口坐标只公开到约数。",
                        "The register of outlets in versions valid in time: code, name, where they discharge to, reference oxygen, place. Those of sensitive sources have rounded places.")
                .columns(SourceColumns.outlet())
                .key("outlet_id", "valid_from")
                .keywords(WORDS)
                .derived((asOf, now) -> PublicSources.outlets(decimals, asOf), OUTLETS, SOURCES)
                .storedIn(SourceTables.OUTLETS.name())
                .hidingInThePast()
                .cadence("P1Y");
    }

    @Produces
    @Singleton
    @Named("sources-limits")
    Dataset limits() {
        return limitRegister()
                .filters(SourceFilters.source(), SourceFilters.outlet(), SourceFilters.factor(), RegisterFilters.validOn())
                .dependingOnNow()
                .build();
    }

    /** One limit on a day. */
    static Dataset limit() {
        return limitRegister().filters(RegisterFilters.begunOn()).dependingOnNow().build();
    }

    /** All versions of the limits. */
    static Dataset limitVersions() {
        return limitRegister().build();
    }

    private static DatasetBuilder limitRegister() {
        return Dataset.named(LIMITS, "/sources/limits")
                .title("污染源排放限值", "Limits of pollution sources")
                .description("排放口各污染因子的限值及其历次版本，来自排污许可证或排放标准；新版本自起始日起代替旧版本。",
                        "What an outlet may emit, by factor and averaging, in versions valid in time, of permits and standards; a new version takes the place of the one before from its first day on.")
                .columns(SourceColumns.limit())
                .key("limit_id", "valid_from")
                .keywords(WORDS)
                .revisedTable(SourceTables.LIMITS.name())
                .cadence("P1Y");
    }

    @Produces
    @Singleton
    DatasetOperation oneSource() {
        return DatasetOperation.single("source", source());
    }

    @Produces
    @Singleton
    DatasetOperation sourceHistory() {
        return DatasetOperation.list("source-history", sourceVersions());
    }

    @Produces
    @Singleton
    DatasetOperation oneOutlet() {
        return DatasetOperation.single("sources-outlet", outlet());
    }

    @Produces
    @Singleton
    DatasetOperation outletHistory() {
        return DatasetOperation.list("sources-outlet-history", outletVersions());
    }

    @Produces
    @Singleton
    DatasetOperation oneLimit() {
        return DatasetOperation.single("sources-limit", limit());
    }

    @Produces
    @Singleton
    DatasetOperation limitHistory() {
        return DatasetOperation.list("sources-limit-history", limitVersions());
    }
}
