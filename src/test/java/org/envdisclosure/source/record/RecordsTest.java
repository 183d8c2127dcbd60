package org.envdisclosure.source.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.source.record.SupervisionService.RECORDS;
import static org.envdisclosure.source.record.SupervisionService.get;
import static org.envdisclosure.source.record.SupervisionService.one;
import static org.envdisclosure.source.record.SupervisionService.reading;
import static org.envdisclosure.source.record.SupervisionService.record;
import static org.envdisclosure.source.record.SupervisionService.send;
import static org.envdisclosure.source.record.SupervisionService.take;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.util.List;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records that nothing is in the way of. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class RecordsTest {

    @Test
    void a_penalty_of_an_enterprise_is_shown_as_received() {
        JsonPath receipt = take(record("rt-firm", "penalty", """
                ,"source_id":"rt-source","amount_cny":"100000.00","party_name":"示例化工有限公司","party_type":"enterprise","legal_representative":"示无名","penalty_types":["fine","confiscation"],"status":"decided\""""));

        assertThat(receipt.getInt("inserted")).isEqualTo(1);
        assertThat(receipt.getInt("held")).isZero();
        JsonPath shown = one("rt-firm");
        assertThat(shown.getString("data.party_name")).isEqualTo("示例化工有限公司");
        assertThat(shown.getString("data.legal_representative")).isEqualTo("示无名");
        assertThat(shown.<BigDecimal>get("data.amount_cny").toPlainString()).isEqualTo("100000.00");
        assertThat(shown.getList("data.penalty_types")).containsExactly("fine", "confiscation");
        assertThat(shown.getList("data.attachments")).isEmpty();
        assertThat(shown.getString("data.published_at")).endsWith("+08:00");
        assertThat(shown.getString("data.withdrawn_at")).isNull();
    }

    @Test
    void a_natural_person_is_masked_and_what_is_never_published_is_not_there() {
        take(record("rt-person", "penalty", ",\"party_name\":\"示无名\",\"party_type\":\"natural_person\",\"party_phone\":\"0717 999\",\"vehicle_plate\":\"示1\",\"bank_account\":\"66\""));

        String shown = reading().get(RECORDS + "/rt-person").asString();
        assertThat(shown).contains("\"party_name\":\"示某\"").doesNotContain("示无名").doesNotContain("party_phone").doesNotContain("0717 999").doesNotContain("vehicle_plate");
    }

    @Test
    void of_a_complainant_nothing_is_shown() {
        take(record("rt-complaint", "complaint", ",\"complainant_name\":\"示来电\",\"complainant_phone\":\"99999\",\"complainant_address\":\"示例里\",\"channel\":\"phone\",\"outcome\":\"已处理\""));

        assertThat(reading().get(RECORDS + "/rt-complaint").asString()).contains("已处理").doesNotContain("complainant").doesNotContain("示来电");
    }

    @Test
    void what_is_sent_again_is_unchanged_and_a_correction_keeps_the_moment_of_publication() {
        take(record("rt-again", "order", ",\"published_at\":\"2026-03-01T09:00:00+08:00\",\"facts\":\"甲\""));
        assertThat(take(record("rt-again", "order", ",\"published_at\":\"2026-03-01T09:00:00+08:00\",\"facts\":\"甲\"")).getInt("unchanged")).isEqualTo(1);
        long before = one("rt-again").getLong("meta.revision");

        assertThat(take(record("rt-again", "order", ",\"published_at\":\"2026-04-01T09:00:00+08:00\",\"facts\":\"乙\"")).getInt("corrected")).isEqualTo(1);

        assertThat(one("rt-again").getString("data.facts")).isEqualTo("乙");
        assertThat(one("rt-again").getString("data.published_at")).isEqualTo("2026-03-01T09:00:00+08:00");
        assertThat(get(RECORDS + "/rt-again?as_of=revision:" + before).getString("data.facts")).isEqualTo("甲");
        JsonPath revisions = get(RECORDS + "/rt-again/revisions");
        assertThat(revisions.getList("data.facts")).containsExactly("甲", "乙");
        assertThat(revisions.getList("data.revision_reason")).containsExactly(null, "resend");
    }

    @Test
    void records_are_found_by_what_they_say() {
        take(record("rt-find-1", "inspection", ",\"source_id\":\"rt-find\",\"occurred_on\":\"2026-02-03\",\"authority\":\"示例局\",\"status\":\"closed\"").replace("示例记录", "寻找示例一"),
                record("rt-find-2", "order", ",\"source_id\":\"rt-find\",\"decision\":\"责令寻找改正 QxZ\",\"status\":\"open\""));

        assertThat(get(RECORDS + "?q=%E5%AF%BB%E6%89%BE&source=rt-find").getList("data.record_id")).containsExactly("rt-find-1", "rt-find-2");
        assertThat(get(RECORDS + "?q=qxz").getList("data.record_id")).containsExactly("rt-find-2");
        assertThat(get(RECORDS + "?source=rt-find&kind=order").getList("data.record_id")).containsExactly("rt-find-2");
        assertThat(get(RECORDS + "?source=rt-find&status=closed").getList("data.record_id")).containsExactly("rt-find-1");
        assertThat(get(RECORDS + "?source=rt-find&authority=%E7%A4%BA%E4%BE%8B%E5%B1%80").getList("data.record_id")).containsExactly("rt-find-1");
        assertThat(get(RECORDS + "?source=rt-find&occurred_from=2026-02-03&occurred_to=2026-02-04").getList("data.record_id")).containsExactly("rt-find-1");
        assertThat(get(RECORDS + "?source=rt-find&occurred_to=2026-02-03").getList("data")).isEmpty();
        assertThat(reading().get(RECORDS + "?occurred_from=2026-02-03&occurred_to=2026-02-03").statusCode()).isEqualTo(400);
        assertThat(reading().get(RECORDS + "/rt-nothing").statusCode()).isEqualTo(404);
        assertThat(reading().get(RECORDS + "/rt-nothing/revisions").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            penalty       | ,"complainant_name":"示"                           | field_of_another_kind
            inspection    | ,"amount_cny":"1","penalty_types":["fine"]        | field_of_another_kind
            penalty       | ,"party_name":"示"                                 | bad_party_type
            penalty       | ,"party_name":"示","party_type":"natural_person","party_uscc":"91130200699229617X" | bad_party_uscc
            clarification | ,"facts":"示"                                      | bad_related_record_id
            eia           | ,"notice_from":"2026-05-02","notice_until":"2026-05-01" | notice_until_before_notice_from
            permit        | ,"permit_no":"11010119900307109X"                 | personal_data_in_permit_no
            permit        | ,"permit_no":"110101199003077715001P"             | personal_data_in_permit_no
            permit        | ,"permit_no":"13800138000"                        | personal_data_in_permit_no
            order         | ,"occurred_on":"2097-01-01"                       | time_in_the_future
            order         | ,"published_at":"2097-01-01T00:00:00+08:00"       | time_in_the_future
            order         | ,"amount_cny":"-1"                                | bad_amount_cny
            penalty       | ,"penalty_types":["beating"]                      | bad_penalty_types
            random_inspection | ,"checked_objects":["=cmd"]                   | bad_checked_objects
            wedding       | ,"facts":"示"                                      | bad_kind
            order         | ,"no_such_field":"示"                              | unknown_field
            """)
    void a_row_that_cannot_be_taken_says_why(String kind, String more, String reason) {
        assertThat(send(record("rt-bad", kind, more)).jsonPath().getList("rejects.reason")).isEqualTo(List.of(reason));
    }
}
