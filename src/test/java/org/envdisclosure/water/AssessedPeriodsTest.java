package org.envdisclosure.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.water.AssessedWater.only;
import static org.envdisclosure.water.AssessedWater.rows;
import static org.envdisclosure.water.WaterService.take;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;

/** Quarters and years of every scope with their values, and what they are held against. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class AssessedPeriodsTest {

    private static String printed(Map<String, Object> row, String... columns) {
        return List.of(columns).stream().map(column -> String.valueOf(row.get(column))).reduce((one, other) -> one + " " + other).orElseThrow();
    }

    @Test
    void a_year_of_a_river_and_a_quarter_and_year_of_its_basin() {
        AssessedWater water = new AssessedWater("wq-river");
        water.sections("river", "a", "b");
        for (int month = 1; month <= 6; month++) {
            water.sample("a", "2026-0" + month + "-10", "0.4");
            water.sample("b", "2026-0" + month + "-10", month <= 3 ? "0.8" : "2.0");
        }

        // b: 0.8 and 2.0 make 1.4; with a 0.9
        Map<String, Object> river = only("scope=river&river=" + water.river() + "&year=2026");
        assertThat(printed(river, "period", "code", "water_class", "sections", "nh3n", "main_pollution_indicators"))
                .isEqualTo("2026 wq-river-basin/wq-river-river III 2 0.90 [wq-river-b:nh3n(0.4)]");
        // 0.4 and 2.0 make 1.2; the quarter before 0.6
        Map<String, Object> quarter = only("scope=basin&basin=" + water.basin() + "&quarter=2026-Q2");
        assertThat(printed(quarter, "period", "code", "water_class", "nh3n", "class_last_period", "change", "class_last_year"))
                .isEqualTo("2026-Q2 wq-river-basin IV 1.20 III somewhat_worse null");
        assertThat(printed(only("scope=basin&basin=" + water.basin() + "&year=2026"), "period", "water_class", "nh3n", "sections", "sections_expected"))
                .isEqualTo("2026 III 0.90 2 2");
    }

    @Test
    void a_basin_is_held_against_the_month_before_and_last_years() {
        AssessedWater water = new AssessedWater("wq-basin");
        water.sections("river", "a");
        water.sample("a", "2025-03-10", "1.8");
        water.sample("a", "2026-02-10", "0.4");
        water.sample("a", "2026-03-10", "0.8");

        assertThat(printed(only("scope=basin&basin=" + water.basin() + "&month=2026-03"), "water_class", "class_last_period", "quality_last_period", "change",
                "class_last_year", "quality_last_year", "change_last_year", "change_last_year_zh"))
                .isEqualTo("III II excellent somewhat_worse V moderate_pollution markedly_better 明显好转");
    }

    @Test
    void a_quarter_and_a_year_of_a_lake_and_what_it_is_held_against() {
        AssessedWater water = new AssessedWater("wq-lake");
        water.sections("lake", "a", "b");
        String rest = "\"tn\":1.0,\"transparency\":1.0,\"codmn\":5.0,\"chlorophyll_a\":10,\"tp\":";
        for (int month = 1; month <= 6; month++) {
            water.send("a", "2026-0" + month + "-01", "\"nh3n\":0.2," + rest + "0.03");
            water.send("b", "2026-0" + month + "-01", "\"nh3n\":0.2," + rest + (month <= 3 ? "0.07" : "0.25"));
        }
        water.send("a", "2025-04-01", "\"nh3n\":0.2," + rest + "0.5");

        // 0.03 and 0.07 make 0.05, the worked example of 49.107; 0.03 and 0.25 make 0.14; b has 0.16 in the year, with a 0.095
        String lake = "scope=lake&river=" + water.river();
        assertThat(printed(only(lake + "&quarter=2026-Q1"), "water_class", "tp", "tli", "tli_items", "trophic_state", "tn_class", "sections", "sections_expected"))
                .isEqualTo("III 0.050 49.1 5 mesotrophic III 2 2");
        assertThat(printed(only(lake + "&quarter=2026-Q2"), "water_class", "tp", "tli", "trophic_state_zh", "class_last_period", "change"))
                .isEqualTo("V 0.140 52.2 轻度富营养 III markedly_worse");
        assertThat(printed(only(lake + "&year=2026"), "water_class", "tp", "tli", "trophic_state")).isEqualTo("IV 0.095 51.1 light_eutrophic");
        assertThat(printed(only(lake + "&month=2026-04"), "water_class", "class_last_period", "change", "class_last_year", "change_last_year"))
                .isEqualTo("V III markedly_worse inferior_V somewhat_better");
    }

    @Test
    void sources_of_a_city_by_quarter_and_year_beside_the_periods_before() {
        AssessedWater water = new AssessedWater("wq-source");
        for (String source : List.of("a", "b")) {
            take("/water/sections", water.entry(source, "reservoir", ",\"section_role\":\"drinking_source\",\"responsible_city_code\":\"130100\""));
        }
        water.send("a", "2025-04-10", "\"nh3n\":0.2,\"supply_volume\":30");
        water.send("a", "2026-03-10", "\"nh3n\":0.2,\"supply_volume\":30");
        water.send("b", "2026-03-10", "\"nh3n\":1.4,\"supply_volume\":10");
        water.send("a", "2026-04-10", "\"nh3n\":1.2,\"supply_volume\":30");
        water.send("b", "2026-04-10", "\"nh3n\":0.2,\"supply_volume\":10");
        String city = "scope=drinking_source_city&city=130100";

        assertThat(printed(only("scope=drinking_source&section=wq-source-a&month=2026-04"), "compliance", "compliance_last_period", "compliance_last_year"))
                .isEqualTo("exceeded met met");
        assertThat(printed(only("scope=drinking_source&section=wq-source-a&quarter=2026-Q2"), "compliance", "compliance_last_period", "compliance_last_year"))
                .isEqualTo("exceeded met met");
        assertThat(printed(only(city + "&month=2026-04"), "name", "sources", "compliance_by_number", "compliance_by_number_last_period", "compliance_by_number_last_year",
                "compliance_by_volume", "compliance_by_volume_last_period", "compliance_by_volume_last_year"))
                .isEqualTo("石家庄市 2 50.0 50.0 100.0 25.0 75.0 100.0");
        assertThat(printed(only(city + "&quarter=2026-Q2"), "sources", "sources_met", "exceeding_parameters", "compliance_by_number_last_period"))
                .isEqualTo("2 1 [wq-source-a:2026-04:nh3n(0.2)] 50.0");
        assertThat(printed(only(city + "&year=2026"), "sources", "sources_judged", "sources_met", "compliance_by_number", "compliance_by_volume", "compliance_by_number_last_year"))
                .isEqualTo("2 2 0 0.0 50.0 100.0");
    }

    @Test
    void a_year_of_a_national_section_needs_all_its_months() {
        AssessedWater water = new AssessedWater("wq-national");
        take("/water/sections", water.entry("a", "river", ",\"control_level\":\"national\""), water.entry("b", "river", ",\"control_level\":\"city\""));
        for (int month = 1; month <= 11; month++) {
            String day = "2025-%02d-10".formatted(month);
            water.sample("a", day, "0.4");
            water.sample("b", day, "0.4");
        }
        assertThat(rows("section=wq-national-a,wq-national-b&year=2025").getList("data.water_class")).containsExactly(null, "II");

        water.sample("a", "2025-12-10", "0.4");
        assertThat(only("section=wq-national-a&year=2025")).containsEntry("water_class", "II").containsEntry("months_used", 12);
        take("/water/sections", water.entry("b", "river", ",\"control_level\":\"national\""));
        assertThat(rows("section=wq-national-b&year=2025").getList("data.water_class")).containsExactly((Object) null);
    }
}
