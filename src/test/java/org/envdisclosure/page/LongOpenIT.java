package org.envdisclosure.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.envdisclosure.page.Screen.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page that stays open: it looks again and again, and what the reader has before him, has opened or has begun to write stays his. */
@Timeout(120)
@ExtendWith(Stage.Door.class)
class LongOpenIT {

    private static final String API = "**/api/v1/**";
    /** A look is a second after what brings it, a page of water ten after the one before. */
    private static final long A_LOOK = 15_000;

    private static final String AS_SEEN = """
            () => { const { dataZoom: [zoom], legend: [legend] } = drawn.getOption();
                    return [zoom.start, zoom.end, legend.selected?.a ?? true, legend.selected?.b ?? true]; }""";

    private final Stage stage;

    LongOpenIT(Stage stage) {
        this.stage = stage;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?city=990100", "/water/", "/sources/", "/disclosure/"})
    void a_page_holds_one_stream_however_often_it_looks(String path) {
        try (Visit visit = stage.visit(Screen.desk(Language.EN))) {
            AtomicInteger streams = new AtomicInteger();
            visit.page().onRequest(request -> streams.addAndGet(request.url().contains("/api/v1/stream") ? 1 : 0));
            visit.page().clock().install();
            visit.open(path).settled();

            for (int minutes = 0; minutes < 3; minutes++) {
                visit.page().clock().runFor(60_000);
                looksAgain(visit.page());
                visit.settled();
            }

            assertThat(streams).hasValue(1);
            assertThat(visit.faults().found()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?city=990100", "/water/", "/disclosure/", "/embed/aqi?city=990100", "/embed/chart?station=9901A"})
    void what_cannot_be_had_again_for_now_stays_and_says_so_until_it_comes(String path) {
        try (Visit visit = stage.visit(Screen.phone(Language.EN)).open(path).settled()) {
            Page page = visit.page();
            List<String> before = texts(page);
            page.route(API, BadDaysIT::fail);
            page.clock().install();

            looksAgain(page);
            page.clock().runFor(A_LOOK);
            assertThat(page.locator(".old").first()).containsText("could not be had for now");
            visit.settled();

            assertThat(page.locator("[data-state=failed]")).hasCount(0);
            assertThat(texts(page)).isEqualTo(before);

            page.unroute(API);
            page.clock().runFor(31_000);
            assertThat(page.locator(".old")).hasCount(0);
            visit.faults().forget("status of 503");
            assertThat(visit.faults().found()).isEmpty();
        }
    }

    @Test
    void the_zoom_and_the_choice_of_a_chart_stay_when_it_is_drawn_anew() {
        try (Visit visit = stage.visit(Screen.desk(Language.EN)).open("/?city=990100").settled()) {
            Page page = visit.page();
            page.evaluate("""
                    async () => { const { chart } = await import(document.querySelector('script[type=module]').src.replace(/[^/]+$/, 'chart.js'));
                        const option = () => ({ dataZoom: [{ type: 'slider' }], legend: {}, xAxis: { type: 'value' }, yAxis: { type: 'value' },
                            series: ['a', 'b'].map(name => ({ name, type: 'line', data: [[1, 2], [3, 4], [5, 1]] })) });
                        window.figure = chart({ title: 'A', summary: 'a', option, columns: [], rows: [] });
                        document.querySelector('main').append(figure); }""");
            page.waitForFunction("() => figure.querySelector('canvas')");
            page.evaluate("() => { window.drawn = echarts.getInstanceByDom(figure.querySelector('.chart')); drawn.dispatchAction({ type: 'dataZoom', start: 40, end: 60 });"
                    + " drawn.dispatchAction({ type: 'legendUnSelect', name: 'b' }); }");

            visit.seenIn(ColorScheme.DARK);

            assertThat(page.evaluate(AS_SEEN)).hasToString("[40, 60, true, false]");
            page.evaluate("() => figure.show({ title: 'Another', summary: 'b', columns: [], rows: [], option: () => ({ dataZoom: [{ type: 'slider' }], legend: {},"
                    + " xAxis: {}, yAxis: {}, series: ['a', 'b'].map(name => ({ name, type: 'line', data: [[1, 2], [3, 4]] })) }) })");
            assertThat(page.evaluate(AS_SEEN)).hasToString("[0, 100, true, true]");
        }
    }

    /** A canvas takes no font whose family it cannot read, and says nothing. */
    @Test
    void a_chart_is_written_in_the_font_of_the_page() {
        try (Visit visit = stage.visit(Screen.desk(Language.EN)).open("/?city=990100").settled()) {
            assertThat(visit.page().evaluate("""
                    () => { const pen = document.createElement('canvas').getContext('2d');
                            pen.font = `17px ${echarts.getInstanceByDom(document.querySelector('.chart')).getOption().textStyle.fontFamily}`;
                            return pen.font; }""")).asString().startsWith("17px system-ui");
        }
    }

    @Test
    void the_focus_stays_in_the_table_behind_a_small_chart() {
        try (Visit visit = stage.visit(Screen.desk(Language.EN)).open("/water/?section=99S003").settled()) {
            Locator summary = visit.page().locator(".small-chart summary").nth(1);
            summary.focus();
            visit.page().keyboard().press("Enter");
            assertThat(visit.page().locator(".small-chart details[open] table")).hasCount(1);

            visit.page().waitForResponse("**/api/v1/water/readings*", () -> looksAgain(visit.page()));
            visit.settled();

            assertThat(summary).isFocused();
            assertThat(visit.page().locator(".small-chart details[open] table")).hasCount(1);
        }
    }

    @Test
    void a_half_written_question_is_none() {
        try (Visit visit = stage.visit(Screen.desk(Language.EN)).open("/sources/").settled()) {
            List<String> before = visit.section("records").locator(".record").allInnerTexts();
            visit.page().locator("[data-form=records] [name=text]").fill("no record has this");

            visit.page().waitForResponse(answer -> answer.url().contains("/supervision/records") && answer.url().contains("limit=10"), () -> looksAgain(visit.page()));
            visit.settled();

            assertThat(before).isNotEmpty();
            assertThat(visit.section("records").locator(".record").allInnerTexts()).isEqualTo(before);
            visit.page().keyboard().press("Enter");
            assertThat(visit.section("records")).hasAttribute("data-state", "empty");
        }
    }

    /** 9 of 16 are 56.25 %, 11 of 16 are 68.75 %: half goes to the even digit, as the service rounds. */
    @Test
    void a_share_is_rounded_as_the_service_rounds_it() {
        try (Visit visit = stage.visit(Screen.desk(Language.EN)).open("/water/")) {
            assertThat(visit.page().evaluate("async () => { const { percentOf } = await import('/page/format.js'); return [[9, 16], [11, 16], [1, 3], [2, 3], [0, 7], [7, 7], [3, 2000]].map(one => percentOf(...one)); }"))
                    .hasToString("[56.2, 68.8, 33.3, 66.7, 0, 100, 0.2]");
        }
    }

    /** As when the network is there again. */
    private static void looksAgain(Page page) {
        page.evaluate("() => dispatchEvent(new Event('online'))");
    }

    private static List<String> texts(Page page) {
        return page.locator("[data-section] > .body").allInnerTexts();
    }
}
