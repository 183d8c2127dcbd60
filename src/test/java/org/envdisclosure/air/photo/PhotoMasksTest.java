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
import static org.envdisclosure.platform.picture.TestPictures.quarters;
import static org.envdisclosure.platform.picture.TestPictures.read;
import static org.envdisclosure.platform.picture.TestPictures.withExif;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;

/** Regions that are black in everything that is kept. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class PhotoMasksTest {

    private static final String TOP_LEFT = "{\"regions\":[{\"x\":0,\"y\":0,\"width\":0.5,\"height\":0.5}]}";
    private static final int DARK = 24;

    private static Response put(String station, String body) {
        return writing().contentType("application/json").body(body).put("/air/photos/masks/" + station);
    }

    /** Which of the four quarters are black, row by row. */
    private static List<Boolean> black(byte[] file) {
        BufferedImage picture = read(file);
        int w = picture.getWidth();
        int h = picture.getHeight();
        return List.of(isBlack(picture.getRGB(w / 4, h / 4)), isBlack(picture.getRGB(3 * w / 4, h / 4)), isBlack(picture.getRGB(w / 4, 3 * h / 4)),
                isBlack(picture.getRGB(3 * w / 4, 3 * h / 4)));
    }

    private static boolean isBlack(int rgb) {
        return (rgb >> 16 & 0xFF) < DARK && (rgb >> 8 & 0xFF) < DARK && (rgb & 0xFF) < DARK;
    }

    @Test
    void the_mask_lies_on_the_upright_picture_its_thumbnail_and_what_the_bureau_has() {
        station("pm-turn", "pm-city");
        JsonPath set = put("pm-turn", TOP_LEFT).jsonPath();
        assertThat(set.getInt("data.mask_version")).isEqualTo(1);

        JsonPath photo = take("pm-turn", NOON, withExif(jpeg(quarters(1000, 800)), 6));

        assertThat(photo.getInt("data.mask_version")).isEqualTo(1);
        byte[] original = writing().get("/air/photos/" + photo.getString("data.photo_id") + "/original").asByteArray();
        for (byte[] file : List.of(bytes(photo.getString("data.url")), bytes(photo.getString("data.thumbnail_url")), original)) {
            assertThat(black(file)).containsExactly(true, false, false, false);
        }
    }

    @Test
    void sent_again_after_a_mask_was_set_it_is_painted_and_after_it_was_removed_it_is_not() {
        station("pm-again", "pm-city");
        byte[] file = jpeg(quarters(100, 80));
        JsonPath open = take("pm-again", NOON, file);
        put("pm-again", TOP_LEFT);
        JsonPath painted = take("pm-again", NOON, file);
        assertThat(List.of(painted.getString("meta.verdict"), painted.getInt("data.mask_version"))).containsExactly("corrected", 1);
        assertThat(black(bytes(painted.getString("data.url")))).containsExactly(true, false, false, false);
        assertThat(take("pm-again", NOON, file).getString("meta.verdict")).isEqualTo("unchanged");

        JsonPath removed = writing().delete("/air/photos/masks/pm-again").jsonPath();
        assertThat(List.of(removed.getInt("data.mask_version"), removed.getList("data.regions"))).containsExactly(2, List.of());
        JsonPath openAgain = take("pm-again", NOON, file);

        assertThat(openAgain.getString("data.photo_id")).isEqualTo(open.getString("data.photo_id"));
        assertThat(openAgain.getInt("data.mask_version")).isZero();
        assertThat(put("pm-again", TOP_LEFT).jsonPath().getInt("data.mask_version")).isEqualTo(3);
    }

    @Test
    void a_better_mask_hides_what_the_one_before_had_left_open() {
        station("pm-hide", "pm-city");
        byte[] file = jpeg(quarters(120, 80));
        JsonPath open = take("pm-hide", NOON, file);
        put("pm-hide", TOP_LEFT);
        JsonPath painted = take("pm-hide", NOON, file);

        for (String what : List.of("image", "thumbnail")) {
            Response gone = reading().get("/air/photos/" + open.getString("data.photo_id") + "/" + what);
            assertThat(gone.statusCode()).as(what).isEqualTo(410);
            assertThat(gone.jsonPath().getString("detail")).contains("replaced by a masked picture");
        }
        JsonPath past = get("/air/photos?station=pm-hide&as_of=revision:" + open.getLong("meta.revision"));
        assertThat(past.getString("data[0].photo_id")).isEqualTo(open.getString("data.photo_id"));
        assertThat(past.getString("data[0].sha256")).isNull();
        assertThat(past.getString("data[0].url")).isNull();
        assertThat(past.getString("data[0].withdrawal_reason")).contains("replaced by a masked picture");
        assertThat(get("/air/photos?station=pm-hide").getMap("data[0]")).isEqualTo(painted.getMap("data"));
        JsonPath again = take("pm-hide", NOON, file);
        assertThat(again.getString("meta.verdict")).isEqualTo("unchanged");
        assertThat(again.getMap("data")).isEqualTo(painted.getMap("data"));

        put("pm-hide", "{\"regions\":[{\"x\":0,\"y\":0,\"width\":1,\"height\":0.5}]}");
        JsonPath better = take("pm-hide", NOON, file);
        assertThat(black(bytes(better.getString("data.url")))).containsExactly(true, true, false, false);
        assertThat(reading().get("/air/photos/" + painted.getString("data.photo_id") + "/image").statusCode()).isEqualTo(410);
        put("pm-hide", TOP_LEFT);
        JsonPath asBefore = take("pm-hide", NOON, file);
        assertThat(asBefore.getString("data.photo_id")).as("the mask in force is that of the second").isEqualTo(painted.getString("data.photo_id"));
        assertThat(black(bytes(asBefore.getString("data.url")))).containsExactly(true, false, false, false);
    }

    @Test
    void the_same_file_under_a_better_mask_takes_the_place_of_one_taken_down_and_may_be_sent_again() {
        station("pm-place", "pm-city");
        byte[] file = jpeg(quarters(140, 80));
        JsonPath open = take("pm-place", NOON, file);
        String path = "/air/photos/" + open.getString("data.photo_id");
        writing().delete(path + "?reason=a%20face").then().statusCode(200);
        put("pm-place", TOP_LEFT);
        String key = "station=pm-place&taken_at=" + NOON;
        assertThat(send(key, "image/jpeg", file).statusCode()).isEqualTo(409);
        assertThat(send(key + "&replace_withdrawn=true", "image/jpeg", file).jsonPath().getString("meta.verdict")).isEqualTo("corrected");

        JsonPath again = take("pm-place", NOON, file);

        assertThat(again.getString("meta.verdict")).isEqualTo("unchanged");
        assertThat(bytes(again.getString("data.url"))).hasSize(again.getInt("data.bytes"));
        assertThat(reading().get(path + "/image").jsonPath().getString("detail")).contains("a face");
    }

    @Test
    void what_was_sent_before_another_picture_is_hidden_too_and_that_picture_is_not() {
        station("pm-mid", "pm-city");
        byte[] file = jpeg(quarters(160, 80));
        JsonPath open = take("pm-mid", NOON, file);
        JsonPath between = take("pm-mid", NOON, jpeg(quarters(60, 160)));
        put("pm-mid", TOP_LEFT);

        take("pm-mid", NOON, file);

        assertThat(reading().get("/air/photos/" + open.getString("data.photo_id") + "/image").statusCode()).isEqualTo(410);
        assertThat(reading().get("/air/photos/" + between.getString("data.photo_id") + "/image").statusCode()).isEqualTo(200);
    }

    @Test
    void a_reason_in_the_words_of_a_better_mask_is_a_decision_all_the_same() {
        station("pm-words", "pm-city");
        byte[] file = jpeg(quarters(180, 80));
        JsonPath open = take("pm-words", NOON, file);
        take("pm-words", NOON, jpeg(quarters(60, 180)));
        String words = URLEncoder.encode(Remasked.REASON, StandardCharsets.UTF_8).replace("+", "%20");
        writing().delete("/air/photos/" + open.getString("data.photo_id") + "?reason=" + words).then().statusCode(200);

        assertThat(send("station=pm-words&taken_at=" + NOON, "image/jpeg", file).statusCode()).isEqualTo(409);
    }

    @Test
    void a_mask_that_is_set_while_a_picture_is_painted_turns_the_picture_away() throws Exception {
        station("pm-race", "pm-city");
        byte[] file = jpeg(quarters(200, 80));
        String key = "station=pm-race&taken_at=" + NOON;
        ExecutorService camera = Executors.newSingleThreadExecutor();
        try (Connection mask = Arc.container().instance(AgroalDataSource.class).get().getConnection(); Statement statement = mask.createStatement()) {
            mask.setAutoCommit(false);
            statement.execute("SELECT revision FROM dataset_head WHERE dataset = 'air-photos' FOR UPDATE");
            Future<Response> sent = camera.submit(() -> send(key, "image/jpeg", file));
            PhotoCalls.untilOneWaits();
            // as PUT …/masks does once it has the lock
            statement.execute("INSERT INTO air_photo_masks (station_code, camera, version, regions, set_at, set_by) "
                    + "VALUES ('pm-race', '1', 1, '[{\"x\":0,\"y\":0,\"width\":0.5,\"height\":0.5}]', now(), 'bureau')");
            mask.commit();

            assertThat(sent.get().statusCode()).isEqualTo(429);
            assertThat(sent.get().header("Retry-After")).isEqualTo("1");
            assertThat(sent.get().jsonPath().getString("detail")).contains("the mask was changed");
        } finally {
            camera.shutdown();
        }
        assertThat(get("/air/photos?station=pm-race").getList("data")).isEmpty();

        JsonPath again = take("pm-race", NOON, file);

        assertThat(again.getInt("data.mask_version")).isEqualTo(1);
        assertThat(black(bytes(again.getString("data.url")))).containsExactly(true, false, false, false);
    }

    @Test
    void each_camera_has_its_own() {
        station("pm-two", "pm-city");
        writing().contentType("application/json").body(TOP_LEFT).put("/air/photos/masks/pm-two?camera=roof").then().statusCode(200);

        assertThat(take("pm-two", NOON, jpeg(quarters(100, 80))).getInt("data.mask_version")).isZero();
        assertThat(take("pm-two", NOON + "&camera=roof", jpeg(quarters(100, 80))).getInt("data.mask_version")).isEqualTo(1);
        JsonPath told = writing().get("/air/photos/masks/pm-two?camera=roof").jsonPath();
        assertThat(told.getString("data.camera")).isEqualTo("roof");
        assertThat(told.getDouble("data.regions[0].width")).isEqualTo(0.5);
        assertThat(told.getString("data.set_by")).isNotEmpty();
        assertThat(told.getString("data.set_at")).endsWith("+08:00");
        assertThat(writing().get("/air/photos/masks/pm-two").statusCode()).isEqualTo(404);
    }

    @Test
    void who_may_not_or_asks_wrongly_is_told() {
        station("pm-wrong", "pm-city");

        assertThat(reading().get("/air/photos/masks/pm-wrong").statusCode()).isEqualTo(401);
        assertThat(put("pm-nobody", TOP_LEFT).statusCode()).isEqualTo(404);
        assertThat(writing().delete("/air/photos/masks/pm-wrong").statusCode()).isEqualTo(404);
        for (String body : List.of("", "[]", "{}", "{\"regions\":[]}", "{\"regions\":[{\"x\":2,\"y\":0,\"width\":1,\"height\":1}]}",
                "{\"regions\":[{\"x\":0,\"y\":0,\"width\":1,\"height\":1}],\"colour\":\"red\"}")) {
            assertThat(put("pm-wrong", body).statusCode()).as(body).isEqualTo(400);
        }
        assertThat(put("pm-wrong", "{\"regions\":[{\"x\":2,\"y\":0,\"width\":1,\"height\":1}]}").jsonPath().getString("errors[0].pointer")).isEqualTo("/regions/0/x");
        assertThat(writing().get("/air/photos/masks/pm-wrong?kamera=1").statusCode()).isEqualTo(400);
    }
}
