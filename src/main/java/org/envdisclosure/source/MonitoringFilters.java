package org.envdisclosure.source;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.envdisclosure.place.DivisionFilters;
import org.envdisclosure.platform.dataset.AsOf;
import org.envdisclosure.platform.dataset.Filter;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.dataset.Relation;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.source.rules.Averaging;
import org.jspecify.annotations.Nullable;

/** Questions about monitoring results. */
final class MonitoringFilters {

    private static final List<String> TRUTHS = List.of("true", "false");
    /** Of a row the day of its last moment. */
    private static final String DAY = "((sources_monitoring.observed_at - interval '1 microsecond') AT TIME ZONE INTERVAL '+08:00')::date";

    private MonitoringFilters() {
    }

    static Filter[] all() {
        return new Filter[] {
            SourceFilters.source(), SourceFilters.outlet(), SourceFilters.factor(),
            Filters.words("averaging", "averaging", Averaging.words(), LocalizedText.of("平均时间", "What results are averages over")),
            Filters.words("type", "monitoring_type", MonitoringColumns.TYPES, LocalizedText.of("监测类别", "Who measured and why")),
            Filters.words("mode", "monitoring_mode", MonitoringColumns.MODES, LocalizedText.of("监测方式", "How it was measured")),
            truth("compliant", LocalizedText.of("是否达标；未能判定者两者皆非", "Whether results comply; what could not be judged is neither")),
            truth("valid", LocalizedText.of("是否有效", "Whether results are valid")),
            new OfSource(DivisionFilters.within("division_code"))
        };
    }

    /**
     * What the register says of a result's source on its day, by a filter of the register. The sources that may be meant are settled
     * first, so that the index on source and time serves long spans; the exact days are held against each row.
     */
    private record OfSource(Filter asked) implements Filter {

        private static final List<String> COLUMNS = List.of("source_id", "valid_from", "valid_to", "division_code");

        @Override
        public List<Parameter> parameters() {
            return asked.parameters();
        }

        @Override
        public Sql condition(Map<String, List<String>> given, @Nullable AsOf asOf, Instant now) {
            Sql versions = Relation.revisedAt(SourceTables.SOURCES.dataset(), SourceTables.SOURCES.name(), COLUMNS, asOf);
            Sql meant = asked.condition(given, asOf, now);
            return Sql.of("source_id = ANY(ARRAY(SELECT DISTINCT source_id FROM ").then(versions).then(" WHERE ").then(meant).then(")) AND EXISTS (SELECT 1 FROM ")
                    .then(versions).then(" WHERE ").then(meant).then(" AND sources_entered.source_id = sources_monitoring.source_id AND " + DAY
                            + " >= sources_entered.valid_from AND (sources_entered.valid_to IS NULL OR " + DAY + " < sources_entered.valid_to))");
        }
    }

    /** A parameter named like its column. */
    private static Filter truth(String column, LocalizedText description) {
        return Filters.single(new Filter.Parameter(column, description, "false", true), (values, asOf) -> {
            values.forEach(value -> Filters.requireWord(column, value, TRUTHS));
            return values.stream().distinct().count() > 1 ? Sql.of(column + " IS NOT NULL") : Sql.of(column + " = " + Boolean.valueOf(values.get(0)));
        });
    }
}
