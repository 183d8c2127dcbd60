package org.envdisclosure.air;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.envdisclosure.platform.entry.EntryRecords;
import org.envdisclosure.platform.ingest.BatchRun;
import org.envdisclosure.platform.ingest.BatchSample;
import org.envdisclosure.platform.ingest.BodyFormat;
import org.envdisclosure.platform.ingest.IngestPlan;
import org.envdisclosure.platform.ingest.LayoutReader;
import org.envdisclosure.platform.ingest.Merge;
import org.envdisclosure.platform.ingest.Stage;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.sql.CopyText;

/** How forecasts are taken in: every issue is a row of its own, chained to the one before it; what it foretold is verified later. */
@ApplicationScoped
class ForecastPlan implements IngestPlan<ForecastRow> {

    private static final List<String> NEEDED = List.of("issuer", "issued_at", "date");

    private final AirConfig config;

    ForecastPlan(AirConfig config) {
        this.config = config;
    }

    @Override
    public StoredTable table() {
        return ForecastTables.FORECASTS;
    }

    /** Made up: nobody foretold this of any place. */
    @Override
    public List<BatchSample> samples() {
        return List.of(
                new BatchSample("native", BodyFormat.JSON, """
                        [{"city_code":"990100","issuer":"示例市生态环境监测站","issued_at":"2026-05-01T17:00:00+08:00","date":"2026-05-02",\
                        "aqi_low":70,"aqi_high":95,"primary_pollutants":["O3"],"text":"晴，扩散条件一般"}]"""),
                new BatchSample("native", BodyFormat.NDJSON, """
                        {"city_code":"990100","issuer":"示例市生态环境监测站","issued_at":"2026-05-01T17:00:00+08:00","date":"2026-05-03","aqi_low":90,"aqi_high":120,"primary_pollutants":["O3","PM2.5"]}
                        {"city_code":"990100","issuer":"示例市生态环境监测站","issued_at":"2026-05-01T17:00:00+08:00","date":"2026-05-04","aqi_level_low":2,"aqi_level_high":3}
                        """),
                new BatchSample("native", BodyFormat.CSV, """
                        city_code,issuer,issued_at,date,aqi_low,aqi_high,primary_pollutants,text
                        990100,示例市生态环境监测站,2026-05-02T17:00:00+08:00,2026-05-03,80,105,O3;PM2.5,晴
                        990100,示例市生态环境监测站,2026-05-02T17:00:00+08:00,2026-05-04,30,50,,小雨
                        """));
    }

    @Override
    public BatchRun<ForecastRow> open(String layout, BatchContext context) throws SQLException {
        ForecastCells cells = new ForecastCells(KnownCities.read(context.connection()), context.now().plus(config.clockTolerance()));
        return new Run(new EntryRecords<>(ForecastColumns.forecast(), NEEDED, cells::row), context.connection());
    }

    /** One batch of forecasts. */
    private record Run(LayoutReader<ForecastRow> reader, Connection connection) implements BatchRun<ForecastRow> {

        @Override
        public void write(ForecastRow row, CopyText out) {
            row.write(out);
        }

        @Override
        public void beforePublish(Stage stage) throws SQLException {
            ForecastChain.fill(connection);
        }

        @Override
        public void afterPublish(Merge.Outcome outcome) throws SQLException {
            if (outcome.revision() > 0) {
                StaleVerification.followForecasts(connection);
            }
        }
    }
}
