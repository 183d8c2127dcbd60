package org.envdisclosure.air.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.photo.PhotoCalls.get;
import static org.envdisclosure.air.photo.PhotoCalls.reading;
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
import java.util.List;
import java.util.stream.Stream;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Taking down all that a camera had shown before its mask was set. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class PhotosTakedownTest {

    private static JsonPath view(String station, String takenAt, int rgb) {
        return take(station, takenAt + "%2B08:00", jpeg(plain(32, 24, rgb)));
    }

    private static List<Integer> statuses(JsonPath... photos) {
        return Stream.of(photos).map(photo -> reading().get("/air/photos/" + photo.getString("data.photo_id") + "/image").statusCode()).toList();
    }

    @Test
    void the_views_of_a_camera_and_period_go_together_with_all_their_pictures_and_no_others() {
        station("px-one", "px-city");
        JsonPath before = view("px-one", "2026-06-01T23:59:59", 0x010101);
        JsonPath wrong = view("px-one", "2026-06-02T00:00:00", 0x020202);
        JsonPath corrected = view("px-one", "2026-06-02T00:00:00", 0x030303);
        JsonPath last = view("px-one", "2026-06-03T23:59:59", 0x040404);
        JsonPath after = view("px-one", "2026-06-04T00:00:00", 0x050505);
        JsonPath roof = take("px-one", "2026-06-02T12:00:00%2B08:00&camera=roof", jpeg(plain(32, 24, 0x060606)));
        writing().delete("/air/photos/" + last.getString("data.photo_id") + "?reason=alone").then().statusCode(200);

        JsonPath receipt = writing().delete("/air/photos?station=px-one&camera=1&from=2026-06-02&to=2026-06-04&reason=a%20face").jsonPath();

        assertThat(List.of(receipt.getInt("received"), receipt.getInt("corrected"), receipt.getInt("unchanged"))).containsExactly(2, 1, 1);
        assertThat(statuses(before, wrong, corrected, last, after, roof)).containsExactly(200, 410, 410, 410, 200, 200);
        assertThat(get("/air/photos?station=px-one&camera=1").getList("data.withdrawal_reason")).containsExactly(null, "a face", "alone", null);
        assertThat(get("/air/photos?station=px-one&as_of=revision:" + wrong.getLong("meta.revision")).getList("data.sha256")).containsExactly(before.getString("data.sha256"), null);
        assertThat(writing().delete("/air/photos?station=px-one&month=2026-06&reason=all").jsonPath().getInt("corrected")).as("of all cameras").isEqualTo(3);

        // each is put back by itself
        writing().delete("/air/photos/" + corrected.getString("data.photo_id") + "/withdrawal?reason=seen%20to").then().statusCode(200);
        assertThat(statuses(before, wrong, corrected, last, after, roof)).containsExactly(410, 200, 200, 410, 410, 410);
    }

    @ParameterizedTest(name = "{0} -> {1} {2}")
    @CsvSource(delimiter = '|', value = {
        "station=px-two&date=2026-06-01 | 400 | reason",
        "date=2026-06-01&reason=x | 400 | station",
        "station=px-two&reason=x | 400 | from",
        "station=px-two&from=2026-06-01&reason=x | 400 | to",
        "station=px-two&date=2026-06-01&why=x&reason=x | 400 | why",
        "station=px-two&date=2026-06-01&reason=x | 404 | no view"})
    void what_is_not_named_is_not_taken_down(String query, int status, String named) {
        station("px-two", "px-city");
        JsonPath there = view("px-two", "2026-06-02T12:00:00", 0x070707);

        Response refused = writing().delete("/air/photos?" + query);

        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.asString()).contains(named);
        assertThat(statuses(there)).containsExactly(200);
    }

    @Test
    void only_an_administrator_does() {
        String ingest = writing().contentType("application/json").body("{\"name\":\"camera px\",\"role\":\"ingest\"}").post("/keys").jsonPath().getString("key");

        assertThat(reading().delete("/air/photos?station=px-one&month=2026-06&reason=x").statusCode()).isEqualTo(401);
        assertThat(reading().header("X-API-Key", ingest).delete("/air/photos?station=px-one&month=2026-06&reason=x").statusCode()).isEqualTo(403);
    }
}
