package org.envdisclosure.water;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.envdisclosure.platform.ingest.Recomputation;
import org.envdisclosure.platform.ingest.Stage;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.rollup.Rollup;

/**
 * All assessments, from the months of sections, which are made of what was measured, upwards: their quarters and years, rivers, basins
 * and lakes of the same period. What rests on a result is queued when it is published, so it does not matter what is computed first.
 */
@ApplicationScoped
class AssessmentRollup implements Rollup {

    private static final int AT_ONCE = 100;

    private final WaterConfig water;
    private final AssessmentConfig config;
    private final Clock clock;

    /** What a scope and kind of period are computed from. */
    @FunctionalInterface
    private interface Making {
        BucketGroup.Content of(AssessmentRules rules, AssessmentScope scope, ResultSet first) throws SQLException;
    }

    AssessmentRollup(WaterConfig water, AssessmentConfig config, Clock clock) {
        this.water = water;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public StoredTable table() {
        return AssessmentTable.STORED;
    }

    @Override
    public Optional<String> computedFrom() {
        return Optional.of("water-readings");
    }

    @Override
    public int bucketsAtOnce() {
        return AT_ONCE;
    }

    @Override
    public Duration resting() {
        return config.resting();
    }

    @Override
    public void compute(Connection connection, Stage stage) throws SQLException, IOException {
        EarlierPeriods earlier = EarlierPeriods.read(connection, config.changes());
        stage(connection, stage, earlier, SectionMonth.ROWS, (rules, scope, first) -> new SectionMonth(rules, first));
        stage(connection, stage, earlier, SectionPeriod.ROWS, (rules, scope, first) -> new SectionPeriod(rules, first));
        stage(connection, stage, earlier, PlacesTogether.ROWS, (rules, scope, first) -> scope == AssessmentScope.LAKE
                ? new LakePeriod(rules) : new RiverPeriod(scope, rules));
        stage(connection, stage, earlier, SourceMonth.ROWS, (rules, scope, first) -> new SourceMonth(rules, first));
        stage(connection, stage, earlier, SourcesTogether.MONTHS, (rules, scope, first) -> new SourcesTogether(scope, first));
        stage(connection, stage, earlier, SourcesTogether.SOURCES, (rules, scope, first) -> new SourcesTogether(scope, first));
    }

    private void stage(Connection connection, Stage stage, EarlierPeriods earlier, String rows, Making making) throws SQLException, IOException {
        Instant now = clock.instant();
        Recomputation.stageGroups(connection, rows, first -> {
            AssessmentBucket bucket = AssessmentBucket.of(first);
            return new BucketGroup(first, new AssessmentRow(bucket, water.colors()), making.of(new AssessmentRules(water, config, bucket.period()), bucket.scope(), first), earlier, now);
        }, stage);
    }

    @Override
    public void published(Connection connection, long revision) throws SQLException {
        StaleAssessments.follow(connection, revision);
    }
}
