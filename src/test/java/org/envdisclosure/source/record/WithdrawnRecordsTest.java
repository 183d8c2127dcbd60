package org.envdisclosure.source.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.source.record.SupervisionService.RECORDS;
import static org.envdisclosure.source.record.SupervisionService.TELEPHONE;
import static org.envdisclosure.source.record.SupervisionService.decide;
import static org.envdisclosure.source.record.SupervisionService.get;
import static org.envdisclosure.source.record.SupervisionService.good;
import static org.envdisclosure.source.record.SupervisionService.one;
import static org.envdisclosure.source.record.SupervisionService.reading;
import static org.envdisclosure.source.record.SupervisionService.record;
import static org.envdisclosure.source.record.SupervisionService.send;
import static org.envdisclosure.source.record.SupervisionService.take;
import static org.envdisclosure.source.record.SupervisionService.withdraw;
import static org.envdisclosure.source.record.SupervisionService.writing;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.time.ChinaTime;
import org.junit.jupiter.api.Test;

/** Records that were withdrawn, by an administrator and by law's own clock. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class WithdrawnRecordsTest {

    @Inject
    RecordEnds ends;

    private static LocalDate today() {
        return ChinaTime.dateOf(Instant.now());
    }

    private static void isWithdrawn(String id, String reason) {
        Map<String, Object> shown = one(id).getMap("data");
        assertThat(shown.get("withdrawn_at")).isInstanceOf(String.class);
        assertThat(String.valueOf(shown.get("withdrawal_reason"))).contains(reason);
        shown.keySet().removeAll(List.of("record_id", "published_at", "withdrawn_at", "withdrawal_reason"));
        assertThat(shown.remove("attachments")).isEqualTo(List.of());
        assertThat(shown.values()).containsOnlyNulls();
    }

    @Test
    void a_withdrawn_record_shows_its_key_when_and_why_at_every_past_state_and_comes_back_when_it_is_put_back() {
        take(record("wt-one", "order", ",\"facts\":\"甲\",\"source_id\":\"wt\""));
        take(record("wt-one", "order", ",\"facts\":\"乙\",\"source_id\":\"wt\""));
        long before = one("wt-one").getLong("meta.revision");

        assertThat(withdraw("wt-one", "error").getInt("corrected")).isEqualTo(1);
        assertThat(withdraw("wt-one", "other").getInt("unchanged")).isEqualTo(1);

        isWithdrawn("wt-one", "error");
        assertThat(get(RECORDS + "/wt-one?as_of=revision:" + before).getString("data.withdrawal_reason")).isEqualTo("error");
        assertThat(get(RECORDS + "/wt-one?as_of=revision:" + before).getString("data.facts")).isNull();
        assertThat(get(RECORDS + "/wt-one/revisions").getList("data.facts")).containsExactly(null, null, null);
        assertThat(get(RECORDS + "?source=wt").getList("data")).isEmpty();
        assertThat(take(record("wt-one", "order", ",\"facts\":\"丙\",\"source_id\":\"wt\"")).getInt("corrected")).isEqualTo(1);
        isWithdrawn("wt-one", "error");

        good(writing().delete(RECORDS + "/wt-one/withdrawal?reason=mistake"));

        assertThat(one("wt-one").getString("data.facts")).isEqualTo("丙");
        assertThat(one("wt-one").getString("data.withdrawn_at")).isNull();
        assertThat(reading().delete(RECORDS + "/wt-one?reason=x").statusCode()).isEqualTo(401);
        assertThat(writing().delete(RECORDS + "/wt-nothing?reason=x").statusCode()).isEqualTo(404);
        assertThat(writing().delete(RECORDS + "/wt-one").statusCode()).isEqualTo(400);
    }

    @Test
    void a_penalty_that_comes_annulled_is_withdrawn_at_once_with_the_reason_given() {
        take(record("wt-annulled", "penalty", ",\"facts\":\"甲\""));
        take(record("wt-annulled", "penalty", ",\"facts\":\"甲\",\"annulled_on\":\"2026-05-20\",\"annulment_reason\":\"复议撤销\",\"status\":\"annulled\""));

        isWithdrawn("wt-annulled", "复议撤销");
    }

    @Test
    void a_penalty_annulled_without_a_reason_says_the_law() {
        take(record("wt-annulled-2", "penalty", ",\"annulled_on\":\"2026-05-20\""));

        isWithdrawn("wt-annulled-2", "行政处罚法第四十八条");
    }

    @Test
    void a_held_correction_that_says_annulled_withdraws_what_stands() {
        take(record("wt-held", "penalty", ",\"facts\":\"甲\""));

        JsonPath receipt = take(record("wt-held", "penalty", ",\"facts\":\"电话" + TELEPHONE + "\",\"annulled_on\":\"2026-05-20\",\"annulment_reason\":\"电话" + TELEPHONE + "\""));

        assertThat(receipt.getInt("held")).isEqualTo(1);
        isWithdrawn("wt-held", "行政处罚法第四十八条");
    }

    @Test
    void the_last_public_day_is_public_and_the_day_after_is_not() throws SQLException {
        take(record("wt-until", "order", ",\"public_until\":\"" + today() + "\""));
        ends.withdraw(Instant.now());
        assertThat(one("wt-until").getString("data.withdrawn_at")).isNull();

        assertThat(ends.withdraw(Instant.now().plus(Duration.ofDays(1)))).isPositive();

        isWithdrawn("wt-until", "公开期限至 " + today());
        assertThat(ends.withdraw(Instant.now().plus(Duration.ofDays(1)))).as("the second replica").isZero();
        good(writing().delete(RECORDS + "/wt-until/withdrawal?reason=mistake"));
        assertThat(ends.withdraw(Instant.now().plus(Duration.ofDays(2)))).as("what was put back stays").isZero();
        assertThat(one("wt-until").getString("data.withdrawn_at")).isNull();
    }

    @Test
    void what_is_over_when_it_comes_is_never_seen() {
        take(record("wt-over", "order", ",\"facts\":\"甲\",\"public_until\":\"" + today().minusDays(1) + "\""));

        isWithdrawn("wt-over", "公开期限至");
    }

    @Test
    void an_annulment_that_is_still_to_come_waits_for_its_day() throws SQLException {
        take(record("wt-later", "penalty", ",\"annulled_on\":\"" + today().plusDays(3) + "\",\"annulment_reason\":\"诉讼撤销\""));
        assertThat(one("wt-later").getString("data.withdrawn_at")).isNull();

        ends.withdraw(Instant.now().plus(Duration.ofDays(3)));

        isWithdrawn("wt-later", "诉讼撤销");
    }

    /** What the changes tell of a record: each row once. */
    private static List<String> told(String id) {
        List<Map<String, Object>> changes = get("/changes?dataset=supervision-records&limit=10000&since=2020-01-01").getList("data");
        return changes.stream().filter(change -> String.valueOf(change.get("key")).startsWith(id + "/")).map(change -> String.valueOf(change.get("kind"))).toList();
    }

    @Test
    void a_held_row_that_is_over_does_not_withdraw_what_stands_behind_the_back_of_its_revisions() {
        take(record("wt-twice", "order", ",\"facts\":\"甲\""));

        send(record("wt-twice", "order", ",\"facts\":\"乙\""),
                record("wt-twice", "order", ",\"facts\":\"电话" + TELEPHONE + "\",\"public_until\":\"" + today().minusDays(1) + "\""));

        assertThat(one("wt-twice").getString("data.facts")).isEqualTo("甲");
        assertThat(one("wt-twice").getString("data.withdrawn_at")).isNull();
        assertThat(told("wt-twice")).containsExactly("added");
    }

    @Test
    void a_held_row_that_says_annulled_behind_a_clean_one_withdraws_what_stands_with_a_revision() {
        take(record("wt-behind", "penalty", ",\"facts\":\"甲\""));
        String before = reading().get(RECORDS + "/wt-behind").header("ETag");

        send(record("wt-behind", "penalty", ",\"facts\":\"乙\""), record("wt-behind", "penalty", ",\"facts\":\"电话" + TELEPHONE + "\",\"annulled_on\":\"2026-05-20\""));

        isWithdrawn("wt-behind", "行政处罚法第四十八条");
        assertThat(told("wt-behind")).containsExactly("withdrawn");
        assertThat(reading().header("If-None-Match", before).get(RECORDS + "/wt-behind").statusCode()).isEqualTo(200);
        assertThat(get(RECORDS + "/wt-behind/revisions").getList("data")).hasSize(2);
    }

    @Test
    void what_was_never_public_is_not_withdrawn_by_a_row_that_is_held() {
        send(record("wt-never", "penalty", ",\"facts\":\"乙\""), record("wt-never", "penalty", ",\"facts\":\"电话" + TELEPHONE + "\",\"annulled_on\":\"2026-05-20\""));
        take(record("wt-never", "penalty", ",\"facts\":\"丙\""));

        assertThat(one("wt-never").getString("data.facts")).isEqualTo("丙");
    }

    @Test
    void whatever_comes_after_a_withdrawal_the_changes_tell_the_withdrawal() {
        take(record("wt-told", "order", ",\"facts\":\"甲\""));
        withdraw("wt-told", "error");
        assertThat(told("wt-told")).containsExactly("withdrawn");

        assertThat(take(record("wt-told", "order", ",\"facts\":\"乙\"")).getInt("corrected")).isEqualTo(1);
        assertThat(told("wt-told")).as("sent again").containsExactly("withdrawn");

        assertThat(writing().contentType("text/plain").body("没有问题".getBytes(StandardCharsets.UTF_8)).post(RECORDS + "/wt-told/attachments?name=a.txt").statusCode()).isEqualTo(201);
        assertThat(told("wt-told")).as("given a file").containsExactly("withdrawn");

        take(record("wt-told", "order", ",\"facts\":\"电话" + TELEPHONE + "\""));
        decide("wt-told", "mask");
        assertThat(told("wt-told")).as("decided by a reviewer").containsExactly("withdrawn");

        good(writing().delete(RECORDS + "/wt-told/withdrawal?reason=mistake"));
        assertThat(told("wt-told")).as("put back").containsExactly("corrected");
    }
}
