package org.envdisclosure.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.envdisclosure.page.Screen.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the page of surface water says is what the API says. */
@Timeout(60)
@ExtendWith(Stage.Door.class)
class WaterIT {

    private static final List<String> MEASURED = List.of("water_temperature", "ph", "dissolved_oxygen", "conductivity", "turbidity", "codmn", "nh3n", "tp", "tn");
    private static final Map<String, String> CLASSES = Map.of("I", "Class I", "II", "Class II", "III", "Class III", "IV", "Class IV", "V", "Class V",
            "inferior_V", "Inferior to class V");

    private final Stage stage;

    WaterIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void every_section_stands_in_the_table_with_the_newest_reading_and_its_class() {
        Map<String, JsonNode> newest = byCode("/water/latest?limit=1000");
        Map<String, JsonNode> register = byCode("/water/sections?limit=1000");
        try (Visit visit = stage.visit(Screen.desk(Language.EN)).open("/water/").settled()) {
            List<Map<String, String>> rows = Shown.rows(visit.page(), "[data-section=sections] tr[data-key]");

            assertThat(rows).extracting(row -> row.get("key")).containsExactlyInAnyOrderElementsOf(register.keySet()).hasSize(7);
            assertThat(newest).hasSizeGreaterThanOrEqualTo(5);
            assertThat(rows).filteredOn(row -> newest.containsKey(row.get("key"))).allSatisfy(row -> {
                JsonNode reading = newest.get(row.get("key"));
                assertThat(row.get("water_class")).isEqualTo(CLASSES.get(reading.path("water_class").textValue()));
                assertThat(MEASURED).allSatisfy(column -> assertThat(row.get(column)).as(column).isEqualTo(valued(reading, column)));
            });
            assertThat(visit.faults().found()).isEmpty();
        }
    }

    @Test
    void the_counts_by_class_are_those_of_the_newest_readings() {
        Map<String, Long> counted = byCode("/water/latest?limit=1000").values().stream().map(row -> row.path("water_class").asText(""))
                .filter(CLASSES::containsKey).collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        try (Visit visit = stage.visit(Screen.desk(Language.EN)).open("/water/").settled()) {
            Map<String, String> shown = Shown.rows(visit.page(), "[data-section=summary] li[data-key]").stream()
                    .collect(Collectors.toMap(row -> row.get("key"), row -> row.get("sections")));

            assertThat(counted).isNotEmpty();
            assertThat(CLASSES.keySet()).allSatisfy(name -> assertThat(shown).containsEntry(name, String.valueOf(counted.getOrDefault(name, 0L))));
        }
    }

    @Test
    void the_items_of_one_section_are_those_of_its_newest_reading() {
        JsonNode reading = byCode("/water/latest?section=99S003").get("99S003");
        try (Visit visit = stage.visit(Screen.desk(Language.EN)).open("/water/?section=99S003").settled()) {
            assertThat(visit.section("reading").getAttribute("data-as-of")).isEqualTo(reading.path("sampled_at").textValue());
            assertThat(visit.section("reading").innerText()).contains(CLASSES.get(reading.path("water_class").textValue()), Shown.number(reading.path("nh3n")));
        }
    }

    /** A value below what the method finds is that limit, and says so. */
    private static String valued(JsonNode reading, String column) {
        return Shown.number(reading.path(column)) + (reading.path("flags").toString().contains("\"" + column + ":below_detection\"") ? " * below detection; the value is the limit" : "");
    }

    private Map<String, JsonNode> byCode(String path) {
        return stage.api().get(path).rows().stream().collect(Collectors.toMap(row -> row.path("section_code").textValue(), row -> row));
    }
}
