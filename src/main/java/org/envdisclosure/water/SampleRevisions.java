package org.envdisclosure.water;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.DatasetOperation;
import org.envdisclosure.platform.ingest.ReviewedTable;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.platform.row.RowRevisions;
import org.envdisclosure.platform.row.WithdrawableTable;
import org.envdisclosure.water.rules.WaterValues;

/** The states a sample has had, how it is reviewed and how it is taken back; assessments follow. */
@ApplicationScoped
class SampleRevisions {

    static final Dataset DATASET = RowRevisions.of(WaterTables.SAMPLES, "/water/samples", WaterColumns.samples())
            .title("人工监测数据修订记录", "Revisions of a sample")
            .description("一个断面一次人工采样的全部历次发布，最早的在前。", "Everything that was ever published for one sample of one section, oldest first.")
            .build();

    /** Samples whose state of review can be raised. */
    static final ReviewedTable REVIEWED = new ReviewedTable(WaterTables.SAMPLES, Set.of("water-samples"),
            (connection, batch, reason) -> StaleAssessments.followStage(connection, WaterTables.SAMPLES));

    static final WithdrawableTable WITHDRAWABLE = new WithdrawableTable(REVIEWED, (key, note, out) -> new ManualSample(key.code("section_code"),
            key.moment("sampled_at"), new WaterValues(Map.of()), null, null, List.of(), null, DataStatus.REALTIME.wire()).write(out, note));

    @Produces
    @Singleton
    static DatasetOperation operation() {
        return DatasetOperation.list("water-samples-revisions", DATASET);
    }
}
