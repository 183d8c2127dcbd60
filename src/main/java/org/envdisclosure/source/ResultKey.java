package org.envdisclosure.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.envdisclosure.platform.row.RowKey;
import org.envdisclosure.platform.sql.CopyText;
import org.envdisclosure.source.rules.Averaging;

/**
 * Which result of monitoring it is.
 *
 * @param factor     code of what was measured
 * @param observedAt the end of the period averaged over, or the moment of what is no average
 * @param type       who measured: a word of {@link MonitoringColumns#TYPES}
 * @param mode       how: a word of {@link MonitoringColumns#MODES}
 */
record ResultKey(String source, String outlet, String factor, Instant observedAt, Averaging averaging, String type, String mode) {

    static ResultKey of(ResultSet row) throws SQLException {
        return new ResultKey(row.getString("source_id"), row.getString("outlet_code"), row.getString("factor_code"), row.getTimestamp("observed_at").toInstant(),
                averaging(row.getString("averaging")), row.getString("monitoring_type"), row.getString("monitoring_mode"));
    }

    /** Of a row that stands. */
    static ResultKey of(RowKey key) {
        return new ResultKey(key.code("source_id"), key.code("outlet_code"), key.code("factor_code"), key.moment("observed_at"), averaging(key.code("averaging")),
                key.code("monitoring_type"), key.code("monitoring_mode"));
    }

    private static Averaging averaging(String word) {
        return Averaging.ofWire(word).orElseThrow(() -> new IllegalStateException("no averaging " + word));
    }

    void write(CopyText out) {
        out.text(source).text(outlet).text(factor).instant(observedAt).text(averaging.wire()).text(type).text(mode);
    }
}
