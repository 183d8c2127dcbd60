package org.envdisclosure.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.water.AssessedWater.only;
import static org.envdisclosure.water.AssessedWater.rows;
import static org.envdisclosure.water.WaterService.take;
import static org.envdisclosure.water.WaterService.writing;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.rollup.Drained;
import org.junit.jupiter.api.Test;

/** What a change of samples, reviews or the register brings up to date, and nothing else. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class StaleAssessmentsTest {

    @Inject
    AgroalDataSource database;

    private static final String EVERYTHING = "&period_kind=month,quarter,year&scope=section,river,basin,lake&limit=1000";

    /** Rows of a basin that changed since an answer. */
    private static List<String> changedSince(JsonPath before, AssessedWater water) {
        JsonPath now = rows("basin=" + water.basin() + EVERYTHING + "&updated_since=" + before.getString("meta.as_of").replace("+", "%2B"));
        List<String> changed = new ArrayList<>();
        for (int at = 0; at < now.getList("data").size(); at++) {
            changed.add(now.getString("data[" + at + "].period") + " " + now.getString("data[" + at + "].scope") + " " + now.getString("data[" + at + "].code"));
        }
        return changed;
    }

    private static AssessedWater twoSections(String name) {
        AssessedWater water = new AssessedWater(name);
        water.sections("river", "a", "b");
        for (String month : List.of("2025-03", "2026-02", "2026-03", "2026-04", "2026-08")) {
            water.sample("a", month + "-10", "0.4");
            water.sample("b", month + "-10", "0.4");
        }
        return water;
    }

    @Test
    void a_correction_recomputes_its_own_buckets_and_what_shows_them() {
        AssessedWater water = twoSections("wx-right");
        JsonPath before = rows("basin=" + water.basin() + EVERYTHING);
        String earlier = "basin=" + water.basin() + EVERYTHING + "&as_of=revision:" + before.getLong("meta.revision");

        water.sample("a", "2026-03-10", "1.4");

        // April and the second quarter show the class before; the year has too few months for a mean, so nothing of it changes
        assertThat(changedSince(before, water)).containsExactlyInAnyOrder("2026-03 section wx-right-a", "2026-04 section wx-right-a", "2026-Q1 section wx-right-a",
                "2026-Q2 section wx-right-a", "2026-03 river wx-right-basin/wx-right-river", "2026-04 river wx-right-basin/wx-right-river",
                "2026-Q1 river wx-right-basin/wx-right-river", "2026-Q2 river wx-right-basin/wx-right-river", "2026-03 basin wx-right-basin",
                "2026-04 basin wx-right-basin", "2026-Q1 basin wx-right-basin", "2026-Q2 basin wx-right-basin");
        assertThat(rows(earlier).getList("data")).isEqualTo(before.getList("data"));
        assertThat(rows("section=wx-right-a&month=2026-03").getList("data.water_class")).containsExactly("IV");
    }

    @Test
    void what_changes_nothing_leaves_no_revision() {
        AssessedWater water = twoSections("wx-same");
        JsonPath before = rows("basin=" + water.basin() + EVERYTHING);

        water.send("a", "2026-03-10", "\"nh3n\":\"0.40\",\"method\":\"another\"");

        assertThat(changedSince(before, water)).isEmpty();
    }

    @Test
    void a_class_of_last_year_that_changes_is_shown_this_year() {
        AssessedWater water = twoSections("wx-year");
        JsonPath before = rows("basin=" + water.basin() + EVERYTHING);

        water.sample("a", "2025-03-10", "0.9");

        assertThat(changedSince(before, water)).contains("2025-03 section wx-year-a", "2026-03 section wx-year-a").doesNotContain("2026-02 section wx-year-a");
        assertThat(only("section=wx-year-a&month=2026-03")).containsEntry("class_last_year", "III").containsEntry("change_last_year", "somewhat_better");
    }

    @Test
    void another_target_in_the_register_is_held_against_every_month() {
        AssessedWater water = twoSections("wx-target");
        rows("basin=" + water.basin());

        Response put = writing().contentType("application/json").body(water.entry("a", "river", "").replace("\"III\"", "\"I\"")).put("/water/sections/wx-target-a");
        assertThat(put.statusCode()).as(put.asString()).isEqualTo(200);

        JsonPath months = rows("section=wx-target-a");
        assertThat(months.getList("data.target_class")).containsOnly("I").hasSize(5);
        assertThat(months.getList("data.target_met")).containsOnly(false);
        assertThat(months.getList("data.exceeding_parameters")).contains(List.of("nh3n(1.7)", "tp(1.0)", "codmn(0.5)"));
        assertThat(only("section=wx-target-a&quarter=2026-Q1")).containsEntry("target_class", "I");
    }

    @Test
    void the_register_queues_what_it_changes_and_a_moved_point_changes_nothing() throws SQLException {
        AssessedWater water = new AssessedWater("wx-facts");
        take("/water/sections", water.entry("a", "river", ",\"longitude\":109.2,\"latitude\":33.1"), water.entry("b", "river", ""));
        water.sample("a", "2026-03-10", "0.4");
        water.sample("b", "2026-03-10", "0.4");

        Drained.queues();
        long moved = take("/water/sections", water.entry("a", "river", ",\"longitude\":109.3,\"latitude\":33.1"), water.entry("b", "river", ",\"datum\":\"CGCS2000\""))
                .getLong("revision");
        assertThat(queuedBy(moved)).isEmpty();

        long aimed = take("/water/sections", water.entry("a", "river", ",\"longitude\":109.3,\"latitude\":33.1").replace("\"III\"", "\"I\"")).getLong("revision");
        assertThat(queuedBy(aimed)).containsExactly("month|section|wx-facts-a 2026-03-01", "quarter|section|wx-facts-a 2026-01-01", "year|section|wx-facts-a 2026-01-01");

        long parted = take("/water/sections", water.entry("b", "river", "").replace("2020-01-01", "2026-02-01")).getLong("revision");
        assertThat(queuedBy(parted)).containsExactly("month|basin|wx-facts-basin 2026-03-01", "month|river|wx-facts-basin/wx-facts-river 2026-03-01",
                "month|section|wx-facts-b 2026-03-01", "quarter|basin|wx-facts-basin 2026-01-01", "quarter|river|wx-facts-basin/wx-facts-river 2026-01-01",
                "quarter|section|wx-facts-b 2026-01-01", "year|basin|wx-facts-basin 2026-01-01", "year|river|wx-facts-basin/wx-facts-river 2026-01-01",
                "year|section|wx-facts-b 2026-01-01");
    }

    /** What the follow-up of the newest revision leaves in the queue, which nobody else gets to see. */
    private List<String> queuedBy(long revision) throws SQLException {
        Drained.queues();
        List<String> queued = new ArrayList<>();
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeUpdate(StaleAssessments.queuedBy(revision));
            try (ResultSet row = statement.executeQuery("SELECT bucket_key || ' ' || bucket_day FROM rollup_queue WHERE bucket_key LIKE '%|wx-facts-%' ORDER BY 1")) {
                while (row.next()) {
                    queued.add(row.getString(1));
                }
            }
            connection.rollback();
        }
        return queued;
    }

    @Test
    void a_section_that_belongs_to_another_river_leaves_the_old_one() {
        AssessedWater water = new AssessedWater("wx-move");
        water.sections("river", "a");
        water.sample("a", "2026-03-10", "0.4");
        assertThat(only("scope=river&river=wx-move-river")).containsEntry("sections", 1).containsEntry("water_class", "II");

        take("/water/sections", water.entry("a", "river", "").replace("wx-move-river", "wx-move-other"));

        assertThat(only("scope=river&river=wx-move-other")).containsEntry("sections", 1).containsEntry("water_class", "II");
        assertThat(rows("scope=river&month=2026-03&limit=1000").getList("data.findAll { it.code == 'wx-move-basin/wx-move-river' }.sections")).containsExactly(0);
    }

    @Test
    void a_review_raises_what_is_computed_as_far_as_its_lowest_input() {
        AssessedWater water = twoSections("wx-review");
        rows("basin=" + water.basin());

        writing().post("/water/samples/review?section=wx-review-a&from=2026-02-01&to=2026-04-01&data_status=reviewed&reason=checked").then().statusCode(200);

        assertThat(rows("section=wx-review-a&from=2026-01-01").getList("data.data_status")).containsExactly("reviewed", "reviewed", "realtime", "realtime");
        assertThat(only("section=wx-review-a&quarter=2026-Q1")).containsEntry("data_status", "reviewed");
        assertThat(only("section=wx-review-a&year=2026")).containsEntry("data_status", "realtime");
        assertThat(only("scope=river&river=" + water.river() + "&month=2026-03")).containsEntry("data_status", "realtime");
    }
}
