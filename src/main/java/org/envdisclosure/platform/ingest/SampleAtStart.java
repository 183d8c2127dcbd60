package org.envdisclosure.platform.ingest;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.envdisclosure.platform.measure.DataStatus;

/**
 * Loads the sample into an embedded database that holds nothing yet, before the service is ready; never into somebody's server.
 * Interrupted half-way it is taken up again at the next start, where what is there already is unchanged.
 */
@ApplicationScoped
class SampleAtStart {

    private static final String HOLDS_SOMETHING_ELSE = "SELECT EXISTS (SELECT 1 FROM ingest_batch WHERE key_name NOT IN ('sample', '%s'))"
            .formatted(Recalculations.LAYOUT);

    private final AgroalDataSource database;
    private final BatchIngest ingest;
    private final List<SampleData> samples;
    private final String wanted;
    private final boolean embedded;

    SampleAtStart(AgroalDataSource database, BatchIngest ingest, @All List<SampleData> samples,
                  @ConfigProperty(name = "envd.sample-data", defaultValue = "auto") String wanted,
                  @ConfigProperty(name = "envd.database.embedded", defaultValue = "false") boolean embedded) {
        this.database = database;
        this.ingest = ingest;
        this.samples = samples;
        this.wanted = wanted;
        this.embedded = embedded;
    }

    void load(@Observes @Priority(Interceptor.Priority.APPLICATION) StartupEvent start) {
        if (!List.of("auto", "never").contains(wanted)) {
            throw new IllegalStateException("ENVD_SAMPLE_DATA is auto or never, not " + wanted);
        }
        if (wanted.equals("auto") && embedded && !holdsSomethingElse()) {
            samples.stream().sorted(Comparator.comparingInt(SampleData::order)).flatMap(sample -> sample.parts().stream()).forEach(this::take);
        }
    }

    private boolean holdsSomethingElse() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(HOLDS_SOMETHING_ELSE)) {
            row.next();
            return row.getBoolean(1);
        } catch (SQLException failure) {
            throw new IllegalStateException("the database could not be asked whether it is empty", failure);
        }
    }

    private void take(SampleData.Part part) {
        String resource = "/sample-data/" + part.file();
        try (InputStream file = Objects.requireNonNull(SampleAtStart.class.getResourceAsStream(resource), resource)) {
            Receipt receipt = ingest.take(part.plan(), new BatchRequest(part.layout(), DataStatus.REALTIME, false, "sample",
                    ContentCoding.IDENTITY, BodyFormat.CSV, file));
            Log.infof("sample loaded: file=%s inserted=%d rejected=%d", part.file(), receipt.inserted(), receipt.rejected());
        } catch (IOException failure) {
            throw new UncheckedIOException("the sample " + resource + " could not be read", failure);
        }
    }
}
