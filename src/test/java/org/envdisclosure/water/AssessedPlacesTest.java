package org.envdisclosure.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.water.AssessedWater.only;
import static org.envdisclosure.water.AssessedWater.rows;
import static org.envdisclosure.water.WaterService.take;
import static org.envdisclosure.water.WaterService.writing;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;

/** Rivers, basins, lakes and sources of drinking water, worked out by hand. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class AssessedPlacesTest {

    @Test
    void four_sections_of_a_river_go_by_their_means() {
        AssessedWater water = new AssessedWater("wp-four");
        water.sections("river", "a", "b", "c", "d");
        water.sample("a", "2026-03-10", "0.2");
        water.sample("b", "2026-03-10", "0.4");
        water.sample("c", "2026-03-11", "1.2");
        water.sample("d", "2026-03-12", "2.4");

        Map<String, Object> river = only("scope=river&river=" + water.river());

        // the mean of ammonia is 1.05, above 1.0
        assertThat(river).containsEntry("code", "wp-four-basin/wp-four-river").containsEntry("name", "wp-four-river").containsEntry("basin", "wp-four-basin")
                .containsEntry("water_class", "IV").containsEntry("quality_en", "Light pollution").containsEntry("sections", 4)
                .containsEntry("sections_ii", 2).containsEntry("sections_iv", 1).containsEntry("sections_inferior_v", 1).containsEntry("sections_iii", 0)
                .containsEntry("main_pollution_indicators", List.of("wp-four-c:nh3n(0.2)", "wp-four-d:nh3n(1.4)"))
                .containsEntry("main_pollution_indicators_zh", "wp-four-c:氨氮(0.2);wp-four-d:氨氮(1.4)")
                .containsEntry("target_class", null).containsEntry("target_met", null).containsEntry("province", null);
        assertThat(String.valueOf(river.get("nh3n"))).isEqualTo("1.05");
        assertThat(String.valueOf(river.get("share_i_to_iii"))).isEqualTo("50.0");
        assertThat(only("scope=basin&basin=" + water.basin())).containsEntry("code", "wp-four-basin").containsEntry("river", null).containsEntry("water_class", "IV");
    }

    @Test
    void five_sections_go_by_shares_and_a_change_of_method_is_no_change_of_the_water() {
        AssessedWater water = new AssessedWater("wp-five");
        water.sections("river", "a", "b", "c", "d");
        take("/water/sections", water.entry("e", "river", "").replace("2020-01-01", "2026-03-01"));
        for (String section : List.of("a", "b", "c", "d")) {
            water.sample(section, "2026-02-10", "0.2");
            water.sample(section, "2026-03-10", "0.2");
            water.sample(section, "2026-04-10", section.equals("a") ? "0.2" : "2.4");
        }
        water.sample("e", "2026-03-10", "2.4");
        water.sample("e", "2026-04-10", "2.4");

        Map<String, Object> march = only("scope=river&river=" + water.river() + "&month=2026-03");
        assertThat(march).containsEntry("water_class", null).containsEntry("quality", "good").containsEntry("sections", 5).containsEntry("sections_inferior_v", 1)
                .containsEntry("main_pollution_indicators", List.of("nh3n(20.0%)")).containsEntry("main_pollution_indicators_zh", "氨氮(20.0%)")
                .containsEntry("class_last_period", "II").containsEntry("quality_last_period", "excellent").containsEntry("change", null).containsEntry("nh3n", null);
        assertThat(String.valueOf(march.get("share_inferior_v"))).isEqualTo("20.0");
        assertThat(only("scope=river&river=" + water.river() + "&month=2026-04")).containsEntry("quality", "heavy_pollution").containsEntry("quality_last_period", "good")
                .containsEntry("change", "markedly_worse").containsEntry("change_zh", "明显变差");
        assertThat(only("scope=river&river=" + water.river() + "&quarter=2026-Q1")).containsEntry("sections", 4).containsEntry("sections_expected", 5).containsEntry("water_class", null).containsEntry("quality", "excellent");
    }

    @Test
    void a_lake_is_the_mean_of_its_points_each_over_its_dates() {
        AssessedWater water = new AssessedWater("wp-lake");
        water.sections("lake", "a", "b");
        String rest = "\"nh3n\":0.2,\"tn\":1.0,\"transparency\":1.0,\"codmn\":5.0,";
        water.send("a", "2026-03-01", rest + "\"tp\":0.02,\"chlorophyll_a\":8");
        water.send("a", "2026-03-11", rest + "\"tp\":0.04,\"chlorophyll_a\":12");
        water.send("b", "2026-03-21", rest + "\"tp\":0.07,\"chlorophyll_a\":10");

        Map<String, Object> lake = only("scope=lake&river=" + water.river());

        // TP: 0.03 and 0.07 make 0.05; chlorophyll a 10 and 10: the worked example of TLI 49.107
        assertThat(lake).containsEntry("sections", 2).containsEntry("water_class", "III").containsEntry("waterbody", "lake").containsEntry("target_class", "III")
                .containsEntry("target_met", true).containsEntry("tli_items", 5).containsEntry("trophic_state", "mesotrophic").containsEntry("trophic_state_zh", "中营养")
                .containsEntry("tn_class", "III").containsEntry("limiting_parameters", List.of("codmn", "tp"));
        assertThat(String.valueOf(lake.get("tli")) + " " + lake.get("tp") + " " + lake.get("chlorophyll_a")).isEqualTo("49.1 0.050 10");
        assertThat(rows("scope=river,basin&basin=" + water.basin()).getList("data")).isEmpty();
    }

    @Test
    void a_lake_is_reviewed_no_further_than_the_point_with_the_least_values() {
        AssessedWater water = new AssessedWater("wp-status");
        water.sections("lake", "a", "b", "c");
        water.sample("a", "2026-03-01", "0.2");
        take("/water/samples", "{\"section_code\":\"wp-status-b\",\"sampled_at\":\"2026-03-01\",\"nh3n\":0.6}",
                "{\"section_code\":\"wp-status-c\",\"sampled_at\":\"2026-03-01\",\"nh3n\":\"--\"}");
        String lake = "scope=lake&river=" + water.river();
        reviewed("wp-status-a");

        // b has no class by itself, but its ammonia is half of the lake's
        assertThat(only(lake)).containsEntry("sections", 2).containsEntry("data_status", "realtime");
        assertThat(String.valueOf(only(lake).get("nh3n"))).isEqualTo("0.40");
        reviewed("wp-status-b");
        assertThat(only(lake)).containsEntry("data_status", "reviewed");
    }

    private static void reviewed(String section) {
        writing().post("/water/samples/review?section=" + section + "&month=2026-03&data_status=reviewed&reason=checked").then().statusCode(200);
    }

    @Test
    void without_transparency_there_is_an_index_of_four_and_no_state() {
        AssessedWater water = new AssessedWater("wp-secchi");
        water.sections("reservoir", "a");
        water.send("a", "2026-03-01", "\"nh3n\":0.2,\"tn\":1.0,\"tp\":0.05,\"codmn\":5.0,\"chlorophyll_a\":10");

        assertThat(only("scope=lake&river=" + water.river())).containsEntry("tli_items", 4).containsEntry("trophic_state", null).containsEntry("waterbody", "reservoir");
    }

    @Test
    void sources_of_drinking_water_comply_or_not_each_sample_by_itself() {
        AssessedWater water = new AssessedWater("wp-source");
        for (String source : List.of("a", "b", "c")) {
            take("/water/sections", water.entry(source, "reservoir", ",\"section_role\":\"drinking_source\",\"responsible_city_code\":\"wp-city\""));
        }
        water.send("a", "2026-03-01", "\"nh3n\":0.2,\"tn\":1.6");
        water.send("b", "2026-03-01", "\"nh3n\":0.2");
        water.send("b", "2026-03-02", "\"nh3n\":0.2,\"tp\":0.07");
        water.send("c", "2026-03-01", "\"nh3n\":0.2,\"lead\":\"0.1L\"");
        String month = "scope=drinking_source&month=2026-03&section=" + water.code("a") + "," + water.code("b") + "," + water.code("c");

        assertThat(rows(month).getList("data.compliance")).containsExactly("met", "exceeded", "undetermined");
        assertThat(rows(month).getList("data.exceeding_parameters")).containsExactly(List.of(), List.of("tp(0.4)"), List.of());
        assertThat(rows(month).getList("data.reference_exceeding")).containsExactly(List.of("tn(0.6)"), List.of(), List.of());
        assertThat(rows(month).getList("data.undetermined_items")).containsExactly(List.of(), List.of(), List.of("lead"));
        Map<String, Object> city = only("scope=drinking_source_city&city=wp-city&month=2026-03");
        assertThat(city).containsEntry("sources", 3).containsEntry("sources_judged", 2).containsEntry("sources_met", 1).containsEntry("compliance_by_volume", null)
                .containsEntry("exceeding_parameters", List.of("wp-source-b:tp(0.4)"));
        assertThat(String.valueOf(city.get("compliance_by_number"))).isEqualTo("50.0");
        assertThat(only("scope=drinking_source&section=" + water.code("b") + "&quarter=2026-Q1")).containsEntry("compliance", "exceeded")
                .containsEntry("exceeding_parameters", List.of("2026-03:tp(0.4)")).containsEntry("months_used", 1);
        assertThat(rows("scope=lake&river=" + water.river()).getList("data")).isEmpty();
        assertThat(rows("section=" + water.code("a")).getList("data.water_class")).containsExactly("III");
    }

    private static final String EMPTIED = "{\"section_code\":\"%s\",\"sampled_at\":\"%s\"}";

    private static AssessedWater source(String name) {
        AssessedWater water = new AssessedWater(name);
        take("/water/sections", water.entry("a", "reservoir", ",\"section_role\":\"drinking_source\",\"responsible_city_code\":\"%s-city\"".formatted(name)));
        return water;
    }

    @Test
    void a_withdrawn_sample_of_a_source_decides_nothing() {
        AssessedWater water = source("wp-withdrawn");
        water.send("a", "2026-03-01", "\"nh3n\":0.2");
        water.send("a", "2026-03-02", "\"nh3n\":1.4");
        String month = "scope=drinking_source&section=wp-withdrawn-a&month=2026-03";
        assertThat(only(month)).containsEntry("compliance", "exceeded").containsEntry("manual_samples", 2);

        take("/water/samples", EMPTIED.formatted("wp-withdrawn-a", "2026-03-02"));
        assertThat(only(month)).containsEntry("compliance", "met").containsEntry("manual_samples", 1).containsEntry("exceeding_parameters", List.of());
        assertThat(only("scope=drinking_source_city&city=wp-withdrawn-city&month=2026-03")).containsEntry("sources", 1).containsEntry("sources_met", 1);

        take("/water/samples", EMPTIED.formatted("wp-withdrawn-a", "2026-03-01"));
        assertThat(only(month)).containsEntry("compliance", null).containsEntry("manual_samples", 0).containsEntry("sources", 0).containsEntry("missing_items", null);
        assertThat(only("scope=drinking_source&section=wp-withdrawn-a&quarter=2026-Q1")).containsEntry("compliance", null).containsEntry("months_used", 0);
        assertThat(only("scope=drinking_source_city&city=wp-withdrawn-city&month=2026-03")).containsEntry("sources", 0).containsEntry("compliance_by_number", null);
    }

    @Test
    void a_sample_of_what_is_evaluated_apart_tells_only_of_that() {
        AssessedWater water = source("wp-apart");
        String nitrogen = "{\"section_code\":\"wp-apart-a\",\"sampled_at\":\"%s\",\"tn\":1.6}";
        take("/water/samples", nitrogen.formatted("2026-03-02"), nitrogen.formatted("2026-02-02"));
        water.send("a", "2026-03-01", "\"nh3n\":0.2");
        String source = "scope=drinking_source&section=wp-apart-a";

        assertThat(only(source + "&month=2026-03")).containsEntry("compliance", "met").containsEntry("manual_samples", 1)
                .containsEntry("reference_exceeding", List.of("tn(0.6)"));
        assertThat(only(source + "&month=2026-02")).containsEntry("compliance", null).containsEntry("sources", 0).containsEntry("manual_samples", 0)
                .containsEntry("reference_exceeding", List.of("tn(0.6)"));
        assertThat(only(source + "&quarter=2026-Q1")).containsEntry("compliance", "met").containsEntry("months_used", 1)
                .containsEntry("reference_exceeding", List.of("2026-02:tn(0.6)", "2026-03:tn(0.6)"));
        assertThat(only("scope=drinking_source_city&city=wp-apart-city&month=2026-02")).containsEntry("sources", 0)
                .containsEntry("reference_exceeding", List.of("wp-apart-a:tn(0.6)"));
    }

    @Test
    void a_section_that_is_a_source_no_more_at_the_end_of_a_quarter_is_none_in_it() {
        AssessedWater water = source("wp-former");
        water.send("a", "2026-01-10", "\"nh3n\":0.2");
        String quarter = "scope=drinking_source&section=wp-former-a&quarter=2026-Q1";
        assertThat(only(quarter)).containsEntry("compliance", "met");

        take("/water/sections", water.entry("a", "reservoir", "").replace("2020-01-01", "2026-03-01"));

        assertThat(only("scope=drinking_source&section=wp-former-a&month=2026-01")).containsEntry("compliance", "met");
        assertThat(only(quarter)).containsEntry("compliance", null).containsEntry("sources", 0);
    }
}
