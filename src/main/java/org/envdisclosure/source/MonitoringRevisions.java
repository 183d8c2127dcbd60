package org.envdisclosure.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.DatasetOperation;
import org.envdisclosure.platform.ingest.ReviewedTable;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.platform.measure.Flag;
import org.envdisclosure.platform.measure.FlagReason;
import org.envdisclosure.platform.row.RowRevisions;
import org.envdisclosure.platform.row.WithdrawableTable;

/** The states a result has had, how it is reviewed and how it is taken back. */
@ApplicationScoped
class MonitoringRevisions {

    static final Dataset DATASET = RowRevisions.of(MonitoringTables.RESULTS, "/sources/monitoring", MonitoringColumns.results())
            .title("污染源监测数据修订记录", "Revisions of a monitoring result")
            .description("一项监测结果的全部历次发布，最早的在前。", "Everything that was ever published for one result of monitoring, oldest first.")
            .notice(MonitoringDatasets.SELF_MONITORING)
            .build();

    /** Results whose state of review can be raised; nothing rests on them. */
    static final ReviewedTable REVIEWED = new ReviewedTable(MonitoringTables.RESULTS, Set.of("sources-monitoring"), (connection, batch, reason) -> { });

    /** Without a value there is nothing to judge, whatever limit is in force. */
    static final WithdrawableTable WITHDRAWABLE = new WithdrawableTable(REVIEWED, (key, note, out) ->
            new MonitoringResult(ResultKey.of(key), ReportedResult.none(new Flag("measured_value", FlagReason.MISSING).wire()), null, DataStatus.REALTIME.wire())
                    .write(out, note));

    @Produces
    @Singleton
    static DatasetOperation operation() {
        return DatasetOperation.list("sources-monitoring-revisions", DATASET);
    }
}
