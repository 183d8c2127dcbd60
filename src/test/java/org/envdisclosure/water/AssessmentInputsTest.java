package org.envdisclosure.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.water.AssessedWater.only;
import static org.envdisclosure.water.AssessedWater.rows;
import static org.envdisclosure.water.WaterService.take;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.water.rules.WaterItem;
import org.envdisclosure.water.rules.assessment.SampleValue;
import org.junit.jupiter.api.Test;

/** Which values enter an assessment, and what is said where some are not there. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class AssessmentInputsTest {

    private static String reading(AssessedWater water, String section, String day, String more) {
        return "{\"section_code\":\"%s\",\"sampled_at\":\"%sT08:00:00+08:00\",\"ph\":7.5,\"dissolved_oxygen\":8,\"nh3n\":0.2,%s}"
                .formatted(water.code(section), day, more);
    }

    @Test
    void a_lake_of_stations_alone_has_four_of_the_five_items_of_the_index() {
        AssessedWater water = new AssessedWater("wi-stations");
        water.sections("lake", "a");
        take("/water/readings", reading(water, "a", "2026-03-02", "\"water_temperature\":12.4,\"codmn\":5.0,\"tp\":0.05,\"tn\":1.0,\"chlorophyll_a\":10"));

        Map<String, Object> lake = only("scope=lake&river=" + water.river());

        assertThat(lake).containsEntry("tli_items", 4).containsEntry("trophic_state", null).containsEntry("flags", List.of("trophic_state:insufficient"));
        assertThat(lake.get("tli") + " " + lake.get("chlorophyll_a") + " " + lake.get("water_temperature")).isEqualTo("48.6 10 12.4");
    }

    @Test
    void of_what_laboratories_are_preferred_for_a_station_fills_only_what_they_did_not_analyse() {
        AssessedWater water = new AssessedWater("wi-behind");
        water.sections("lake", "a");
        take("/water/readings", reading(water, "a", "2026-03-02", "\"codmn\":5.0,\"tp\":0.05,\"tn\":1.0,\"chlorophyll_a\":10,\"water_temperature\":12.4"));
        water.send("a", "2026-03-20", "\"nh3n\":0.9,\"codmn\":9,\"transparency\":1.0,\"chlorophyll_a\":40");

        Map<String, Object> month = only("section=" + water.code("a"));

        assertThat(month.get("chlorophyll_a") + " " + month.get("water_temperature") + " " + month.get("codmn") + " " + month.get("nh3n")).isEqualTo("40 12.4 5.0 0.20");
        assertThat(only("scope=lake&river=" + water.river())).containsEntry("tli_items", 5).containsEntry("flags", List.of());
    }

    @Inject
    AgroalDataSource database;

    @Test
    void a_doubtful_value_is_no_part_of_a_mean() throws SQLException {
        String items = WaterTables.MANUAL.stream().map(item -> (switch (item) {
            case CODMN, NH3N, TN, COD -> "90";
            case TP -> "0.04";
            default -> "NULL";
        }) + "::numeric AS " + item.column())
                .collect(Collectors.joining(", "));
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT ARRAY['codmn:suspect', 'nh3n:maintenance', 'tn:calibration', 'cod:stopped', 'tp:below_detection'] AS flags, " + items)) {
            row.next();
            assertThat(SectionMonth.values(row)).containsExactly(Map.entry(WaterItem.TP, SampleValue.belowDetection(new BigDecimal("0.04"))));
        }
    }

    @Test
    void a_source_of_which_one_item_is_known_does_not_comply_for_that() {
        AssessedWater water = new AssessedWater("wi-one");
        for (String source : List.of("a", "b", "c")) {
            take("/water/sections", water.entry(source, "reservoir", ",\"section_role\":\"drinking_source\",\"responsible_city_code\":\"wi-one-city\""));
        }
        take("/water/samples", "{\"section_code\":\"wi-one-a\",\"sampled_at\":\"2026-03-01\",\"lead\":0.001}");
        water.send("b", "2026-03-01", "\"nh3n\":0.2");
        // what was brought to two laboratories is one month of one source
        take("/water/samples", "{\"section_code\":\"wi-one-c\",\"sampled_at\":\"2026-03-01\",\"ph\":7,\"dissolved_oxygen\":8}",
                "{\"section_code\":\"wi-one-c\",\"sampled_at\":\"2026-03-02\",\"codmn\":2,\"nh3n\":0.2,\"tp\":0.02}");
        String month = "&month=2026-03&section=wi-one-a,wi-one-b,wi-one-c";

        assertThat(rows("scope=drinking_source" + month).getList("data.compliance")).containsExactly("undetermined", "met", "met");
        assertThat(rows("scope=drinking_source" + month).getList("data.flags")).containsExactly(List.of("compliance:insufficient"), List.of(), List.of());
        Map<String, Object> city = only("scope=drinking_source_city&city=wi-one-city&month=2026-03");
        assertThat(city).containsEntry("sources", 3).containsEntry("sources_judged", 2).containsEntry("sources_met", 2);
        assertThat(String.valueOf(city.get("compliance_by_number"))).isEqualTo("100.0");
    }

    @Test
    void a_source_is_held_against_table_2_and_its_volume_decides_the_share_of_the_water() {
        AssessedWater water = new AssessedWater("wi-volume");
        for (String source : List.of("a", "b")) {
            take("/water/sections", water.entry(source, "reservoir", ",\"section_role\":\"drinking_source\",\"responsible_city_code\":\"wi-volume-city\""));
        }
        for (String month : List.of("2026-01", "2026-02")) {
            water.send("a", month + "-05", "\"nh3n\":0.2,\"sulfate\":250,\"chloride\":250,\"nitrate_n\":10,\"iron\":0.3,\"manganese\":0.1,\"supply_volume\":900");
        }
        water.send("b", "2026-01-05", "\"nh3n\":0.2,\"manganese\":0.25,\"iron\":\"0.5L\",\"supply_volume\":60.5");
        water.send("b", "2026-01-25", "\"nh3n\":0.2,\"supply_volume\":100");
        water.send("b", "2026-02-05", "\"nh3n\":0.2,\"supply_volume\":200");
        String city = "scope=drinking_source_city&city=wi-volume-city";

        assertThat(only("scope=drinking_source&section=wi-volume-a&month=2026-01")).containsEntry("compliance", "met");
        Map<String, Object> source = only("scope=drinking_source&section=wi-volume-b&month=2026-01");
        assertThat(source).containsEntry("compliance", "exceeded").containsEntry("exceeding_parameters", List.of("manganese(1.5)")).containsEntry("undetermined_items", List.of("iron"));
        assertThat(source.get("supply_volume") + " " + source.get("supply_volume_met")).isEqualTo("100 0");
        assertThat(printed(only(city + "&month=2026-01"))).isEqualTo("50.0 90.0 1000 900");
        // b complied in the month of 200 and not in that of 100
        assertThat(printed(only(city + "&quarter=2026-Q1"))).isEqualTo("50.0 95.2 2100 2000");
        water.send("b", "2026-02-06", "\"nh3n\":0.2");
        assertThat(printed(only(city + "&month=2026-02"))).isEqualTo("100.0 100.0 1100 1100");
    }

    private static String printed(Map<String, Object> city) {
        return city.get("compliance_by_number") + " " + city.get("compliance_by_volume") + " " + city.get("supply_volume") + " " + city.get("supply_volume_met");
    }

    @Test
    void a_section_that_falls_silent_is_published_without_a_class_and_its_river_stays_with_the_shares() {
        AssessedWater water = new AssessedWater("wi-silent");
        water.sections("river", "a", "b", "c", "d", "e", "never");
        for (String section : List.of("a", "b", "c", "d", "e")) {
            water.sample(section, "2026-02-10", section.equals("a") ? "2.4" : "0.2");
        }
        for (String section : List.of("a", "b", "c", "d")) {
            water.sample(section, "2026-03-10", section.equals("a") ? "2.4" : "0.2");
        }

        assertThat(only("section=wi-silent-e&month=2026-03")).containsEntry("water_class", null).containsEntry("flags", List.of("water_class:missing"))
                .containsEntry("automatic_samples", 0).containsEntry("manual_samples", 0).containsEntry("class_last_period", "II").containsEntry("change", null);
        assertThat(rows("section=wi-silent-never").getList("data")).isEmpty();
        assertThat(only("scope=river&river=wi-silent-river&month=2026-02")).containsEntry("sections", 5).containsEntry("sections_expected", 6).containsEntry("quality", "good");
        assertThat(only("scope=river&river=wi-silent-river&month=2026-03")).containsEntry("sections", 4).containsEntry("sections_expected", 6)
                .containsEntry("water_class", null).containsEntry("quality", "good").containsEntry("change", "no_marked_change")
                .containsEntry("main_pollution_indicators", List.of("nh3n(25.0%)")).containsEntry("flags", List.of("sections:missing"));
        // what comes late takes the place of the silence
        water.sample("e", "2026-03-11", "0.2");
        assertThat(only("section=wi-silent-e&month=2026-03")).containsEntry("water_class", "II").containsEntry("flags", List.of());
    }

    @Test
    void a_section_that_is_entered_or_ends_is_counted_from_the_register() {
        AssessedWater water = new AssessedWater("wi-entered");
        water.sections("river", "a", "b", "c", "d");
        for (String section : List.of("a", "b", "c", "d")) {
            water.sample(section, "2026-03-10", "0.2");
        }
        String river = "scope=river&river=" + water.river();
        assertThat(only(river)).containsEntry("sections_expected", 4).containsEntry("water_class", "II");

        water.sections("river", "e");
        assertThat(only(river)).containsEntry("sections_expected", 5).containsEntry("sections", 4).containsEntry("water_class", null).containsEntry("quality", "excellent");
    }

    @Test
    void the_characteristic_items_are_those_of_the_year() {
        AssessedWater water = new AssessedWater("wi-items");
        take("/water/sections", water.entry("a", "river", ",\"characteristic_items\":[\"fluoride\"]").replace("2020-01-01", "2025-01-01"));
        take("/water/sections", water.entry("a", "river", ",\"characteristic_items\":[\"cod\",\"sulfide\"]").replace("2020-01-01", "2026-01-01"));
        for (String day : List.of("2025-12-10", "2026-01-10")) {
            water.send("a", day, "\"nh3n\":0.2,\"fluoride\":1.2,\"cod\":24,\"sulfide\":0.01");
        }
        String five = "ph, dissolved_oxygen, codmn, nh3n, tp, ";

        assertThat(only("section=wi-items-a&month=2025-12").get("evaluated_items")).hasToString("[" + five + "fluoride]");
        assertThat(only("section=wi-items-a&month=2026-01").get("evaluated_items")).hasToString("[" + five + "cod, sulfide]");
        assertThat(only("section=wi-items-a&month=2025-12")).containsEntry("limiting_parameters", List.of("fluoride")).containsEntry("missing_items", List.of());
        assertThat(only("section=wi-items-a&month=2026-01")).containsEntry("limiting_parameters", List.of("cod"));
    }

    @Test
    void a_grade_has_its_colour() {
        AssessedWater water = new AssessedWater("wi-color");
        water.sections("river", "a");
        water.sample("a", "2026-03-10", "1.2");
        water.sample("a", "2026-04-10", "2.4");

        assertThat(rows("section=wi-color-a").getList("data.color")).containsExactly("#FFFF00", "#FF0000");
        assertThat(only("scope=river&river=" + water.river() + "&month=2026-03")).containsEntry("color", "#FFFF00");
    }
}
