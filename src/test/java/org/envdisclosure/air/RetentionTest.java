package org.envdisclosure.air;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.AirService.get;
import static org.envdisclosure.air.AirService.json;
import static org.envdisclosure.air.AirService.take;
import static org.envdisclosure.air.AirService.writing;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.concurrent.TimeUnit;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.revision.RevisionBoard;
import org.envdisclosure.platform.revision.RevisionLedger;
import org.envdisclosure.platform.rollup.Drained;
import org.envdisclosure.platform.storage.Retention;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Hours of long ago let go. Years before all other tests', and the line is taken away again: the others ask about any time. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class RetentionTest extends ArchivedHours {

    @Inject
    Retention retention;

    @Inject
    RevisionBoard board;

    @Inject
    @Named("air-cities-hourly")
    Dataset cityHours;

    @AfterEach
    void everything_is_kept() throws SQLException {
        try (Connection connection = AirService.database().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("UPDATE dataset_head SET kept_from = NULL");
        }
        board.catchUp().await().indefinitely();
    }

    private static void queue(String station, String day) throws SQLException {
        try (Connection connection = AirService.database().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO rollup_queue (dataset, bucket_key, bucket_day) VALUES ('air-daily', '%s', '%s')".formatted(station, day));
        }
    }

    private void build(int year, int month) throws Exception {
        job.build(hours, YearMonth.of(year, month));
        job.build(cityHours, YearMonth.of(year, month));
    }

    private String letGo(int keptFrom) throws SQLException {
        String done = patiently(LocalDate.of(keptFrom, 1, 1), System.nanoTime() + TimeUnit.SECONDS.toNanos(30));
        board.catchUp().await().indefinitely();
        return done;
    }

    /** It gives way to whoever reads just then, and is tried again. */
    private String patiently(LocalDate kept, long deadline) throws SQLException {
        while (true) {
            try {
                return retention.letGoBefore(kept);
            } catch (SQLException busy) {
                if (!RevisionLedger.isBusy(busy) || System.nanoTime() > deadline) {
                    throw busy;
                }
            }
        }
    }

    @Test
    void a_year_goes_when_its_months_are_files_and_whoever_asks_is_told() throws Exception {
        // Given
        take("/air/stations", registered("kept-a", 1911), registered("kept-b", 1912));
        take("/air/hourly", hour("kept-a", "1911-03-02T01:00", 40), hour("kept-a", "1912-01-01T00:00", 41));
        take("/air/hourly", hour("kept-b", "1912-01-01T01:00", 42));
        Drained.queues();
        String days = new String(answer("/air/daily?format=csv&station=kept-a").body(), UTF_8);
        // When: not before its files are there
        assertThat(letGo(1912)).isEqualTo("waits for the files of air-cities-hourly 1911-03");
        assertThat(get("/air/hourly?station=kept-a").getList("data")).hasSize(2);
        build(1911, 3);
        build(1911, 12);
        queue("kept-a", "1911-03-02");
        assertThat(letGo(1912)).isEqualTo("waits for what is still to be computed from its rows");
        Drained.queues();
        Path file = stored(listed(YearMonth.of(1911, 3), ""), 1);
        byte[] sound = Files.readAllBytes(file);
        Files.write(file, new byte[sound.length]);
        assertThat(letGo(1912)).isEqualTo("waits for the files of air-hourly 1911-03, which are lost or damaged");
        assertThat(letGo(1912)).isEqualTo("waits for the files of air-hourly 1911-03");
        build(1911, 3);
        // Then
        String begun = get("/air/hourly?station=kept-a,kept-b&limit=1").getString("page.next_cursor");
        String tag = answer("/air/hourly?station=kept-a").headers().firstValue("ETag").orElseThrow();
        assertThat(letGo(1912)).isEqualTo("rows before were let go");
        assertThat(letGo(1912)).isEmpty();
        assertThat(answer("/air/hourly?station=kept-a", "If-None-Match", tag).statusCode()).as("what is gone is no longer kept").isEqualTo(200);
        for (String asked : new String[] {"from=1911-01-01&to=1913-01-01", "month=1911-03", "date=1911-12-31", "to=1911-06-01", "from=1911-01-01&format=csv", "from=1911-01-01&format=ndjson"}) {
            HttpResponse<byte[]> told = answer("/air/hourly?" + asked);
            assertThat(told.statusCode()).as(asked).isEqualTo(410);
            assertThat(new String(told.body(), UTF_8)).contains("/problems/no-longer-kept").contains("/archives?dataset=air-hourly").contains("1912-01-01");
        }
        assertThat(answer("/air/hourly?station=kept-a,kept-b&limit=1&cursor=" + begun).statusCode()).as("a list begun before cannot go on").isEqualTo(410);
        assertThat(answer("/air/hourly/kept-a/1911-03-02T01:00:00%2B08:00/revisions").statusCode()).isEqualTo(410);
        assertThat(answer("/air/hourly/kept-a/1912-03-02T01:00:00%2B08:00/revisions").statusCode()).isEqualTo(404);
        assertThat(get("/air/hourly?station=kept-a,kept-b").getList("data.station_code")).containsExactly("kept-b");
        assertThat(values(csv("station=kept-a"), "pm25")).as("not from the files either").isEmpty();
        assertThat(get("/air/hourly?from=1912-01-01&to=1913-01-01").getList("data.pm25", Integer.class)).containsExactly(42);
        assertThat(new String(answer("/air/daily?format=csv&station=kept-a").body(), UTF_8)).isEqualTo(days);
        JsonPath files = listed(YearMonth.of(1911, 12), "");
        assertThat(values(gunzip(answer(files.getString("data[0].url").replace("/api/v1", "")).body()), "pm25")).containsExactly("41");
        assertThat(job.build(hours, YearMonth.of(1911, 3))).as("what cannot be built again").isFalse();
    }

    @Test
    void rows_of_a_year_that_was_let_go_are_refused_and_its_days_stay_when_they_are_queued() throws Exception {
        take("/air/stations", registered("kept-c", 1913));
        take("/air/hourly", hour("kept-c", "1913-03-02T01:00", 40));
        Drained.queues();
        String days = new String(answer("/air/daily?format=csv&station=kept-c").body(), UTF_8);
        build(1913, 3);
        build(1911, 3);
        build(1911, 12);
        build(1912, 1);
        assertThat(letGo(1914)).isEqualTo("rows before were let go");

        String rows = String.join("\n", hour("kept-c", "1913-12-31T23:00", 50), hour("kept-c", "1914-01-02T00:00", 51), hour("kept-c", "1914-01-02T01:00", 52));
        JsonPath receipt = json(writing().contentType("application/x-ndjson").body(rows.getBytes(UTF_8)).post("/air/hourly"));
        // the first day after the line is closed too: the hours before it, over which its means would go, are no more
        assertThat(receipt.getInt("received")).isEqualTo(3);
        assertThat(receipt.getInt("inserted")).isEqualTo(1);
        assertThat(receipt.getInt("rejected")).isEqualTo(2);
        assertThat(receipt.getList("rejects.reason")).containsExactly("no_longer_kept", "no_longer_kept");
        assertThat(receipt.getList("rejects.line")).containsExactly(1, 2);
        queue("kept-c", "1913-03-02");
        Drained.queues();
        assertThat(new String(answer("/air/daily?format=csv&station=kept-c&to=1914-01-01").body(), UTF_8)).isEqualTo(days);
        assertThat(get("/air/hourly?station=kept-c").getList("data.pm25", Integer.class)).containsExactly(52);
    }
}
