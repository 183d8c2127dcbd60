package org.envdisclosure.water;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.DatasetOperation;
import org.envdisclosure.platform.ingest.ReviewedTable;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.platform.measure.Flag;
import org.envdisclosure.platform.measure.FlagReason;
import org.envdisclosure.platform.row.RowRevisions;
import org.envdisclosure.platform.row.WithdrawableTable;
import org.envdisclosure.platform.time.ChinaTime;
import org.envdisclosure.water.rules.Gb3838;
import org.envdisclosure.water.rules.WaterValues;
import org.envdisclosure.water.rules.Waterbody;

/** The states a reading has had, how it is reviewed and how it is taken back; assessments follow. */
@ApplicationScoped
class ReadingRevisions {

    static final Dataset DATASET = RowRevisions.of(WaterTables.READINGS, "/water/readings", WaterColumns.readings())
            .title("自动监测数据修订记录", "Revisions of a reading")
            .description("一个断面一次采样的全部历次发布，最早的在前。", "Everything that was ever published for one sampling of one section, oldest first.")
            .build();

    /** Readings whose state of review can be raised. */
    static final ReviewedTable REVIEWED = new ReviewedTable(WaterTables.READINGS, Set.of("water-readings"),
            (connection, batch, reason) -> StaleAssessments.followStage(connection, WaterTables.READINGS));

    /** What is withdrawn says nothing of the state of its station either, so it counts as normal. */
    static WithdrawableTable withdrawable(WaterConfig config) {
        return new WithdrawableTable(REVIEWED, (key, note, out) -> empty(config, key.code("section_code"), key.moment("sampled_at")).write(out, note));
    }

    /** Every item is flagged as missing. Without values there is no class, whatever the section lies in. */
    private static WaterReading empty(WaterConfig config, String section, Instant sampledAt) {
        List<Flag> flags = WaterTables.AUTOMATIC.stream().map(item -> new Flag(item.column(), FlagReason.MISSING)).toList();
        return new WaterReading(section, sampledAt, new WaterValues(Map.of()), null, StationState.NORMAL, ReadingCells.ordered(flags), null,
                DataStatus.REALTIME.wire(), config.rule(Gb3838.inForceOn(ChinaTime.dateOf(sampledAt)), Waterbody.RIVER));
    }

    @Produces
    @Singleton
    static DatasetOperation operation() {
        return DatasetOperation.list("water-readings-revisions", DATASET);
    }
}
