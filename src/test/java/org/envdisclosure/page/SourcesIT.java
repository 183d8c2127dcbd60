package org.envdisclosure.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.envdisclosure.page.Screen.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the page of pollution sources says is what the API says. */
@Timeout(60)
@ExtendWith(Stage.Door.class)
class SourcesIT {

    private final Stage stage;

    SourcesIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void every_source_stands_in_the_list() {
        Map<String, JsonNode> register = stage.api().get("/sources?limit=1000").rows().stream()
                .collect(Collectors.toMap(row -> row.path("source_id").textValue(), row -> row));
        try (Visit visit = stage.visit(Screen.desk(Language.ZH)).open("/sources/").settled()) {
            List<Map<String, String>> rows = results(visit);

            assertThat(rows).extracting(row -> row.get("key")).containsExactlyInAnyOrderElementsOf(register.keySet()).hasSize(12);
            assertThat(rows).allSatisfy(row -> {
                JsonNode source = register.get(row.get("key"));
                assertThat(row.get("name")).isEqualTo(source.path("name").textValue());
                assertThat(row.get("permit_no")).isEqualTo(source.path("permit_no").asText(Shown.NOTHING).replace("null", Shown.NOTHING));
                assertThat(row.get("division_code")).isEqualTo(source.path("division_code").textValue());
            });
            assertThat(visit.faults().found()).isEmpty();
        }
    }

    @Test
    void a_search_finds_by_part_of_the_name_and_can_be_sent_on() {
        String name = stage.api().get("/sources/99E004").json().at("/data/name").textValue();
        try (Visit visit = stage.visit(Screen.desk(Language.ZH)).open("/sources/").settled()) {
            visit.page().locator("[data-form=sources] [name=q]").fill(name.substring(2, 6));
            visit.page().keyboard().press("Enter");
            visit.page().waitForURL(url -> url.contains("q="));
            assertThat(visit.section("results").locator("tbody tr[data-key]")).hasCount(1);
            assertThat(visit.section("results").locator("tr[data-key=\"99E004\"]")).isVisible();
            List<Map<String, String>> found = results(visit);

            visit.page().reload();
            visit.drawn().settled();

            assertThat(results(visit)).isEqualTo(found).hasSizeLessThan(12);
        }
    }

    @Test
    void the_newest_penalties_lead_to_their_record_with_document_and_decision() {
        JsonNode penalty = stage.api().get("/supervision/records?kind=penalty&order=desc&limit=1").rows().get(0);
        try (Visit visit = stage.visit(Screen.desk(Language.ZH)).open("/sources/").settled()) {
            assertThat(visit.section("penalties")).containsText(penalty.path("title").textValue());

            visit.section("penalties").locator("a[href*='%s']".formatted(penalty.path("record_id").textValue())).first().click();
            visit.drawn().settled();

            assertThat(visit.page().locator("h1")).containsText(penalty.path("title").textValue());
            assertThat(visit.section("record")).containsText(penalty.path("document_no").textValue());
            assertThat(visit.faults().found()).isEmpty();
        }
    }

    private static List<Map<String, String>> results(Visit visit) {
        return Shown.rows(visit.page(), "[data-section=results] tr[data-key]");
    }
}
