package org.envdisclosure.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.envdisclosure.page.Screen.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which language a reader gets, and that it goes with them from page to page. */
@Timeout(60)
@ExtendWith(Stage.Door.class)
class LanguageIT {

    private final Stage stage;

    LanguageIT(Stage stage) {
        this.stage = stage;
    }

    @ParameterizedTest
    @EnumSource
    void without_a_word_it_is_that_of_the_browser(Language language) {
        try (Visit visit = stage.visit(Screen.desk(language))) {
            visit.page().navigate(stage.address() + "/");

            assertThat(visit.drawn().page().locator("h1")).containsText(language == Language.ZH ? "今日空气" : "Air today");
            assertThat(visit.page().locator("html")).hasAttribute("lang", language == Language.ZH ? "zh-CN" : "en");
        }
    }

    @Test
    void what_a_reader_has_chosen_is_kept_for_the_next_visit() {
        try (Visit visit = stage.visit(Screen.desk(Language.ZH))) {
            Page page = visit.page();
            page.navigate(stage.address() + "/");
            visit.drawn();
            page.locator("[data-language-link]").click();
            page.waitForURL(stage.address() + "/?lang=en");
            assertThat(visit.drawn().page().locator("html")).hasAttribute("lang", "en");

            page.navigate(stage.address() + "/");
            assertThat(visit.drawn().page().locator("html")).hasAttribute("lang", "en");
            assertThat(visit.context().cookies()).isEmpty();
            assertThat(visit.faults().found()).isEmpty();
        }
    }

    /** On a phone, where the way around is laid out otherwise. */
    @ParameterizedTest
    @EnumSource
    void every_page_is_reached_from_the_first_and_says_where_it_is(Language language) {
        try (Visit visit = stage.visit(Screen.phone(language)).open("/")) {
            List<String> ways = visit.page().locator("nav a").all().stream().map(link -> link.getAttribute("href").replaceAll("\\?.*", "")).toList();
            assertThat(ways).containsExactly("/", "/water/", "/sources/", "/data/", "/disclosure/");
            for (String way : ways) {
                Locator link = visit.page().locator("nav a[href^='%s?']".formatted(way));
                assertThat(link).isVisible();
                link.tap();
                visit.page().waitForURL(stage.address() + way + "?lang=" + language.wire());
                visit.drawn();
                assertThat(visit.page().locator("nav a[aria-current=page]")).hasAttribute("href", way + "?lang=" + language.wire());
                assertThat(visit.page().locator("html")).hasAttribute("lang", language == Language.ZH ? "zh-CN" : "en");
            }
            assertThat(visit.faults().found()).isEmpty();
        }
    }
}
