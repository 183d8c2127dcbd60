package org.envdisclosure.air;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.Filter;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.dataset.TimeAxis;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.sql.Sql;

/** The declaration of warnings of heavy pollution. */
@ApplicationScoped
class AlertDatasets {

    @Produces
    @Singleton
    @Named("air-alerts")
    Dataset alerts() {
        return Dataset.named("air-alerts", "/air/alerts")
                .title("重污染天气预警", "Warnings of heavy air pollution")
                .description("各城市发布的重污染天气预警；升级、延长、提前解除是对同一条预警的更正，历次状态可用 as_of 查询。",
                        "Warnings issued by cities. Raising, prolonging or lifting one is a correction of it, and its past states are read by as_of.")
                .columns(AlertTable.columns())
                .key("issued_at", "city_code")
                .time("issued_at", TimeAxis.Kind.INSTANT)
                .filters(StationFilters.cityOfRegister(),
                        Filters.words("color", "color", AlertTable.COLORS, LocalizedText.of("预警颜色", "Colours of the warning")), active())
                .keywords(LocalizedText.of("重污染天气", "heavy pollution"), LocalizedText.of("预警", "warning"))
                .derived(AlertTable::at, "air-alerts")
                .dependingOnNow()
                .cadence("P1D")
                .build();
    }

    private static Filter active() {
        return Filters.single(new Filter.Parameter("active",
                LocalizedText.of("true：此刻生效中的；false：其余", "true: those in force now; false: the others"), "true", false),
                (values, asOf) -> Sql.of("status " + (ForecastDatasets.yes("active", values) ? "=" : "<>") + " ?", AlertTable.IN_FORCE));
    }
}
