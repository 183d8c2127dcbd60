package org.envdisclosure.air.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.envdisclosure.air.photo.PhotoCalls.get;
import static org.envdisclosure.air.photo.PhotoCalls.reading;
import static org.envdisclosure.air.photo.PhotoCalls.station;
import static org.envdisclosure.air.photo.PhotoCalls.take;
import static org.envdisclosure.air.photo.PhotoCalls.writing;
import static org.envdisclosure.platform.picture.TestPictures.jpeg;
import static org.envdisclosure.platform.picture.TestPictures.plain;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.envdisclosure.platform.attachment.AttachmentStore;
import org.envdisclosure.platform.attachment.AttachmentSweep;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.ingest.ManualBatches;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.sql.Transactions;
import org.junit.jupiter.api.Test;

/** Views of long ago, in years no other test has views of: a retention is for all. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class PhotoRetentionTest {

    /** Everything before about 1990. */
    private static final Duration RETENTION = Duration.between(Instant.parse("1990-01-01T00:00:00Z"), Instant.now());

    @Inject
    PhotoRetention retention;
    @Inject
    AgroalDataSource database;
    @Inject
    Clock clock;
    @Inject
    Transactions transactions;
    @Inject
    ManualBatches batches;
    @Inject
    MeterRegistry meters;
    @Inject
    AttachmentSweep sweep;
    @Inject
    AttachmentStore store;

    private static void grow(String sha256) throws IOException {
        Files.setLastModifiedTime(PhotoCalls.file(sha256), FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    }

    @Test
    void old_views_lose_their_files_and_keep_their_rows() throws Exception {
        station("pr-old", "pr-city");
        JsonPath earlier = take("pr-old", "1980-06-01T12:00:00%2B08:00", jpeg(plain(32, 24, 0x111111)));
        JsonPath old = take("pr-old", "1980-06-01T12:00:00%2B08:00", jpeg(plain(32, 24, 0x222222)));
        JsonPath shared = take("pr-old", "1981-06-01T12:00:00%2B08:00", jpeg(plain(32, 24, 0x333333)));
        JsonPath young = take("pr-old", "1999-06-01T12:00:00%2B08:00", jpeg(plain(32, 24, 0x333333)));
        JsonPath down = take("pr-old", "1982-06-01T12:00:00%2B08:00", jpeg(plain(32, 24, 0x444444)));
        writing().delete("/air/photos/" + down.getString("data.photo_id") + "?reason=on%20request").then().statusCode(200);
        for (JsonPath photo : List.of(earlier, old, shared, down)) {
            grow(photo.getString("data.sha256"));
        }

        retention.letGo(RETENTION);

        JsonPath rows = get("/air/photos?station=pr-old");
        assertThat(rows.getList("data.expired_at").stream().map(expired -> expired != null)).containsExactly(true, true, false, false);
        assertThat(rows.getList("data.url").stream().map(url -> url != null)).containsExactly(false, false, false, true);
        assertThat(rows.getString("data[0].sha256")).isEqualTo(old.getString("data.sha256"));
        Response gone = reading().get("/air/photos/" + old.getString("data.photo_id") + "/image");
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.jsonPath().getString("detail")).contains("retention has ended");
        assertThat(writing().get("/air/photos/" + down.getString("data.photo_id") + "/original").statusCode()).as("those taken down too").isEqualTo(410);
        assertThat(List.of(earlier, old, shared, down).stream().map(photo -> Files.exists(PhotoCalls.file(photo.getString("data.sha256")))))
                .as("a file that a younger view shares stays").containsExactly(false, false, true, false);
        assertThat(PhotoCalls.bytes(young.getString("data.url"))).hasSize(young.getInt("data.bytes"));
        assertThat(get("/air/photos?station=pr-old&as_of=revision:" + shared.getLong("meta.revision")).getMap("data[0]")).isEqualTo(old.getMap("data"));
        assertThat(get("/changes?since=2020-01-01&dataset=air-photos&kind=withdrawn&limit=10000").getList("data.key", String.class)).as("expired since, and down all the same")
                .anyMatch(key -> key.startsWith("pr-old/") && key.endsWith("/1982-06-01T12:00:00+08:00"));
        assertThat(get("/air/photos?station=pr-old&latest=true").getList("data.taken_at")).containsExactly("1999-06-01T12:00:00+08:00");
    }

    @Test
    void two_replicas_at_once_let_each_view_go_once() throws Exception {
        station("pr-two", "pr-city");
        take("pr-two", "1970-06-01T12:00:00%2B08:00", jpeg(plain(32, 24, 0x555555)));
        long before = get("/air/photos?station=pr-two").getLong("meta.revision");
        ExecutorService replicas = Executors.newFixedThreadPool(2);
        try {
            Callable<Boolean> replica = () -> {
                retention.letGo(RETENTION);
                return true;
            };
            for (Future<Boolean> done : replicas.invokeAll(List.of(replica, replica))) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            replicas.shutdown();
        }
        retention.letGo(RETENTION);

        assertThat(get("/air/photos?station=pr-two&date=1970-06-01").getLong("meta.revision")).isEqualTo(before + 1);
    }

    @Test
    void a_file_that_an_upload_has_found_there_outlives_the_sweep_of_the_view_it_was_of() throws Exception {
        station("pr-race", "pr-city");
        byte[] file = jpeg(plain(32, 24, 0x777777));
        String sha256 = take("pr-race", "1980-07-01T12:00:00%2B08:00", file).getString("data.sha256");
        retention.letGo(RETENTION);
        assertThat(Files.exists(PhotoCalls.file(sha256))).as("too young to be removed with its view").isTrue();
        grow(sha256);
        ExecutorService camera = Executors.newSingleThreadExecutor();
        try (Connection holding = database.getConnection(); Statement statement = holding.createStatement()) {
            holding.setAutoCommit(false);
            statement.execute("SELECT revision FROM dataset_head WHERE dataset = 'air-photos' FOR UPDATE");
            Future<JsonPath> young = camera.submit(() -> take("pr-race", "1999-08-01T12:00:00%2B08:00", file));
            PhotoCalls.untilOneWaits();

            assertThat(sweep.removeUnnamed(List.of(sha256))).isZero();
            holding.rollback();

            assertThat(PhotoCalls.bytes(young.get().getString("data.url"))).hasSize(young.get().getInt("data.bytes"));
        } finally {
            camera.shutdown();
        }
    }

    private PhotoRetention kept(Optional<Duration> setting) {
        return new PhotoRetention(() -> setting, clock, transactions, batches, sweep, meters);
    }

    @Test
    void an_upload_older_than_pictures_are_kept_is_told_so() {
        PhotoRetention set = kept(Optional.of(Duration.ofDays(400)));
        Instant now = clock.instant();

        set.requireYoung(now.minus(Duration.ofDays(400)).plusSeconds(60));
        assertThatThrownBy(() -> set.requireYoung(now.minus(Duration.ofDays(400)).minusSeconds(60)))
                .isInstanceOfSatisfying(ApiProblem.class, problem -> assertThat(problem.type().status()).isEqualTo(400))
                .hasMessageContaining("older than pictures are kept (PT9600H)");
        // unset, everything is taken
        kept(Optional.empty()).requireYoung(Instant.parse("1970-01-01T00:00:00Z"));
    }

    @Test
    void a_file_without_a_row_goes_after_its_grace_and_one_with_a_row_stays() throws Exception {
        station("pr-sweep", "pr-city");
        String named = take("pr-sweep", "1999-07-01T12:00:00%2B08:00", jpeg(plain(32, 24, 0x666666))).getString("data.sha256");
        String orphan = store.put("a crash came before the row".getBytes());
        assertThat(sweep.removeUnnamed(List.of(orphan))).as("an upload may be under way").isZero();
        grow(named);
        grow(orphan);

        assertThat(sweep.removeUnnamed(List.of(orphan, named))).isEqualTo(1);

        assertThat(List.of(orphan, named).stream().map(PhotoCalls::file).map((Path file) -> Files.exists(file))).containsExactly(false, true);
    }
}
