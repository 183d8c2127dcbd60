package org.envdisclosure.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.TimeAxis;
import org.envdisclosure.platform.measure.LocalizedText;

/** The declaration of monitoring results. */
@ApplicationScoped
class MonitoringDatasets {

    /** As enterprises' own data has been published with under 环发〔2013〕81号. */
    static final LocalizedText SELF_MONITORING = LocalizedText.of("其中自行监测数据由企业自行监测并负责，未经生态环境主管部门审核。",
            "Results of self-monitoring are the enterprise's own and have not been audited by the authority.");

    @Produces
    @Singleton
    @Named("sources-monitoring")
    static Dataset results() {
        return Dataset.named("sources-monitoring", "/sources/monitoring")
                .title("污染源监测数据", "Monitoring results of pollution sources")
                .description("各排放口的监测结果，按当时有效的限值判定是否达标；自行监测、监督性监测、执法监测等分列。",
                        "What was measured at outlets, each judged by the limit in force at its own time; by the enterprise itself, for supervision, for enforcement.")
                .notice(SELF_MONITORING)
                .columns(MonitoringColumns.results())
                .key("observed_at", "source_id", "outlet_code", "factor_code", "averaging", "monitoring_type", "monitoring_mode")
                .time("observed_at", TimeAxis.Kind.PERIOD_END)
                .filters(MonitoringFilters.all())
                .keywords(LocalizedText.of("污染源监测", "monitoring of pollution sources"), LocalizedText.of("自行监测", "self-monitoring"),
                        LocalizedText.of("监督性监测", "supervisory monitoring"), LocalizedText.of("超标", "exceedance"))
                .revisedTable("sources_monitoring")
                .restingOn("sources-monitoring", "sources", "sources-limits")
                .cadence("PT1H")
                .build();
    }
}
