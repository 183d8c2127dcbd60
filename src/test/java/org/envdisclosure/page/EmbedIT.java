package org.envdisclosure.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import java.util.Map;
import org.envdisclosure.page.Screen.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** In a frame of another site, where a browser may give a page of a third party no storage at all. */
@Timeout(60)
@ExtendWith(Stage.Door.class)
class EmbedIT {

    private static final String NO_STORAGE = """
            if (window !== top) for (const store of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
                Object.defineProperty(window, store, { get() { throw new DOMException('no storage for third parties', 'SecurityError'); } });""";

    private final Stage stage;

    EmbedIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void the_air_now_stands_in_another_sites_page_without_cookie_or_storage() {
        var city = stage.api().get("/air/cities/latest?city=990100").rows().get(0);
        try (OtherSite site = framing("/embed/aqi?city=990100&lang=en"); Visit visit = visit(site)) {
            FrameLocator frame = visit.page().frameLocator("iframe");

            assertThat(frame.locator("[data-field=aqi]")).hasText(Shown.number(city.path("aqi")));
            assertThat(frame.locator("[data-field=category]")).hasText(city.path("category_en").textValue());
            tookNothing(visit, "embedded-aqi");
        }
    }

    @Test
    void a_stations_chart_stands_in_another_sites_page_without_cookie_or_storage() {
        var newest = stage.api().get("/air/latest?station=9901A").rows().get(0);
        try (OtherSite site = framing("/embed/chart?station=9901A&lang=en"); Visit visit = visit(site)) {
            FrameLocator frame = visit.page().frameLocator("iframe");

            assertThat(frame.locator("h1")).containsText(newest.path("name_en").textValue());
            assertThat(frame.locator("figure svg rect, figure canvas").first()).isVisible();
            assertThat(frame.locator("[data-section]").first()).hasAttribute("data-as-of", newest.path("observed_at").textValue());
            tookNothing(visit, "embedded-chart");
        }
    }

    /** A page with buttons of its own is no picture for another site's frame: what it shows there could be clicked unseen. */
    @Test
    void a_whole_page_is_not_shown_in_another_sites_frame() {
        try (OtherSite site = framing("/"); Visit visit = visit(site)) {
            visit.page().waitForTimeout(1000);
            assertThat(visit.page().frames()).hasSize(2);
            assertThat(visit.page().frameLocator("iframe").locator("[data-section]")).hasCount(0);
            visit.faults().forget("frame-ancestors");
        }
    }

    private void tookNothing(Visit visit, String picture) {
        visit.page().frames().get(1).waitForSelector("html[data-ready=true]");
        visit.picture(picture);
        assertThat(visit.context().cookies()).isEmpty();
        assertThat(visit.page().frames().get(1).evaluate("() => document.scrollingElement.scrollWidth <= document.documentElement.clientWidth")).isEqualTo(true);
        assertThat(visit.faults().found()).isEmpty();
    }

    private OtherSite framing(String path) {
        return OtherSite.of("", Map.of("/", """
                <!doctype html><html lang="en"><meta charset="utf-8"><title>A city's site</title><h1>A city's site</h1>
                <iframe title="The air now" width="360" height="420" src="%s"></iframe></html>""".formatted(stage.address() + path)));
    }

    private Visit visit(OtherSite site) {
        Visit visit = Visit.by(stage.browser(), site.address(), Screen.desk(Language.EN), stage.address().getAuthority());
        visit.context().addInitScript(NO_STORAGE);
        Page page = visit.page();
        page.navigate(site.address().toString());
        return visit;
    }
}
