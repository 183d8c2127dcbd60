package org.envdisclosure.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.envdisclosure.page.Screen.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages of data and of disclosure: every dataset, its columns, and what is taken away with them. */
@Timeout(60)
@ExtendWith(Stage.Door.class)
class CatalogueIT {

    private final Stage stage;

    CatalogueIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void every_dataset_of_the_catalogue_is_listed_and_has_its_clock() {
        List<String> ids = datasets();
        assertThat(ids).contains("air-hourly", "water-readings", "sources").hasSizeGreaterThan(15);
        try (Visit visit = stage.visit(Screen.desk(Language.EN)).open("/data/").settled()) {
            assertThat(ids).allSatisfy(id -> assertThat(visit.section("datasets").locator("[data-key=\"%s\"]".formatted(id))).hasCount(1));
            visit.page().navigate(visit.address("/disclosure/"));
            visit.drawn().settled();
            assertThat(ids).allSatisfy(id -> assertThat(visit.page().locator("[data-section=clock] [data-key=\"%s\"], [data-section=rest] [data-key=\"%s\"]".formatted(id, id))
                    .count()).as(id).isPositive());
            assertThat(visit.faults().found()).isEmpty();
        }
    }

    @Test
    void the_columns_of_a_dataset_are_those_of_its_description() {
        JsonNode described = stage.api().get("/datasets/air-hourly/columns.json").json();
        try (Visit visit = stage.visit(Screen.desk(Language.EN)).open("/data/?dataset=air-hourly").settled()) {
            List<String> names = Shown.rows(visit.page(), "[data-section=columns] tr[data-key]").stream().map(row -> row.get("key")).toList();

            assertThat(names).containsExactlyElementsOf(described.at("/tableSchema/columns").findValuesAsText("name"));
        }
    }

    private List<String> datasets() {
        List<String> ids = new ArrayList<>();
        stage.api().get("/catalog").json().at("/dcat:dataset").forEach(one -> ids.add(one.path("dct:identifier").asText()));
        return ids;
    }
}
