package org.envdisclosure.water;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import org.envdisclosure.place.DivisionFilters;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.DatasetBuilder;
import org.envdisclosure.platform.dataset.DatasetOperation;
import org.envdisclosure.platform.dataset.Filter;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.dataset.TimeAxis;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.register.RegisterFilters;
import org.envdisclosure.water.rules.Waterbody;

/** The declarations of sections, readings and the states of stations. */
@ApplicationScoped
class WaterDatasets {

    static final LocalizedText[] WORDS = {LocalizedText.of("地表水环境质量", "surface water quality"), LocalizedText.of("水质类别", "water quality class"),
            LocalizedText.of("断面", "monitoring section"), LocalizedText.of("总磷", "total phosphorus"), LocalizedText.of("氨氮", "ammonia nitrogen")};
    private static final String SAMPLING_DAY = "(water_readings.sampled_at AT TIME ZONE INTERVAL '+08:00')::date";

    private static final String SAMPLE_DAY = "(water_samples.sampled_at AT TIME ZONE INTERVAL '+08:00')::date";

    private final WaterConfig config;

    WaterDatasets(WaterConfig config) {
        this.config = config;
    }

    @Produces
    @Singleton
    @Named("water-sections")
    Dataset sections() {
        return register()
                .filters(SectionFilters.ofRegister().toArray(Filter[]::new))
                .filters(Filters.words("waterbody", "waterbody", List.of(Waterbody.RIVER.wire(), Waterbody.LAKE.wire(), Waterbody.RESERVOIR.wire()),
                                LocalizedText.of("水体类型", "Kinds of water")),
                        Filters.words("section_role", "section_role", WaterColumns.ROLES, LocalizedText.of("断面类型", "What sections are for")),
                        DivisionFilters.city("responsible_city_code"),
                        Filters.boundingBox(), Filters.near(), RegisterFilters.validOn())
                .dependingOnNow()
                .build();
    }

    /** One section on a day: its newest version that had begun. */
    static Dataset section() {
        return register().filters(RegisterFilters.begunOn()).dependingOnNow().build();
    }

    /** The register with all its versions. */
    static Dataset sectionVersions() {
        return register().build();
    }

    private static DatasetBuilder register() {
        return Dataset.named("water-sections", "/water/sections")
                .title("地表水监测断面", "Sections of surface water")
                .description("断面登记及其历次版本：位置、河流、流域、水质目标、是否饮用水水源。",
                        "The register of sections in versions valid in time: place, river, basin, target class, whether a source of drinking water.")
                .columns(WaterColumns.section())
                .key("section_code", "valid_from")
                .keywords(WORDS)
                .revisedTable("water_sections")
                .cadence("P1Y");
    }

    @Produces
    @Singleton
    @Named("water-readings")
    Dataset readings() {
        return Dataset.named("water-readings", "/water/readings")
                .title("地表水自动监测数据", "Readings of automatic stations of surface water")
                .description("自动站各次采样的监测值及水质类别；数值未经修约。", "What automatic stations measured in each sampling and its class; values are not rounded.")
                .columns(WaterColumns.readings())
                .key("sampled_at", "section_code")
                .time("sampled_at", TimeAxis.Kind.INSTANT)
                .filters(SectionFilters.ofRows("water_readings", SAMPLING_DAY).toArray(Filter[]::new))
                .filters(SectionFilters.waterClass())
                .keywords(WORDS)
                .revisedTable("water_readings")
                .restingOn("water-readings", "water-sections")
                .cadence("PT4H")
                .build();
    }

    @Produces
    @Singleton
    @Named("water-samples")
    Dataset samples() {
        return Dataset.named("water-samples", "/water/samples")
                .title("地表水人工监测数据", "Manual samples of surface water")
                .description("人工采样的分析结果：GB 3838-2002 表 1 的 24 项、表 2 的 5 项及叶绿素 a、透明度；数值未经修约，未检出时为检出限。",
                        "What laboratories found in samples taken by hand: the 24 items of GB 3838-2002 table 1, the five of table 2, chlorophyll a and transparency; not rounded, below detection the detection limit.")
                .columns(WaterColumns.samples())
                .key("sampled_at", "section_code")
                .time("sampled_at", TimeAxis.Kind.INSTANT)
                .filters(SectionFilters.ofRows("water_samples", SAMPLE_DAY).toArray(Filter[]::new))
                .keywords(WORDS)
                .revisedTable("water_samples")
                .restingOn("water-samples", "water-sections")
                .cadence("P1M")
                .build();
    }

    @Produces
    @Singleton
    @Named("water-latest")
    Dataset latest() {
        return Dataset.named("water-latest", "/water/latest")
                .title("地表水实时数据", "Latest readings of surface water")
                .description("每个在册断面的最新一次监测，附断面、水质状况与是否达标；站点状态取采样日之后最近所报者。",
                        "The newest reading of every section in force, with its place, quality and whether it reaches its target; the station's state is the newest told after the day of the sampling, if any.")
                .columns(WaterColumns.readings())
                .columns(WaterColumns.section().stream().filter(column -> List.of("name", "province", "basin", "river", "waterbody", "target_class",
                        "longitude", "latitude").contains(column.name())).toList())
                .columns(WaterColumns.meaning())
                .key("section_code")
                .filters(SectionFilters.ofRegister().toArray(Filter[]::new))
                .filters(SectionFilters.waterClass(), Filters.boundingBox(), Filters.near())
                .keywords(WORDS)
                .derived((asOf, now) -> LatestReadings.at(asOf, now, config.staleAfter(), config.colors()), "water-readings", "water-sections", "water-station-states")
                .dependingOnNow()
                .cadence("PT4H")
                .build();
    }

    @Produces
    @Singleton
    @Named("water-station-states")
    Dataset states() {
        return Dataset.named("water-station-states", "/water/states")
                .title("地表水自动站状态", "States of automatic stations of surface water")
                .description("来源每日所报的站点状态：维护或停站（不论有无采样），以及无采样时刻而正常者。",
                        "What a source says of a station on a day: under maintenance or stopped, beside a sampling or without one; normal only where there is no sampling.")
                .columns(WaterColumns.sectionCode(), Column.date("reported_on", "来源文件的日期", "Day of the source's file").like("2026-10-31"),
                        WaterColumns.stationState())
                .key("reported_on", "section_code")
                .time("reported_on", TimeAxis.Kind.DAY)
                .filters(SectionFilters.ofRows("water_station_states", "water_station_states.reported_on").toArray(Filter[]::new))
                .keywords(WORDS)
                .revisedTable("water_station_states")
                .restingOn("water-station-states", "water-sections")
                .cadence("P1D")
                .build();
    }

    @Produces
    @Singleton
    DatasetOperation oneSection() {
        return DatasetOperation.single("water-section", section());
    }

    @Produces
    @Singleton
    DatasetOperation sectionHistory() {
        return DatasetOperation.list("water-section-history", sectionVersions());
    }
}
