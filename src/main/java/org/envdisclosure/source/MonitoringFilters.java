package org.envdisclosure.source;

import java.util.List;
import org.envdisclosure.platform.dataset.Filter;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.register.RegisterFilters;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.source.rules.Averaging;

/** Questions about monitoring results. */
final class MonitoringFilters {

    private static final List<String> TRUTHS = List.of("true", "false");
    /** Of a row the day of its last moment. */
    private static final String DAY = "((sources_monitoring.observed_at - interval '1 microsecond') AT TIME ZONE INTERVAL '+08:00')::date";

    private MonitoringFilters() {
    }

    static Filter[] all() {
        return new Filter[] {
            Filters.codes("source", "source_id", LocalizedText.of("污染源编号", "Codes of sources"), "99E001"),
            Filters.codes("outlet", "outlet_code", LocalizedText.of("排放口编号", "Codes of outlets"), "DW001"),
            Filters.codes("factor", "factor_code", LocalizedText.of("监测因子编码", "Codes of what was measured"), "w01018"),
            Filters.words("averaging", "averaging", Averaging.words(), LocalizedText.of("平均时间", "What results are averages over")),
            Filters.words("type", "monitoring_type", MonitoringColumns.TYPES, LocalizedText.of("监测类别", "Who measured and why")),
            Filters.words("mode", "monitoring_mode", MonitoringColumns.MODES, LocalizedText.of("监测方式", "How it was measured")),
            truth("compliant", LocalizedText.of("是否达标；未能判定者两者皆非", "Whether results comply; what could not be judged is neither")),
            truth("valid", LocalizedText.of("是否有效", "Whether results are valid")),
            RegisterFilters.belonging(new Filter.Parameter("division",
                    LocalizedText.of("污染源所在区划代码（GB/T 2260），按监测当日的登记", "Codes of divisions (GB/T 2260) the source lies in, by the register on the day of the result"), "990102", true),
                    SourceTables.SOURCES, "sources_monitoring", DAY, "division_code")
        };
    }

    /** A parameter named like its column. */
    private static Filter truth(String column, LocalizedText description) {
        return Filters.single(new Filter.Parameter(column, description, "false", true), (values, asOf) -> {
            values.forEach(value -> Filters.requireWord(column, value, TRUTHS));
            return values.stream().distinct().count() > 1 ? Sql.of(column + " IS NOT NULL") : Sql.of(column + " = ?", Boolean.valueOf(values.get(0)));
        });
    }
}
