package org.envdisclosure.air.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.photo.PhotoCalls.NOON;
import static org.envdisclosure.air.photo.PhotoCalls.get;
import static org.envdisclosure.air.photo.PhotoCalls.reading;
import static org.envdisclosure.air.photo.PhotoCalls.send;
import static org.envdisclosure.air.photo.PhotoCalls.station;
import static org.envdisclosure.air.photo.PhotoCalls.take;
import static org.envdisclosure.air.photo.PhotoCalls.writing;
import static org.envdisclosure.platform.picture.TestPictures.jpeg;
import static org.envdisclosure.platform.picture.TestPictures.plain;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;

/** Taking views down, and putting them back. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class PhotoTakedownTest {

    private static final Set<String> LEFT = Set.of("photo_id", "station_code", "camera", "taken_at", "withdrawn_at", "withdrawal_reason");

    private static byte[] picture(int rgb) {
        return jpeg(plain(32, 24, rgb));
    }

    private static JsonPath withdraw(JsonPath photo, String reason) {
        Response answer = writing().delete("/air/photos/" + photo.getString("data.photo_id") + "?reason=" + reason);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    private static void onlyKeyAndReason(Map<String, Object> row) {
        Set<String> told = row.entrySet().stream().filter(member -> member.getValue() != null).map(Map.Entry::getKey).collect(Collectors.toSet());
        assertThat(told).isEqualTo(LEFT);
        assertThat(row).containsEntry("withdrawal_reason", "a face can be recognised");
    }

    @Test
    void every_path_at_every_state_shows_key_and_reason_alone() throws SQLException {
        station("pt-down", "pt-city");
        JsonPath first = take("pt-down", NOON, picture(0x101010));
        JsonPath second = take("pt-down", NOON, picture(0x202020));
        String pinned = "/air/photos?station=pt-down&as_of=revision:" + first.getLong("meta.revision");
        Response before = reading().get(pinned);
        assertThat(before.header("Cache-Control")).doesNotContain("immutable");

        assertThat(withdraw(second, "a%20face%20can%20be%20recognised").getInt("corrected")).isEqualTo(1);

        for (String path : List.of(pinned, "/air/photos?station=pt-down", "/air/photos?station=pt-down&as_of=revision:" + second.getLong("meta.revision"))) {
            JsonPath now = get(path);
            assertThat(now.getList("data")).as(path).hasSize(1);
            onlyKeyAndReason(now.getMap("data[0]"));
        }
        onlyKeyAndReason(get("/air/photos/" + second.getString("data.photo_id")).getMap("data"));
        onlyKeyAndReason(get("/air/photos/" + first.getString("data.photo_id") + "?as_of=revision:" + first.getLong("meta.revision")).getMap("data"));
        assertThat(reading().header("If-None-Match", before.header("ETag")).get(pinned).statusCode()).as("who holds the past state").isEqualTo(200);
        assertThat(reading().get(pinned + "&format=csv").asString()).doesNotContain(first.getString("data.sha256")).contains("a face can be recognised");
        assertThat(get("/air/photos?station=pt-down&latest=true").getList("data")).isEmpty();
        assertThat(PhotoCalls.stored("SELECT sha256 FROM air_photos WHERE station_code = ?", "pt-down")).isNull();
        for (JsonPath photo : List.of(first, second)) {
            for (String file : List.of("url", "thumbnail_url")) {
                Response gone = reading().header("If-None-Match", "*").get(photo.getString("data." + file).replace("/api/v1", ""));
                assertThat(gone.statusCode()).isEqualTo(410);
                assertThat(gone.contentType()).isEqualTo("application/problem+json");
                assertThat(gone.jsonPath().getString("detail")).contains("a face can be recognised");
            }
        }
    }

    @Test
    void the_bureau_still_has_the_picture() {
        station("pt-kept", "pt-city");
        JsonPath photo = take("pt-kept", NOON, picture(0x303030));
        withdraw(photo, "on%20request");

        Response original = writing().get("/air/photos/" + photo.getString("data.photo_id") + "/original");

        assertThat(original.statusCode()).isEqualTo(200);
        assertThat(original.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(original.header("ETag")).isEqualTo('"' + photo.getString("data.sha256") + '"');
        assertThat(reading().get("/air/photos/" + photo.getString("data.photo_id") + "/original").statusCode()).isEqualTo(401);
    }

    @Test
    void it_does_not_come_back_by_itself_and_is_put_back_on_purpose() {
        station("pt-back", "pt-city");
        JsonPath photo = take("pt-back", NOON, picture(0x404040));
        assertThat(withdraw(photo, "by%20mistake").getInt("corrected")).isEqualTo(1);
        assertThat(withdraw(photo, "twice").getInt("unchanged")).isEqualTo(1);
        String key = "station=pt-back&taken_at=" + NOON;
        for (byte[] sent : List.of(picture(0x404040), picture(0x414141))) {
            Response refused = send(key, "image/jpeg", sent);
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.jsonPath().getString("detail")).contains("by mistake");
        }
        assertThat(send(key + "&replace_withdrawn=true", "image/jpeg", picture(0x404040)).statusCode()).as("the very file").isEqualTo(409);

        String withdrawal = "/air/photos/" + photo.getString("data.photo_id") + "/withdrawal";
        assertThat(writing().delete(withdrawal).statusCode()).isEqualTo(400);
        assertThat(writing().delete(withdrawal + "?reason=seen%20to").jsonPath().getInt("corrected")).isEqualTo(1);
        assertThat(writing().delete(withdrawal + "?reason=again").jsonPath().getInt("unchanged")).isEqualTo(1);

        assertThat(get("/air/photos?station=pt-back").getMap("data[0]")).isEqualTo(photo.getMap("data"));
        assertThat(PhotoCalls.bytes(photo.getString("data.url"))).hasSize(photo.getInt("data.bytes"));
        assertThat(take("pt-back", NOON, picture(0x404040)).getString("meta.verdict")).isEqualTo("unchanged");
    }

    @Test
    void another_picture_takes_its_place_and_the_first_stays_down() {
        station("pt-place", "pt-city");
        JsonPath bad = take("pt-place", NOON, picture(0x505050));
        withdraw(bad, "a%20face%20can%20be%20recognised");

        JsonPath good = send("station=pt-place&taken_at=" + NOON + "&replace_withdrawn=true", "image/jpeg", picture(0x515151)).jsonPath();

        assertThat(good.getString("meta.verdict")).isEqualTo("corrected");
        assertThat(get("/air/photos?station=pt-place").getMap("data[0]")).isEqualTo(good.getMap("data"));
        assertThat(reading().get("/air/photos/" + bad.getString("data.photo_id") + "/image").statusCode()).isEqualTo(410);
        onlyKeyAndReason(get("/air/photos?station=pt-place&as_of=revision:" + bad.getLong("meta.revision")).getMap("data[0]"));
        assertThat(send("station=pt-place&taken_at=" + NOON, "image/jpeg", picture(0x505050)).statusCode()).as("the first, sent again").isEqualTo(409);
        assertThat(take("pt-place", NOON, picture(0x525252)).getString("meta.verdict")).as("a correction of the second").isEqualTo("corrected");
    }

    @Test
    void who_holds_the_row_of_an_earlier_picture_is_told_too() {
        station("pt-held", "pt-city");
        JsonPath first = take("pt-held", NOON, picture(0x575757));
        JsonPath second = take("pt-held", NOON, picture(0x585858));
        String earlier = "/air/photos/" + first.getString("data.photo_id") + "?as_of=revision:" + first.getLong("meta.revision");
        Response held = reading().get(earlier);
        assertThat(reading().header("If-None-Match", held.header("ETag")).get(earlier).statusCode()).isEqualTo(304);

        withdraw(second, "a%20face%20can%20be%20recognised");

        Response now = reading().header("If-None-Match", held.header("ETag")).get(earlier);
        assertThat(now.statusCode()).isEqualTo(200);
        onlyKeyAndReason(now.jsonPath().getMap("data"));
    }

    @Test
    void what_took_its_place_is_put_back_without_the_first() {
        station("pt-swap", "pt-city");
        JsonPath bad = take("pt-swap", NOON, picture(0x535353));
        withdraw(bad, "a%20face%20can%20be%20recognised");
        JsonPath good = send("station=pt-swap&taken_at=" + NOON + "&replace_withdrawn=true", "image/jpeg", picture(0x545454)).jsonPath();

        assertThat(restore(good).getInt("unchanged")).as("it is public").isEqualTo(1);
        assertThat(withdraw(bad, "again").getInt("unchanged")).as("it is down").isEqualTo(1);
        assertThat(statuses(bad, good)).containsExactly(410, 200);
        withdraw(good, "by%20mistake");
        assertThat(statuses(bad, good)).containsExactly(410, 410);
        assertThat(restore(good).getInt("corrected")).isEqualTo(1);

        assertThat(statuses(bad, good)).containsExactly(410, 200);
        onlyKeyAndReason(get("/air/photos?station=pt-swap&as_of=revision:" + bad.getLong("meta.revision")).getMap("data[0]"));
        assertThat(restore(bad).getInt("corrected")).isEqualTo(1);
        assertThat(statuses(bad, good)).containsExactly(200, 200);
    }

    @Test
    void pictures_taken_down_together_are_put_back_together() {
        station("pt-both", "pt-city");
        JsonPath first = take("pt-both", NOON, picture(0x555555));
        JsonPath second = take("pt-both", NOON, picture(0x565656));
        withdraw(first, "on%20request");
        assertThat(statuses(first, second)).containsExactly(410, 410);

        assertThat(restore(second).getInt("corrected")).isEqualTo(1);

        assertThat(statuses(first, second)).containsExactly(200, 200);
    }

    private static JsonPath restore(JsonPath photo) {
        Response answer = writing().delete("/air/photos/" + photo.getString("data.photo_id") + "/withdrawal?reason=seen%20to");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    private static List<Integer> statuses(JsonPath... photos) {
        return Stream.of(photos).map(photo -> reading().get("/air/photos/" + photo.getString("data.photo_id") + "/image").statusCode()).toList();
    }

    @Test
    void the_same_file_of_another_view_is_not_touched() {
        station("pt-same", "pt-city");
        JsonPath one = take("pt-same", NOON, picture(0x606060));
        JsonPath other = take("pt-same", "2026-06-01T13:00:00%2B08:00", picture(0x606060));
        assertThat(other.getString("data.sha256")).isEqualTo(one.getString("data.sha256"));

        withdraw(one, "on%20request");

        assertThat(PhotoCalls.bytes(other.getString("data.url"))).hasSize(other.getInt("data.bytes"));
    }

    @Test
    void only_an_administrator_takes_down_and_says_why() {
        station("pt-who", "pt-city");
        JsonPath photo = take("pt-who", NOON, picture(0x707070));
        String path = "/air/photos/" + photo.getString("data.photo_id");
        String ingest = writing().contentType("application/json").body("{\"name\":\"camera\",\"role\":\"ingest\"}").post("/keys").jsonPath().getString("key");

        assertThat(reading().delete(path + "?reason=x").statusCode()).isEqualTo(401);
        assertThat(reading().header("X-API-Key", ingest).delete(path + "?reason=x").statusCode()).isEqualTo(403);
        assertThat(reading().header("X-API-Key", ingest).contentType("image/jpeg").body(picture(1))
                .post("/air/photos?station=pt-who&taken_at=" + NOON + "&replace_withdrawn=true").statusCode()).isEqualTo(403);
        for (String query : List.of("", "?reason=", "?reason=%20", "?reason=" + "x".repeat(201), "?reason=a%0Ab", "?why=x")) {
            assertThat(writing().delete(path + query).statusCode()).as(query).isEqualTo(400);
        }
        assertThat(writing().delete("/air/photos/ffffffffffffffffffffffff?reason=x").statusCode()).isEqualTo(404);
        assertThat(get(path).getMap("data")).isEqualTo(photo.getMap("data"));
    }
}
