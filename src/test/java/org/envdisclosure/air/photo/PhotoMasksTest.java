package org.envdisclosure.air.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.photo.PhotoCalls.NOON;
import static org.envdisclosure.air.photo.PhotoCalls.bytes;
import static org.envdisclosure.air.photo.PhotoCalls.reading;
import static org.envdisclosure.air.photo.PhotoCalls.station;
import static org.envdisclosure.air.photo.PhotoCalls.take;
import static org.envdisclosure.air.photo.PhotoCalls.writing;
import static org.envdisclosure.platform.picture.TestPictures.jpeg;
import static org.envdisclosure.platform.picture.TestPictures.quarters;
import static org.envdisclosure.platform.picture.TestPictures.read;
import static org.envdisclosure.platform.picture.TestPictures.withExif;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.util.List;
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
