package org.envdisclosure.air.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.photo.PhotoCalls.NOON;
import static org.envdisclosure.air.photo.PhotoCalls.bytes;
import static org.envdisclosure.air.photo.PhotoCalls.get;
import static org.envdisclosure.air.photo.PhotoCalls.reading;
import static org.envdisclosure.air.photo.PhotoCalls.send;
import static org.envdisclosure.air.photo.PhotoCalls.station;
import static org.envdisclosure.air.photo.PhotoCalls.take;
import static org.envdisclosure.air.photo.PhotoCalls.writing;
import static org.envdisclosure.platform.picture.TestPictures.jpeg;
import static org.envdisclosure.platform.picture.TestPictures.plain;
import static org.envdisclosure.platform.picture.TestPictures.png;
import static org.envdisclosure.platform.picture.TestPictures.quarters;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.envdisclosure.platform.attachment.AttachmentStore;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.picture.TestPictures;
import org.junit.jupiter.api.Test;

/** Views taken in, corrected and asked for; each test has stations of its own. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class PhotosTest {

    @Test
    void a_picture_is_taken_stripped_and_served() throws Exception {
        station("ph-first", "ph-city");
        byte[] received = TestPictures.concat(TestPictures.withExif(jpeg(quarters(640, 480)), 6), TestPictures.SECRET.getBytes("US-ASCII"));

        Response answer = send("station=ph-first&taken_at=" + NOON, "image/jpeg", received);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        JsonPath told = answer.jsonPath();
        String id = told.getString("data.photo_id");
        assertThat(answer.header("Location")).isEqualTo("/api/v1/air/photos/" + id);
        assertThat(told.getString("meta.verdict")).isEqualTo("inserted");
        assertThat(List.of(told.getInt("data.width"), told.getInt("data.height"), told.getInt("data.mask_version"))).containsExactly(480, 640, 0);
        byte[] picture = bytes(told.getString("data.url"));
        byte[] thumbnail = bytes(told.getString("data.thumbnail_url"));
        assertThat(AttachmentStore.sha256(picture)).isEqualTo(told.getString("data.sha256"));
        assertThat(picture).hasSize(told.getInt("data.bytes"));
        assertThat(TestPictures.read(picture).getWidth()).isEqualTo(480);
        assertThat(TestPictures.read(thumbnail).getHeight()).isEqualTo(320);
        assertThat(TestPictures.contains(picture, TestPictures.SECRET) || TestPictures.contains(thumbnail, TestPictures.SECRET)).isFalse();
        assertThat(noFileHolds(TestPictures.SECRET)).isTrue();
        JsonPath row = get("/air/photos?station=ph-first");
        assertThat(row.getMap("data[0]")).isEqualTo(told.getMap("data"));
        assertThat(get("/air/photos/" + id).getMap("data")).isEqualTo(told.getMap("data"));
        JsonPath receipt = writing().get("/ingest/batches/" + told.getString("meta.batch_id")).jsonPath();
        assertThat(receipt.getString("sha256")).isEqualTo(AttachmentStore.sha256(received));
        assertThat(receipt.getInt("bytes")).isEqualTo(received.length);
        assertThat(receipt.getString("time_from")).isEqualTo("2026-06-01T12:00:00+08:00");
    }

    private static boolean noFileHolds(String text) throws Exception {
        try (Stream<Path> files = Files.walk(PhotoCalls.file("00").getParent().getParent())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (TestPictures.contains(Files.readAllBytes(file), text)) {
                    return false;
                }
            }
        }
        return true;
    }

    @Test
    void the_same_again_is_unchanged_and_another_is_a_correction_whose_past_stays() {
        station("ph-twice", "ph-city");
        JsonPath first = take("ph-twice", NOON, jpeg(plain(64, 48, 0x112233)));
        JsonPath again = take("ph-twice", NOON, jpeg(plain(64, 48, 0x112233)));
        assertThat(again.getString("meta.verdict")).isEqualTo("unchanged");
        assertThat(again.getMap("data")).isEqualTo(first.getMap("data"));
        JsonPath second = take("ph-twice", NOON, jpeg(plain(64, 48, 0x998877)));

        assertThat(second.getString("meta.verdict")).isEqualTo("corrected");
        assertThat(second.getString("data.photo_id")).isNotEqualTo(first.getString("data.photo_id"));
        assertThat(get("/air/photos?station=ph-twice").getList("data.sha256")).containsExactly((Object) second.getString("data.sha256"));
        String then = "/air/photos?station=ph-twice&as_of=revision:" + first.getLong("meta.revision");
        assertThat(get(then).getMap("data[0]")).isEqualTo(first.getMap("data"));
        assertThat(AttachmentStore.sha256(bytes(first.getString("data.url")))).isEqualTo(first.getString("data.sha256"));
        assertThat(reading().get("/air/photos/" + first.getString("data.photo_id")).statusCode()).isEqualTo(404);
        assertThat(get("/air/photos/" + first.getString("data.photo_id") + "?as_of=revision:" + first.getLong("meta.revision")).getMap("data"))
                .isEqualTo(first.getMap("data"));
        assertThat(get("/air/photos?station=ph-twice&updated_since=2026-01-01").getList("data")).hasSize(1);
    }

    @Test
    void two_equal_uploads_at_once_are_one_view() throws Exception {
        station("ph-race", "ph-city");
        byte[] file = jpeg(quarters(800, 600));
        ExecutorService cameras = Executors.newFixedThreadPool(4);
        try {
            Callable<String> upload = () -> take("ph-race", NOON, file).getString("meta.verdict");
            List<String> verdicts = cameras.invokeAll(List.of(upload, upload, upload, upload)).stream().map(PhotosTest::done).sorted().toList();
            assertThat(verdicts).containsExactly("inserted", "unchanged", "unchanged", "unchanged");
        } finally {
            cameras.shutdown();
        }
        assertThat(get("/air/photos?station=ph-race").getList("data")).hasSize(1);
    }

    private static <T> T done(Future<T> future) {
        try {
            return future.get();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void the_newest_of_each_camera_in_the_state_asked_for() {
        station("ph-new", "ph-newest");
        station("ph-new2", "ph-newest");
        take("ph-new", "2026-06-01T08:00:00%2B08:00", jpeg(plain(16, 16, 1)));
        long early = take("ph-new", "2026-06-01T09:00:00%2B08:00", jpeg(plain(16, 16, 2))).getLong("meta.revision");
        take("ph-new", "2026-06-01T10:00:00%2B08:00&camera=roof", jpeg(plain(16, 16, 3)));
        take("ph-new2", "2026-06-01T07:00:00%2B08:00", jpeg(plain(16, 16, 4)));
        take("ph-new", "2026-06-01T11:00:00%2B08:00", jpeg(plain(16, 16, 5)));

        assertThat(get("/air/photos?city=ph-newest&latest=true").getList("data.taken_at"))
                .containsExactly("2026-06-01T07:00:00+08:00", "2026-06-01T10:00:00+08:00", "2026-06-01T11:00:00+08:00");
        assertThat(get("/air/photos?city=ph-newest&latest=true&as_of=revision:" + early).getList("data.taken_at")).containsExactly("2026-06-01T09:00:00+08:00");
        assertThat(get("/air/photos?station=ph-new&camera=roof&latest=true").getList("data.camera")).containsExactly("roof");
        assertThat(get("/air/photos?city=ph-newest&from=2026-06-01T08:00:00%2B08:00&to=2026-06-01T10:00:00%2B08:00").getList("data.taken_at"))
                .containsExactly("2026-06-01T08:00:00+08:00", "2026-06-01T09:00:00+08:00");
        assertThat(get("/air/photos?city=ph-newest&latest=false").getList("data")).hasSize(5);
        assertThat(get("/air/photos?city=ph-newest&latest=true&from=2026-06-01T08:00:00%2B08:00&to=2026-06-01T10:00:00%2B08:00").getList("data.taken_at"))
                .as("of the time asked for").containsExactly("2026-06-01T09:00:00+08:00");
        assertThat(get("/air/photos?city=ph-newest&latest=true&date=2026-05-31").getList("data")).isEmpty();
        assertThat(reading().get("/air/photos?latest=1").statusCode()).isEqualTo(400);
        assertThat(reading().get("/air/photos?station=ph-new&format=csv&fields=taken_at,camera&order=desc&limit=1").asString())
                .isEqualTo("taken_at,camera\n2026-06-01T11:00:00+08:00,1\n");
    }

    @Test
    void the_newest_of_a_month_stays_when_a_later_month_has_a_newer_one() {
        station("ph-month", "ph-city");
        take("ph-month", "2026-04-30T09:00:00%2B08:00", jpeg(plain(16, 16, 8)));
        String april = "/air/photos?station=ph-month&latest=true&month=2026-04";
        Response before = reading().get(april);

        take("ph-month", "2026-06-01T09:00:00%2B08:00", jpeg(plain(16, 16, 9)));

        Response now = reading().get(april);
        assertThat(now.jsonPath().getList("data.taken_at")).containsExactly("2026-04-30T09:00:00+08:00");
        assertThat(now.header("ETag")).isEqualTo(before.header("ETag"));
        assertThat(get("/air/photos?station=ph-month&latest=true").getList("data.taken_at")).containsExactly("2026-06-01T09:00:00+08:00");
    }

    @Test
    void who_holds_the_views_of_a_city_is_told_when_the_register_moves_a_station() {
        station("ph-moves", "ph-here");
        take("ph-moves", NOON, jpeg(plain(16, 16, 6)));
        Response here = reading().get("/air/photos?city=ph-here");
        assertThat(here.jsonPath().getList("data")).hasSize(1);
        long before = here.jsonPath().getLong("meta.revision");

        station("ph-moves", "ph-there");

        Response now = reading().header("If-None-Match", here.header("ETag")).get("/air/photos?city=ph-here");
        assertThat(now.statusCode()).isEqualTo(200);
        assertThat(now.header("ETag")).isNotEqualTo(here.header("ETag"));
        assertThat(now.jsonPath().getList("data")).isEmpty();
        assertThat(now.jsonPath().getLong("meta.revision")).isGreaterThan(before);
        assertThat(get("/air/photos?city=ph-there").getList("data")).hasSize(1);
        assertThat(get("/air/photos?city=ph-here&as_of=revision:" + before).getList("data")).hasSize(1);
    }

    @Test
    void a_png_stays_a_png_and_one_that_was_cut_is_sent_again_after_its_files() throws SQLException, IOException {
        station("ph-png", "ph-city");
        byte[] file = png(quarters(40, 30));
        String first = send("station=ph-png&taken_at=" + NOON, "image/png", file).jsonPath().getString("data.sha256");
        // a crash between file and row: the file is there, another key has no row
        JsonPath other = send("station=ph-png&taken_at=2026-06-01T13:00:00%2B08:00", "image/png", file).jsonPath();

        assertThat(other.getString("data.sha256")).isEqualTo(first);
        assertThat(other.getString("data.media_type")).isEqualTo("image/png");
        assertThat(reading().get("/air/photos/" + other.getString("data.photo_id") + "/image").contentType()).isEqualTo("image/png");
        Files.delete(PhotoCalls.file(first));
        Response lost = reading().get("/air/photos/" + other.getString("data.photo_id") + "/image");
        assertThat(lost.statusCode()).isEqualTo(500);
        assertThat(lost.jsonPath().getString("type")).isEqualTo("/api/v1/problems/file-missing");
        assertThat(lost.jsonPath().getString("trace_id")).matches("[0-9a-f]{32}");
        assertThat(send("station=ph-png&taken_at=" + NOON, "image/png", file).jsonPath().getString("meta.verdict")).isEqualTo("unchanged");
        assertThat(reading().get("/air/photos/" + other.getString("data.photo_id") + "/image").statusCode()).as("made anew").isEqualTo(200);
        assertThat(PhotoCalls.stored("SELECT url FROM air_photos WHERE station_code = ? ORDER BY taken_at DESC", "ph-png")).isEqualTo(other.getString("data.url"));
    }

    @Test
    void who_may_not_or_asks_wrongly_is_told() {
        station("ph-wrong", "ph-city");
        byte[] file = jpeg(plain(16, 16, 7));
        String good = "station=ph-wrong&taken_at=" + NOON;

        assertThat(reading().contentType("image/jpeg").body(file).post("/air/photos?" + good).statusCode()).isEqualTo(401);
        refused("taken_at=" + NOON, file, 400, "station");
        refused("station=ph-wrong", file, 400, "taken_at");
        refused("station=ph-nobody&taken_at=" + NOON, file, 400, "PUT /api/v1/air/stations/ph-nobody");
        refused("station=ph-wrong&taken_at=2026-06-01", file, 400, "offset");
        refused("station=ph-wrong&taken_at=" + Instant.now().plus(1, ChronoUnit.HOURS), file, 400, "future");
        refused(good + "&camera=a%20b", file, 400, "camera");
        refused(good + "&kamera=1", file, 400, "kamera");
        refused(good + "&replace_withdrawn=yes", file, 400, "replace_withdrawn");
        refused(good, new byte[0], 415, "neither");
        refused(good, "<svg/>".getBytes(), 415, "neither");
        refused(good, png(plain(4, 4, 1)), 415, "image/png");
        refused(good, Arrays.copyOf(file, file.length - 5), 422, "cut");
        refused(good, TestPictures.jpegSaying(file, 16, 16, 4), 422, "CMYK");
        refused(good, TestPictures.jpegSaying(file, 30_000, 30_000, 3), 422, "30000 by 30000");
        refused(good, TestPictures.concat(file, new byte[10 * 1024 * 1024 + 1 - file.length]), 413, "10485760");
        assertThat(send(good, "application/octet-stream", file).statusCode()).isEqualTo(415);
        assertThat(writing().contentType("image/jpeg").header("Content-Encoding", "gzip").body(file).post("/air/photos?" + good).statusCode()).isEqualTo(415);
        assertThat(send(good, "image/png", TestPictures.pngSaying(30_000, 30_000)).statusCode()).isEqualTo(422);
        assertThat(get("/air/photos?station=ph-wrong").getList("data")).isEmpty();
        // trailing bytes up to the very limit are no reason to refuse, and none of them is kept
        assertThat(send(good, "image/jpeg", TestPictures.concat(file, new byte[10 * 1024 * 1024 - file.length])).jsonPath().getInt("data.bytes")).isLessThan(2_000);
    }

    private static void refused(String query, byte[] file, int status, String word) {
        Response answer = send(query, "image/jpeg", file);
        assertThat(answer.statusCode()).as("%s: %s", query, answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.jsonPath().getString("detail")).contains(word);
    }
}
