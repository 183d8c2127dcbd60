package org.envdisclosure.source;

import static org.envdisclosure.platform.ingest.StoredTable.field;

import java.util.List;
import org.envdisclosure.platform.dataset.TimeAxis;
import org.envdisclosure.platform.ingest.StoredTable;

/** The table of monitoring results as ingest writes it; its columns stand in the migrations of this room. */
final class MonitoringTables {

    static final StoredTable RESULTS = new StoredTable("sources-monitoring", "sources_monitoring",
            List.of(field("source_id", "text"), field("outlet_code", "text"), field("factor_code", "text"), field("observed_at", "timestamptz"),
                    field("averaging", "text"), field("monitoring_type", "text"), field("monitoring_mode", "text")),
            List.of(field("measured_value", "numeric"), field("corrected_value", "numeric"), field("oxygen", "numeric"), field("detection_limit", "numeric"),
                    field("below_detection", "boolean"), field("factor_name", "text"), field("unit", "text"), field("method", "text"),
                    field("logger_flag", "text"), field("operator_mark", "text"), field("not_monitored_reason", "text"), field("received_flags", "text[]"),
                    field("received_text", "text")),
            List.of(field("judged_on", "text"), field("limit_low", "numeric"), field("limit_high", "numeric"), field("limit_averaging", "text"),
                    field("limit_standard", "text"), field("compliant", "boolean"), field("exceedance_multiple", "numeric"), field("valid", "boolean"),
                    field("flags", "text[]")),
            List.of(field("revision_note", "text")),
            new TimeAxis("observed_at", TimeAxis.Kind.PERIOD_END), true);

    /** SQL of the month a row {@code r} lies in, by its first day: the end of a period belongs to it. */
    static final String MONTH = "date_trunc('month', (r.observed_at - interval '1 microsecond') AT TIME ZONE INTERVAL '+08:00')::date";

    private MonitoringTables() {
    }
}
