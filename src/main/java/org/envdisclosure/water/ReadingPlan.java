package org.envdisclosure.water;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.envdisclosure.platform.entry.Cells;
import org.envdisclosure.platform.entry.EntryRecords;
import org.envdisclosure.platform.entry.SaidCells;
import org.envdisclosure.platform.ingest.BatchRun;
import org.envdisclosure.platform.ingest.BatchSample;
import org.envdisclosure.platform.ingest.IngestPlan;
import org.envdisclosure.platform.ingest.LayoutReader;
import org.envdisclosure.platform.ingest.Merge;
import org.envdisclosure.platform.ingest.Stage;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.sql.CopyText;
import org.jspecify.annotations.Nullable;

/** How readings of automatic stations are taken in, each with its class. */
@ApplicationScoped
class ReadingPlan implements IngestPlan<WaterReading> {

    private static final List<String> VALUES = WaterTables.columns(WaterTables.AUTOMATIC);

    private final WaterConfig config;

    ReadingPlan(WaterConfig config) {
        this.config = config;
    }

    @Override
    public StoredTable table() {
        return WaterTables.READINGS;
    }

    @Override
    public List<String> layouts() {
        return List.of("native", "cnemc-water");
    }

    @Override
    public List<BatchSample> samples() {
        return WaterBatchSamples.readings();
    }

    @Override
    public Set<String> changes() {
        return Set.of("water-readings", "water-sections", "water-station-states");
    }

    @Override
    public BatchRun<WaterReading> open(String layout, BatchContext context) throws SQLException {
        // before the register itself: what changes in between is then seen as a change
        long registerSeen = SectionsSeen.now(context.connection());
        Sections sections = new Sections(context.connection(), context.batch());
        SectionStates states = new SectionStates(context);
        ReadingCells cells = new ReadingCells(config, sections, context.now(), context.status().wire());
        LayoutReader<WaterReading> reader = layout.equals("native")
                ? new EntryRecords<>(WaterColumns.readings(), List.of("section_code", "sampled_at"), row -> reading(row, cells, sections))
                : new CnemcWater(cells, sections, states);
        return new Run(reader, sections, states, context.connection(), registerSeen, new long[1]);
    }

    private static WaterReading reading(Cells row, ReadingCells cells, Sections sections) throws Cells.Refused {
        String section = Cells.needed("section_code", row.code("section_code"));
        if (!sections.knows(section)) {
            throw new Cells.Refused("unknown_section");
        }
        Instant sampledAt = row.instant("sampled_at");
        String refusal = cells.refusal(sampledAt).orElse(null);
        if (refusal != null || sampledAt == null) {
            throw new Cells.Refused(String.valueOf(refusal));
        }
        SaidCells said = SaidCells.of(row, VALUES, List.of("station_state"));
        return cells.reading(section, sampledAt, state(said), row.received(), said.measured());
    }

    /** In normal operation where nothing is said; nobody knows where a word is there that nobody knows, or was when the row was downloaded. */
    private static @Nullable StationState state(SaidCells said) {
        String word = said.text("station_state");
        if (word == null) {
            return said.doubts("station_state") ? null : StationState.NORMAL;
        }
        return StationState.ofWire(word).orElse(null);
    }

    /** One batch of readings. */
    private record Run(LayoutReader<WaterReading> reader, Sections sections, SectionStates states, Connection connection, long registerSeen,
                       long[] registered) implements BatchRun<WaterReading> {

        @Override
        public void write(WaterReading row, CopyText out) {
            row.write(out);
        }

        /** A station that has stopped repeats its last sampling: the state is of the file's day, the sampling stays what it was. */
        @Override
        public void beforeCompare(Stage stage) throws SQLException {
            RepeatedSamplings.settle(connection);
        }

        /** A batch that is refused registers nobody. */
        @Override
        public void beforePublish(Stage stage) throws SQLException, IOException {
            boolean changedMeanwhile = SectionsSeen.now(connection) != registerSeen;
            registered[0] = sections.register();
            states.publish();
            if (changedMeanwhile) {
                // the classes were made by another register; those that differ are made anew
                ReadingClasses.followStage(connection);
            }
        }

        @Override
        public void afterPublish(Merge.Outcome outcome) throws SQLException {
            StaleAssessments.followStage(connection, WaterTables.READINGS);
        }

        @Override
        public long takenApart() {
            return states.count();
        }

        @Override
        public Map<String, Long> extras() {
            return states.revision() == 0 ? Map.of("sections_registered", registered[0], "station_states", states.count())
                    : Map.of("sections_registered", registered[0], "station_states", states.count(), "station_states_revision", states.revision());
        }
    }
}
