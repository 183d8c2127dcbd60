package org.envdisclosure.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.envdisclosure.page.Screen.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The API is slow, or one of its answers fails: the page says so where it concerns the reader, and the rest of it goes on. */
@Timeout(120)
@ExtendWith(Stage.Door.class)
class BadDaysIT {

    private static final String API = "**/api/v1/**";
    /** What only says more of what another call has shown. */
    private static final Set<String> CAN_DO_WITHOUT = Set.of("data /api/v1/catalog", "source /api/v1/datasets/sources-monitoring/columns.json");

    private static final double SLOW = 3000;
    private static final double LITTLE = 0.1;
    private static final String STATES = "sections => sections.filter(s => s.checkVisibility()).map(s => s.dataset.section + ' ' + s.dataset.state)";

    /** Web Vitals: up to 0.1 is good. */
    private static final String SHIFTED = """
            () => new Promise(told => { let sum = 0;
                new PerformanceObserver(seen => { seen.getEntries().forEach(shift => { sum += shift.value; }); }).observe({ type: 'layout-shift', buffered: true });
                setTimeout(() => told(sum), 200); })""";

    private final Stage stage;

    BadDaysIT(Stage stage) {
        this.stage = stage;
    }

    @ParameterizedTest
    @EnumSource
    void a_slow_api_leaves_a_painted_page_that_says_it_is_busy_and_does_not_jump(Sight sight) {
        try (Visit visit = stage.visit(Screen.phone(Language.ZH))) {
            Page page = visit.page();
            List<Route> held = new ArrayList<>();
            page.route(API, held::add);
            page.navigate(visit.address(sight.path()));
            page.waitForTimeout(SLOW);

            assertThat(page.locator("h1")).isVisible();
            assertThat(page.locator("html")).not().hasAttribute("data-ready", "true");
            assertThat(page.locator("[data-section][aria-busy=true]").count()).isPositive();
            assertThat(visit.faults().found()).isEmpty();

            page.unroute(API);
            held.forEach(Route::resume);
            visit.drawn().settled();
            assertThat((Number) page.evaluate(SHIFTED)).satisfies(shift -> assertThat(shift.doubleValue()).as("layout shift").isLessThan(LITTLE));
            assertThat(visit.faults().found()).isEmpty();
        }
    }

    /** Whatever a page asks may fail: of each call it makes, once. */
    @ParameterizedTest
    @EnumSource
    void a_call_that_fails_is_told_in_words_with_a_way_to_try_again(Sight sight) {
        for (String path : asked(sight)) {
            try (Visit visit = stage.visit(Screen.desk(Language.EN))) {
                visit.page().route(url -> URI.create(url).getPath().equals(path), BadDaysIT::fail);
                visit.open(sight.path()).settled();

                List<String> states = states(visit.page());
                assertThat(states).as("sections without %s", path).noneMatch(state -> state.endsWith("loading") || state.endsWith("undefined"));
                if (CAN_DO_WITHOUT.contains(sight + " " + path)) {
                    assertThat(states).allMatch(state -> state.endsWith("ready"));
                } else {
                    assertThat(states).as("sections without %s", path).anyMatch(state -> state.endsWith("failed"));
                    assertThat(visit.page().locator("[data-state=failed] [role=alert]").first().innerText()).contains("The database rests");
                    assertThat(visit.page().locator("[data-state=failed] [role=alert] button").first()).isVisible();
                }
                visit.faults().forget("status of 503");
                assertThat(visit.faults().found()).as("faults without %s", path).isEmpty();
            }
        }
    }

    @Test
    void the_stations_can_fail_while_the_city_is_shown_and_come_when_tried_again() {
        try (Visit visit = stage.visit(Screen.desk(Language.EN))) {
            visit.page().route("**/api/v1/air/latest*", BadDaysIT::fail);
            visit.open("/?city=990100").settled();
            assertThat(visit.section("stations")).hasAttribute("data-state", "failed");
            assertThat(visit.section("now")).hasAttribute("data-state", "ready");
            visit.picture("today-failing");

            visit.page().unroute("**/api/v1/air/latest*");
            visit.section("stations").getByRole(AriaRole.BUTTON).click();

            assertThat(visit.section("stations")).hasAttribute("data-state", "ready");
            assertThat(visit.section("stations").locator("tr[data-key]")).hasCount(8);
        }
    }

    /** The paths of the API that a sight asks; its stream may well be silent, and a picture that does not come is described. */
    private TreeSet<String> asked(Sight sight) {
        try (Visit visit = stage.visit(Screen.desk(Language.EN))) {
            TreeSet<String> paths = new TreeSet<>();
            visit.page().onRequest(request -> note(paths, request));
            visit.open(sight.path()).settled();
            visit.page().waitForLoadState(LoadState.LOAD);
            assertThat(paths).isNotEmpty();
            return paths;
        }
    }

    private static void note(TreeSet<String> paths, Request request) {
        String path = URI.create(request.url()).getPath();
        if (request.resourceType().equals("fetch") && path.startsWith("/api/v1/")) {
            paths.add(path);
        }
    }

    static void fail(Route route) {
        route.fulfill(new FulfillOptions().setStatus(503).setContentType("application/problem+json")
                .setBody("{\"title\":\"Not now\",\"status\":503,\"detail\":\"The database rests.\"}"));
    }

    private static List<String> states(Page page) {
        return ((List<?>) page.locator("[data-section]").evaluateAll(STATES)).stream().map(String::valueOf).toList();
    }
}
