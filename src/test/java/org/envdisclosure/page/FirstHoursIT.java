package org.envdisclosure.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import java.util.Map;
import org.envdisclosure.PublicApi;
import org.envdisclosure.RunningService;
import org.envdisclosure.page.Screen.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A service that begins with nothing, and the first hours as they come; what was published stays for the next test. */
@Timeout(120)
@ExtendWith(Stage.Door.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstHoursIT {

    /** From the answer to whoever published to the figure on the screen. */
    private static final double SOON = 5000;

    private static RunningService service;
    private static MadeUpCity city;

    private final Stage stage;

    FirstHoursIT(Stage stage) {
        this.stage = stage;
    }

    @BeforeAll
    static void a_service_without_data() {
        service = Stage.service(Map.of("ENVD_SAMPLE_DATA", "never"));
        city = new MadeUpCity(service.client());
    }

    @AfterAll
    static void it_ends() {
        if (service != null) {
            service.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    @Order(1)
    void without_data_a_page_says_that_there_is_none_yet(Sight sight) {
        try (Visit visit = visit().open(sight.path()).settled()) {
            visit.picture(sight + "-empty");

            assertThat(visit.page().locator("[data-state=failed]")).hasCount(0);
            assertThat(visit.page().locator("main").innerText()).containsPattern("(?i)there (is|are) no|no [a-z -]+ (yet|here|is|are)|nothing");
            assertThat(visit.faults().found()).filteredOn(fault -> !sight.isOfOne() || !fault.contains("status of 404")).isEmpty();
        }
    }

    @Test
    @Order(2)
    void the_first_hour_appears_on_a_page_that_was_empty() {
        try (Visit visit = visit().open("/")) {
            assertThat(now(visit)).hasAttribute("data-state", "empty");

            city.register();
            city.publish(MadeUpCity.hour(4), 35);

            assertThat(now(visit)).hasAttribute("data-as-of", MadeUpCity.hour(4), soon());
            assertThat(now(visit).locator("[data-field=aqi]")).hasText(aqi());
            assertThat(visit.page().locator("h1")).containsText(MadeUpCity.NAME);
            assertThat(visit.faults().found()).isEmpty();
        }
    }

    @Test
    @Order(3)
    void a_new_hour_appears_without_a_reload_and_is_announced() {
        try (Visit visit = visit().open("/").settled()) {
            visit.page().evaluate("() => { window.mark = 'the same page'; }");
            String before = now(visit).locator("[data-field=aqi]").innerText();

            city.publish(MadeUpCity.hour(3), 150);

            assertThat(now(visit)).hasAttribute("data-as-of", MadeUpCity.hour(3), soon());
            assertThat(now(visit).locator("[data-field=aqi]")).hasText(aqi());
            assertThat(now(visit).locator("[data-field=aqi]")).not().hasText(before);
            assertThat(visit.page().evaluate("() => window.mark")).isEqualTo("the same page");
            assertThat(row(visit, "P2").locator("[data-field=pm25]")).hasText("150");
            assertThat(visit.faults().found()).isEmpty();
        }
    }

    /** The reader sees no number for it, and why. */
    @Test
    @Order(4)
    void a_station_that_fails_has_no_number_and_a_reason_in_words() {
        city.publishWithout("P2", MadeUpCity.hour(2), 80);
        try (Visit visit = visit().open("/").settled()) {
            Locator row = row(visit, "P2");
            visit.picture("today-a-station-fails");

            assertThat(now(visit)).hasAttribute("data-as-of", MadeUpCity.hour(2));
            assertThat(row.locator("[data-field=aqi]")).hasText(Shown.NOTHING);
            assertThat(row.innerText()).doesNotContain("80").containsIgnoringCase("missing");
            assertThat(visit.section("map").locator("[data-key=P2] text")).hasText("–");
            assertThat(visit.section("map").locator("[data-key=P1] text")).hasText(row(visit, "P1").locator("[data-field=aqi]").innerText());
            assertThat(row(visit, "P1").locator("[data-field=pm25]")).hasText("80");
            assertThat(visit.faults().found()).isEmpty();
        }
    }

    @Test
    @Order(5)
    void a_reload_in_the_middle_of_the_stream_leaves_no_trace() {
        try (Visit visit = visit().open("/")) {
            visit.page().reload();
            visit.drawn().page().reload();
            visit.drawn();

            city.publish(MadeUpCity.hour(1), 60);

            assertThat(now(visit)).hasAttribute("data-as-of", MadeUpCity.hour(1), soon());
            assertThat(visit.faults().found()).isEmpty();
        }
    }

    @Test
    @Order(6)
    void a_stream_that_was_cut_off_goes_on_and_misses_nothing() {
        try (Visit visit = visit().open("/").settled()) {
            visit.context().setOffline(true);
            city.publish(MadeUpCity.hour(0), 90);
            visit.page().waitForTimeout(1000);
            visit.context().setOffline(false);

            assertThat(now(visit)).hasAttribute("data-as-of", MadeUpCity.hour(0), new HasAttributeOptions().setTimeout(2 * SOON));
            assertThat(now(visit).locator("[data-field=aqi]")).hasText(aqi());
        }
    }

    private Visit visit() {
        return Visit.by(stage.browser(), service.base(), Screen.desk(Language.EN));
    }

    private static Locator now(Visit visit) {
        return visit.section("now");
    }

    private static Locator row(Visit visit, String station) {
        return visit.section("stations").locator("tr[data-key=%s]".formatted(station));
    }

    private static HasAttributeOptions soon() {
        return new HasAttributeOptions().setTimeout(SOON);
    }

    private static String aqi() {
        return Shown.number(new PublicApi(service.base()).get("/air/cities/latest?city=" + MadeUpCity.CODE).rows().get(0).path("aqi"));
    }
}
