package org.envdisclosure.water;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.envdisclosure.platform.ingest.Recomputation;
import org.envdisclosure.platform.ingest.Stage;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.rollup.Rollup;
import org.envdisclosure.platform.rollup.RollupQueue;
import org.envdisclosure.platform.sql.CopyText;
import org.envdisclosure.platform.sql.TextArray;
import org.envdisclosure.platform.time.ChinaTime;
import org.envdisclosure.water.rules.Gb3838;
import org.envdisclosure.water.rules.ReadingClass;
import org.envdisclosure.water.rules.WaterItem;
import org.envdisclosure.water.rules.WaterValues;
import org.envdisclosure.water.rules.Waterbody;

/**
 * The classes of readings after a change of the register: a section that is a lake and was taken for a river has other limits. A
 * bucket is a section and a month.
 */
@ApplicationScoped
class ReadingClasses implements Rollup {

    private static final int AT_ONCE = 50;
    private static final String DAY = "(r.sampled_at AT TIME ZONE INTERVAL '+08:00')::date";
    private static final String MONTH = "date_trunc('month', r.sampled_at AT TIME ZONE INTERVAL '+08:00')::date";
    // of a section whose versions, with those a revision replaced, are all of one kind of water no class can change
    private static final String CHANGED = """
            SELECT DISTINCT r.section_code, %s
              FROM (SELECT v.section_code
                      FROM (SELECT section_code, waterbody FROM water_sections
                            UNION ALL
                            SELECT section_code, waterbody FROM water_sections_history WHERE superseded_revision = %%1$d) AS v
                     WHERE v.section_code IN (SELECT section_code FROM water_sections WHERE revision = %%1$d)
                     GROUP BY v.section_code
                    HAVING count(DISTINCT v.waterbody) > 1) AS s
              JOIN water_readings r ON r.section_code = s.section_code""".formatted(MONTH);
    private static final String OF_STAGE = "SELECT DISTINCT r.section_code, " + MONTH + " FROM stage_water_readings r WHERE r.verdict IN ('i', 'c', 'r')";
    private static final String READINGS = """
            SELECT %s, (%v) AS waterbody
              FROM rollup_due d
              JOIN water_readings r ON r.section_code = d.bucket_key
               AND r.sampled_at >= d.bucket_day::timestamp AT TIME ZONE INTERVAL '+08:00'
               AND r.sampled_at < (d.bucket_day + interval '1 month') AT TIME ZONE INTERVAL '+08:00'
            """.replace("%s", WaterTables.READINGS.staged().stream().map(field -> "r." + field.name()).collect(Collectors.joining(", ")))
            .replace("%v", SectionVersions.on("v.waterbody", "r.section_code", DAY));

    private final WaterConfig config;

    ReadingClasses(WaterConfig config) {
        this.config = config;
    }

    /** A statement that queues the readings of the sections a revision of the register changed. */
    static String queuedBy(long revision) {
        return RollupQueue.adding("water-readings", CHANGED.formatted(revision));
    }

    /** Queues the readings in the stage of {@link WaterTables#READINGS}. */
    static void followStage(Connection connection) throws SQLException {
        RollupQueue.add(connection, "water-readings", OF_STAGE);
    }

    @Override
    public StoredTable table() {
        return WaterTables.READINGS;
    }

    @Override
    public boolean judgesItself() {
        return true;
    }

    @Override
    public int bucketsAtOnce() {
        return AT_ONCE;
    }

    @Override
    public void compute(Connection connection, Stage stage) throws SQLException, IOException {
        Recomputation.stageRows(connection, READINGS, this::write, stage);
    }

    private void write(ResultSet row, CopyText out) throws SQLException {
        Map<WaterItem, BigDecimal> values = new EnumMap<>(WaterItem.class);
        Instant sampledAt = row.getTimestamp("sampled_at").toInstant();
        out.text(row.getString("section_code")).instant(sampledAt);
        for (WaterItem item : WaterTables.AUTOMATIC) {
            BigDecimal value = row.getBigDecimal(item.column());
            out.number(value);
            if (value != null) {
                values.put(item, value);
            }
        }
        StationState state = StationState.ofWire(row.getString("station_state")).orElse(null);
        List<String> received = TextArray.of(row.getArray("received_flags"));
        Waterbody waterbody = Waterbody.ofWire(String.valueOf(row.getString("waterbody"))).orElse(Waterbody.RIVER);
        ReadingClass judged = WaterReading.judged(config.rule(Gb3838.inForceOn(ChinaTime.dateOf(sampledAt)), waterbody), new WaterValues(values), received, state);
        out.text(row.getString("reported_class")).text(state == null ? null : state.wire()).texts(received).text(row.getString("received_text"));
        WaterReading.writeClass(judged, received, state, out);
        out.text(row.getString("revision_note")).text(row.getString("data_status"));
    }
}
