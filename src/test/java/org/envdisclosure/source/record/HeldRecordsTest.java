package org.envdisclosure.source.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.source.record.SupervisionService.ID_NUMBER;
import static org.envdisclosure.source.record.SupervisionService.RECORDS;
import static org.envdisclosure.source.record.SupervisionService.TELEPHONE;
import static org.envdisclosure.source.record.SupervisionService.decide;
import static org.envdisclosure.source.record.SupervisionService.decision;
import static org.envdisclosure.source.record.SupervisionService.get;
import static org.envdisclosure.source.record.SupervisionService.good;
import static org.envdisclosure.source.record.SupervisionService.held;
import static org.envdisclosure.source.record.SupervisionService.one;
import static org.envdisclosure.source.record.SupervisionService.reading;
import static org.envdisclosure.source.record.SupervisionService.record;
import static org.envdisclosure.source.record.SupervisionService.send;
import static org.envdisclosure.source.record.SupervisionService.status;
import static org.envdisclosure.source.record.SupervisionService.take;
import static org.envdisclosure.source.record.SupervisionService.writing;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.time.ChinaTime;
import org.junit.jupiter.api.Test;

/** Records in which something personal was found: held, decided, not asked again. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class HeldRecordsTest {

    private static final String WITNESS = ",\"facts\":\"证人电话" + TELEPHONE + "\"";

    @Test
    void a_record_with_a_telephone_number_is_held_and_the_reviewer_sees_where() {
        JsonPath receipt = take(record("ht-held", "inspection", WITNESS));

        assertThat(receipt.getInt("held")).isEqualTo(1);
        assertThat(receipt.getInt("received")).isZero();
        assertThat(receipt.getString("revision")).isNull();
        assertThat(status(RECORDS + "/ht-held")).isEqualTo(404);
        Map<String, Object> review = held("ht-held").get(0);
        assertThat(review).containsEntry("subject", "record").containsEntry("state", "held").containsEntry("decision", null);
        assertThat(review.get("hits")).isEqualTo(List.of(Map.of("field", "facts", "kind", "mobile_phone", "text", TELEPHONE, "from", 4, "to", 15)));
        assertThat(String.valueOf(review.get("received"))).contains(TELEPHONE);
        assertThat(reading().get("/supervision/reviews").statusCode()).isEqualTo(401);
    }

    @Test
    void masked_it_is_published_without_the_number_and_not_asked_again() {
        take(record("ht-mask", "inspection", WITNESS));

        assertThat(decide("ht-mask", "mask").getInt("inserted")).isEqualTo(1);

        assertThat(one("ht-mask").getString("data.facts")).isEqualTo("证人电话***");
        JsonPath again = take(record("ht-mask", "inspection", WITNESS));
        assertThat(again.getInt("held")).isZero();
        assertThat(again.getInt("unchanged")).isEqualTo(1);
        assertThat(held("ht-mask")).isEmpty();
        Map<String, Object> review = good(writing().get("/supervision/reviews?state=published&record=ht-mask")).getMap("data[0]");
        assertThat(review).containsEntry("decision", "mask").containsEntry("decision_reason", "checked").containsEntry("decided_by", "ENVD_ADMIN_KEY");
    }

    @Test
    void published_as_it_is_the_false_alarm_is_shown_and_not_asked_again() {
        take(record("ht-alarm", "inspection", WITNESS));
        decide("ht-alarm", "publish");

        assertThat(one("ht-alarm").getString("data.facts")).isEqualTo("证人电话" + TELEPHONE);
        assertThat(take(record("ht-alarm", "inspection", WITNESS)).getInt("unchanged")).isEqualTo(1);
    }

    @Test
    void refused_it_stays_away_also_when_it_comes_again() {
        take(record("ht-refuse", "inspection", WITNESS));
        assertThat(decide("ht-refuse", "refuse").getInt("refused_in_review")).isEqualTo(1);

        JsonPath again = take(record("ht-refuse", "inspection", WITNESS));

        assertThat(again.getInt("refused_in_review")).isEqualTo(1);
        assertThat(again.getInt("held")).isZero();
        assertThat(status(RECORDS + "/ht-refuse")).isEqualTo(404);
        assertThat(held("ht-refuse")).isEmpty();
    }

    @Test
    void while_a_correction_is_held_what_was_published_stands() {
        take(record("ht-correct", "inspection", ",\"facts\":\"没有问题\""));

        assertThat(take(record("ht-correct", "inspection", WITNESS)).getInt("held")).isEqualTo(1);

        assertThat(one("ht-correct").getString("data.facts")).isEqualTo("没有问题");
        decide("ht-correct", "mask");
        assertThat(one("ht-correct").getString("data.facts")).isEqualTo("证人电话***");
        assertThat(get(RECORDS + "/ht-correct/revisions").getList("data.facts")).containsExactly("没有问题", "证人电话***");
    }

    @Test
    void what_the_sender_says_later_takes_the_place_of_what_is_held() {
        take(record("ht-later", "inspection", WITNESS));
        String review = String.valueOf(held("ht-later").get(0).get("review_id"));
        take(record("ht-later", "inspection", ",\"facts\":\"没有问题\""));

        assertThat(held("ht-later")).isEmpty();
        assertThat(decision(review, "publish").statusCode()).isEqualTo(409);
        assertThat(one("ht-later").getString("data.facts")).isEqualTo("没有问题");
    }

    @Test
    void in_one_batch_good_rows_are_published_beside_one_that_is_held() {
        JsonPath receipt = take(record("ht-good", "inspection", ""), record("ht-beside", "inspection", WITNESS), record("ht-good-2", "inspection", ""));

        assertThat(receipt.getInt("received")).isEqualTo(2);
        assertThat(receipt.getInt("inserted")).isEqualTo(2);
        assertThat(receipt.getInt("held")).isEqualTo(1);
        assertThat(status(RECORDS + "/ht-beside")).isEqualTo(404);
        assertThat(good(send(record("ht-twice", "inspection", ""), record("ht-twice", "inspection", WITNESS))).getInt("held")).isEqualTo(1);
        assertThat(status(RECORDS + "/ht-twice")).isEqualTo(404);
    }

    @Test
    void an_atomic_batch_that_is_refused_leaves_nothing_to_review() {
        String body = record("ht-atomic", "inspection", WITNESS) + "\n" + record("ht-atomic-2", "wedding", "");

        assertThat(writing().contentType("application/x-ndjson").body(body.getBytes(StandardCharsets.UTF_8)).post(RECORDS + "?mode=atomic").statusCode()).isEqualTo(422);

        assertThat(held("ht-atomic")).isEmpty();
    }

    @Test
    void everything_somebody_wrote_is_looked_through() {
        for (RecordField field : RecordTable.texts()) {
            String kind = field.kinds().iterator().next().wire();
            String value = field.isList() ? "[\"号" + ID_NUMBER + "\"]" : "\"号" + ID_NUMBER + "\"";
            String row = record("ht-" + field.name(), kind, ",\"" + field.name() + "\":" + value + ",\"party_type\":\"enterprise\"");
            String sound = field.kinds().contains(RecordKind.PENALTY) ? row.replace("\"kind\":\"" + kind + "\"", "\"kind\":\"penalty\"") : row.replace(",\"party_type\":\"enterprise\"", "");
            String once = field.name().equals("title") ? sound.replace("\"title\":\"示例记录\",", "") : field.name().equals("document_no") ? sound.replace("\"document_no\":\"示环〔2026〕7号\",", "") : sound;

            JsonPath receipt = take(once);

            assertThat(receipt.getInt("held")).as(field.name()).isEqualTo(1);
            assertThat(held("ht-" + field.name()).get(0).get("hits").toString()).contains("resident_id").contains("field=" + field.name());
        }
    }

    @Test
    void a_list_whose_first_entry_begins_like_json_can_be_decided() {
        take(record("ht-list", "random_inspection", ",\"checked_objects\":[\"[示例]厂\",\"电话" + TELEPHONE + "\"]"));

        assertThat(decide("ht-list", "mask").getInt("inserted")).isEqualTo(1);

        assertThat(one("ht-list").getList("data.checked_objects")).isEqualTo(List.of("[示例]厂", "电话***"));
    }

    @Test
    void a_row_that_was_a_little_ahead_of_the_clock_can_be_decided_at_once() {
        take(record("ht-ahead", "inspection", WITNESS + ",\"published_at\":\"" + ChinaTime.format(Instant.now().plus(Duration.ofMinutes(8))) + "\""));

        assertThat(decide("ht-ahead", "mask").getInt("inserted")).isEqualTo(1);

        assertThat(one("ht-ahead").getString("data.facts")).isEqualTo("证人电话***");
    }

    @Test
    void a_name_that_only_an_earlier_content_gave_is_found_in_a_correction_and_covered() {
        take(record("ht-earlier", "complaint", ",\"outcome\":\"已处理\",\"complainant_name\":\"示来电\""));

        assertThat(take(record("ht-earlier", "complaint", ",\"outcome\":\"示来电的反映已处理\"")).getInt("held")).isEqualTo(1);

        assertThat(held("ht-earlier").get(0).get("hits")).isEqualTo(List.of(Map.of("field", "outcome", "kind", "own_field", "text", "示来电", "from", 0, "to", 3)));
        decide("ht-earlier", "mask");
        assertThat(one("ht-earlier").getString("data.outcome")).isEqualTo("***的反映已处理");
        assertThat(take(record("ht-earlier", "complaint", ",\"outcome\":\"示来电的反映已处理\"")).getInt("unchanged")).isEqualTo(1);
    }

    @Test
    void a_decision_that_is_none_is_refused() {
        take(record("ht-decide", "inspection", WITNESS));
        String review = "/supervision/reviews/" + held("ht-decide").get(0).get("review_id");

        for (String body : List.of("{}", "{\"decision\":\"approve\",\"reason\":\"x\"}", "{\"decision\":\"mask\"}", "{\"decision\":\"mask\",\"reason\":\"\"}", "{\"decision\":\"mask\",\"reason\":\"x\",\"more\":1}", "[]", "x")) {
            assertThat(writing().contentType("application/json").body(body).post(review).statusCode()).as(body).isEqualTo(400);
        }
        assertThat(decision("r999999999", "mask").statusCode()).isEqualTo(404);
        assertThat(decision("x", "mask").statusCode()).isEqualTo(404);
        assertThat(send(record("ht-decide", "inspection", WITNESS)).jsonPath().getInt("held")).isEqualTo(1);
    }
}
