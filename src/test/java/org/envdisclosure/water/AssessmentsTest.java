package org.envdisclosure.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.water.AssessedWater.only;
import static org.envdisclosure.water.AssessedWater.rows;
import static org.envdisclosure.water.WaterService.reading;
import static org.envdisclosure.water.WaterService.sampling;
import static org.envdisclosure.water.WaterService.take;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Months, quarters and years of sections, worked out by hand. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class AssessmentsTest {

    @Test
    void a_month_of_a_section_with_readings_and_a_sample() {
        AssessedWater water = new AssessedWater("wa-month");
        take("/water/sections", water.entry("a", "river", ",\"characteristic_items\":[\"fluoride\"]").replace("\"III\"", "\"II\""));
        String other = sampling(water.code("a"), "2026-03-02T08:00:00+08:00");
        take("/water/readings", other.replace("7.5", "7").replace("2.5", "3.0").replace("0.2,", "0.3,").replace("0.06", "0.05"),
                other.replace("-02T", "-03T").replace("7.5", "8").replace("2.5", "5.0").replace("0.2,", "0.9,").replace("0.06", "\"0.14L\""),
                other.replace("-02T", "-04T").replace("2.5", "90").replace("}", ",\"station_state\":\"maintenance\"}"));
        water.send("a", "2026-03-20", "\"nh3n\":5,\"cod\":24,\"fluoride\":1.2,\"lead\":\"0.002L\"");

        Map<String, Object> row = only("section=" + water.code("a") + "&month=2026-03");

        // pH: -log10 of the mean of 1e-7 and 1e-8 is 7.26; TP: 0.05 and half of 0.14; ammonia 0.6 is III, fluoride 1.2 is IV
        assertThat(row).containsEntry("period", "2026-03").containsEntry("period_kind", "month").containsEntry("scope", "section")
                .containsEntry("period_start", "2026-03-01").containsEntry("period_end", "2026-04-01")
                .containsEntry("water_class", "IV").containsEntry("quality", "light_pollution").containsEntry("quality_zh", "轻度污染")
                .containsEntry("evaluation_method", "714-2020").containsEntry("class_standard", "GB 3838-2002")
                .containsEntry("evaluated_items", List.of("ph", "dissolved_oxygen", "codmn", "nh3n", "tp", "fluoride")).containsEntry("missing_items", List.of())
                .containsEntry("limiting_parameters", List.of("fluoride"))
                .containsEntry("main_pollution_indicators", List.of("fluoride(0.2)")).containsEntry("main_pollution_indicators_zh", "氟化物(0.2)")
                .containsEntry("target_class", "II").containsEntry("target_met", false).containsEntry("exceeding_parameters", List.of("fluoride(0.2)", "nh3n(0.2)"))
                .containsEntry("automatic_samples", 2).containsEntry("manual_samples", 1).containsEntry("data_status", "realtime")
                .containsEntry("class_last_period", null).containsEntry("change", null).containsEntry("flags", List.of());
        assertThat(printed(row, "ph", "codmn", "nh3n", "tp", "fluoride", "cod", "lead")).isEqualTo("7 4.0 0.60 0.060 1.200 24.0 0.001");
    }

    private static String printed(Map<String, Object> row, String... columns) {
        return List.of(columns).stream().map(column -> String.valueOf(row.get(column))).reduce((one, other) -> one + " " + other).orElseThrow();
    }

    @Test
    void before_the_plan_all_21_items_count_unrounded() {
        AssessedWater water = new AssessedWater("wa-old");
        water.sections("river", "a");
        water.send("a", "2020-06-10", "\"nh3n\":0.504,\"cod\":24,\"tn\":9,\"fecal_coliforms\":30000");

        Map<String, Object> row = only("section=" + water.code("a"));

        assertThat(row).containsEntry("evaluation_method", "22-2011").containsEntry("water_class", "IV").containsEntry("limiting_parameters", List.of("cod"))
                .containsEntry("main_pollution_indicators", List.of("cod(0.2)")).containsEntry("tn_class", null).containsEntry("fecal_coliforms_class", "V");
        assertThat((List<?>) row.get("evaluated_items")).hasSize(6);
        assertThat((List<?>) row.get("missing_items")).hasSize(15);
        assertThat(printed(row, "nh3n")).isEqualTo("0.504");
    }

    @Test
    void without_one_of_the_five_there_is_no_class_and_a_flag() {
        AssessedWater water = new AssessedWater("wa-few");
        water.sections("river", "a");
        water.send("a", "2026-03-10", "\"cod\":10");

        assertThat(only("section=" + water.code("a"))).containsEntry("water_class", null).containsEntry("quality", null).containsEntry("target_met", null)
                .containsEntry("missing_items", List.of("nh3n")).containsEntry("flags", List.of("water_class:insufficient"))
                .containsEntry("main_pollution_indicators", List.of());
    }

    @Test
    void a_month_is_held_against_the_one_before_and_last_years_whatever_comes_first() {
        AssessedWater water = new AssessedWater("wa-change");
        water.sections("river", "a");
        water.sample("a", "2026-03-10", "0.4");
        assertThat(only("section=" + water.code("a") + "&month=2026-03")).containsEntry("water_class", "II").containsEntry("class_last_period", null);

        water.sample("a", "2026-02-10", "0.8");
        water.sample("a", "2025-03-10", "1.8");

        assertThat(only("section=" + water.code("a") + "&month=2026-03")).containsEntry("class_last_period", "III").containsEntry("quality_last_period", "good")
                .containsEntry("change", "somewhat_better").containsEntry("change_zh", "有所好转").containsEntry("class_last_year", "V")
                .containsEntry("change_last_year", "markedly_better").containsEntry("change_last_year_zh", "明显好转");
        assertThat(only("section=" + water.code("a") + "&quarter=2026-Q1")).containsEntry("class_last_period", null).containsEntry("class_last_year", null);

        water.sample("a", "2026-02-10", "0.3");
        assertThat(only("section=" + water.code("a") + "&month=2026-03")).containsEntry("class_last_period", "II").containsEntry("change", "no_marked_change");
    }

    @Test
    void a_quarter_is_the_mean_of_its_months_and_needs_two_of_them() {
        AssessedWater water = new AssessedWater("wa-quarter");
        water.sections("river", "a");
        water.sample("a", "2026-04-10", "0.2");
        water.sample("a", "2026-04-20", "0.4");
        assertThat(only("section=" + water.code("a") + "&quarter=2026-Q2")).containsEntry("water_class", null).containsEntry("months_used", 1);
        water.sample("a", "2026-05-10", "2.7");

        Map<String, Object> quarter = only("section=" + water.code("a") + "&quarter=2026-Q2");

        // 0.3 and 2.7, each month once
        assertThat(quarter).containsEntry("period", "2026-Q2").containsEntry("period_end", "2026-07-01").containsEntry("water_class", "IV")
                .containsEntry("months_used", 2).containsEntry("automatic_samples", null).containsEntry("main_pollution_indicators", List.of("nh3n(0.5)"));
        assertThat(printed(quarter, "nh3n")).isEqualTo("1.50");
        Map<String, Object> year = only("section=" + water.code("a") + "&year=2026");
        assertThat(year).containsEntry("period", "2026").containsEntry("water_class", null).containsEntry("months_used", 2);
        assertThat((List<?>) year.get("flags")).isEqualTo(List.of("water_class:insufficient", "ph:insufficient", "dissolved_oxygen:insufficient",
                "codmn:insufficient", "nh3n:insufficient", "tp:insufficient"));
        for (int month = 6; month < 10; month++) {
            water.sample("a", "2026-0" + month + "-10", "0.6");
        }
        assertThat(printed(only("section=" + water.code("a") + "&year=2026"), "nh3n", "water_class", "months_used")).isEqualTo("0.90 III 6");
    }

    @Test
    void months_of_sections_are_what_everybody_gets_who_does_not_ask() {
        AssessedWater water = new AssessedWater("wa-asked");
        water.sections("river", "a");
        water.sample("a", "2026-01-10", "0.2");
        water.sample("a", "2026-02-10", "0.2");
        String river = "basin=" + water.basin();

        assertThat(rows(river).getList("data.period")).containsExactly("2026-01", "2026-02");
        assertThat(rows(river + "&period_kind=month,quarter,year").getList("data.period")).containsExactly("2026", "2026-01", "2026-Q1", "2026-02");
        assertThat(rows(river + "&quarter=2026-Q1,2025-Q4&year=2026").getList("data.period")).containsExactly("2026", "2026-Q1");
        assertThat(rows(river + "&quarter=2026-Q1&period_kind=quarter").getList("data.period")).containsExactly("2026-Q1");
        assertThat(rows(river + "&quarter=2026-Q1&year=2026&period_kind=year,quarter").getList("data.period")).containsExactly("2026", "2026-Q1");
        assertThat(rows(river + "&month=2026-02&period_kind=month").getList("data.period")).containsExactly("2026-02");
        assertThat(rows(river + "&from=2026-01-01&to=2026-02-01&period_kind=quarter").getList("data.period")).containsExactly("2026-Q1");
        assertThat(rows(river + "&scope=section,river,basin&month=2026-02").getList("data.scope")).containsExactly("basin", "river", "section");
        assertThat(rows(river + "&class=II&province=wt&from=2026-02-01").getList("data.code")).containsExactly(water.code("a"));
        assertThat(rows(river + "&class=V").getList("data")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"quarter=2026-Q5, quarter", "quarter=2026-3, quarter", "quarter=9999-Q1, quarter", "year=26, year", "year=2026-01, year", "scope=ocean, scope",
        "period_kind=week, period_kind", "month=2026-Q1, month"})
    void a_period_that_is_none_is_refused(String query, String parameter) {
        Response answer = reading().get("/water/assessments?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("errors[0].parameter")).isEqualTo(parameter);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"year=2026&period_kind=month, period_kind, year", "quarter=2026-Q1&period_kind=quarter&period_kind=year, period_kind, quarter",
        "quarter=2026-Q1&year=2026&period_kind=year, period_kind, quarter and year", "month=2026-02&quarter=2026-Q1, month, quarter=2026-Q1",
        "date=2026-01-01&year=2026, date, year=2026", "from=2026-01-01&year=2026, from, year=2026", "to=2026-01-01&quarter=2026-Q1, to, quarter=2026-Q1",
        "month=2026-01&period_kind=year, month, period_kind=year", "month=2026-01&period_kind=month&period_kind=quarter, month, period_kind"})
    void periods_that_contradict_each_other_are_refused(String query, String parameter, String told) {
        Response answer = reading().get("/water/assessments?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("errors.parameter")).containsExactly(parameter);
        assertThat(answer.asString()).contains(told);
    }

    @Test
    void months_of_two_editions_of_the_method_are_not_compared() {
        AssessedWater water = new AssessedWater("wa-edition");
        water.sections("river", "a");
        water.sample("a", "2020-01-10", "0.8");
        water.sample("a", "2020-12-10", "0.8");
        water.sample("a", "2021-01-10", "0.4");
        water.sample("a", "2021-02-10", "0.8");
        String section = "section=" + water.code("a");

        assertThat(only(section + "&month=2020-12")).containsEntry("evaluation_method", "22-2011").containsEntry("water_class", "III");
        assertThat(only(section + "&month=2021-01")).containsEntry("evaluation_method", "714-2020").containsEntry("water_class", "II")
                .containsEntry("class_last_period", "III").containsEntry("change", null).containsEntry("change_zh", null)
                .containsEntry("class_last_year", "III").containsEntry("change_last_year", null);
        assertThat(only(section + "&month=2021-02")).containsEntry("class_last_period", "II").containsEntry("change", "somewhat_worse");
    }

    @Test
    void a_month_as_csv() {
        AssessedWater water = new AssessedWater("wa-csv");
        water.sections("river", "a");
        water.sample("a", "2026-03-10", "2.3");
        rows("section=" + water.code("a"));

        assertThat(reading().get("/water/assessments?section=" + water.code("a") + "&format=csv&fields=period,code,water_class,main_pollution_indicators,"
                + "main_pollution_indicators_zh,evaluated_items,exceeding_parameters,target_met,nh3n").asString())
                .isEqualTo("period,code,water_class,main_pollution_indicators,main_pollution_indicators_zh,evaluated_items,exceeding_parameters,target_met,nh3n\n"
                        + "2026-03,wa-csv-a,inferior_V,nh3n(1.3),氨氮(1.3),ph;dissolved_oxygen;codmn;nh3n;tp,nh3n(1.3),false,2.30\n");
    }
}
