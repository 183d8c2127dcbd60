package org.envdisclosure.water;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.envdisclosure.platform.rollup.RollupQueue;
import org.envdisclosure.platform.sql.Transactions;

/** Assessments that stand were computed with settings that are noted; at a start with others all of them are computed anew. */
@ApplicationScoped
class ChangedSettings {

    // of two replicas that start together one finds the settings noted
    private static final String LOCK = "LOCK TABLE water_assessment_settings IN EXCLUSIVE MODE";
    private static final String NOTED = "SELECT settings FROM water_assessment_settings";
    private static final String FORGET = "DELETE FROM water_assessment_settings";
    private static final String NOTE = "INSERT INTO water_assessment_settings (settings, noted_at) VALUES (?, now())";
    private static final String ALL = "SELECT period_kind || '|' || scope || '|' || code, period_start FROM water_assessments";

    private final Transactions transactions;
    private final String settings;

    ChangedSettings(Transactions transactions, WaterConfig water, AssessmentConfig assessments) {
        this.transactions = transactions;
        this.settings = AssessmentSettingsText.of(water, assessments);
    }

    void follow(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent start) {
        try {
            transactions.run(connection -> follow(connection, settings));
        } catch (SQLException unreachable) {
            // nothing is noted, so the next start looks again
            Log.warnf("the settings of the assessments could not be compared: reason=%s", unreachable.getMessage());
        }
    }

    /** @return how many periods were queued */
    static int follow(Connection connection, String settings) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(LOCK);
            String noted = noted(statement);
            if (settings.equals(noted)) {
                return 0;
            }
            statement.executeUpdate(FORGET);
            try (PreparedStatement note = connection.prepareStatement(NOTE)) {
                note.setString(1, settings);
                note.executeUpdate();
            }
            int queued = RollupQueue.add(connection, AssessmentTable.DATASET, ALL);
            if (queued > 0) {
                Log.infof("settings of the assessments changed, all are computed anew: queued=%d before=\"%s\" now=\"%s\"", queued, noted, settings);
            }
            return queued;
        }
    }

    private static String noted(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(NOTED)) {
            return row.next() ? row.getString(1) : "";
        }
    }
}
