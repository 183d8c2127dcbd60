package org.envdisclosure.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.envdisclosure.page.Screen.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The checks of the page can fail: each finds its fault in a page made for that, and none in the same page without. */
@Timeout(120)
@ExtendWith(Stage.Door.class)
class FaultyPageIT {

    private static final String STRICT = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'";
    private static final String GOOD = """
            <!doctype html><html lang="en" data-ready="true"><meta charset="utf-8"><title>Air</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style>body { font: 16px/1.5 sans-serif; margin: 8px; color: #222; background: #fff } div { margin: 8px 0 }</style>
            <main><h1>Air</h1><div>PM2.5 of the last hour</div>%s</main></html>""";

    private static final Script LAYOUT = Script.of("layout.js");

    private final Stage stage;

    FaultyPageIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void a_page_without_fault_passes_under_a_strict_policy() {
        try (OtherSite site = site(""); Visit visit = visit(site)) {
            assertThat(Accessibility.findings(visit.page())).isEmpty();
            assertThat(LAYOUT.findings(visit.page())).isEmpty();
            assertThat(visit.faults().found()).isEmpty();
        }
    }

    @Test
    void a_script_in_the_page_a_broken_one_and_one_of_another_host_are_minded() {
        String scripts = """
                <script>document.title = 'changed'</script><script src="/broken.js"></script>
                <img alt="" src="http://127.0.0.2:9/pixel.png">""";
        try (OtherSite site = site(scripts); Visit visit = visit(site)) {
            assertThat(visit.faults().found()).anyMatch(fault -> fault.startsWith("console error: policy: script-src-elem"))
                    .anyMatch(fault -> fault.startsWith("script: ") && fault.contains("of no use"))
                    .anyMatch(fault -> fault.startsWith("another host: http://127.0.0.2:9/pixel.png"));
            assertThat(visit.page().title()).isEqualTo("Air");
        }
    }

    @Test
    void text_that_is_too_wide_cut_or_over_other_text_is_found() {
        String texts = """
                <div style="width: 500px">as wide as that</div>
                <div style="width: 60px; overflow: hidden; white-space: nowrap">Primary pollutant: PM10</div>
                <div style="height: 12px; overflow: hidden">Monitored<br>every hour</div>
                <div>Ozone<span style="position: absolute; left: 8px">Carbon</span></div>""";
        try (OtherSite site = site(texts); Visit visit = visit(site)) {
            assertThat(LAYOUT.findings(visit.page())).anyMatch(found -> found.contains("wider than the window"))
                    .anyMatch(found -> found.contains("cut sideways") && found.contains("Primary pollutant: PM10"))
                    .anyMatch(found -> found.contains("cut below") && found.contains("every hour"))
                    .anyMatch(found -> found.contains("over each other") && found.contains("Ozone") && found.contains("Carbon"));
        }
    }

    @Test
    void what_an_audit_of_accessibility_calls_serious_is_found() {
        String pale = "<div style=\"color: #ffe; background: #ff0\">level 2</div><button></button>";
        try (OtherSite site = site(pale); Visit visit = visit(site)) {
            assertThat(Accessibility.findings(visit.page())).anyMatch(found -> found.startsWith("axe color-contrast"))
                    .anyMatch(found -> found.startsWith("axe button-name"));
        }
    }

    private static OtherSite site(String body) {
        return OtherSite.of(STRICT, Map.of("/", GOOD.formatted(body), "/broken.js", "throw new Error('of no use')"));
    }

    private Visit visit(OtherSite site) {
        return Visit.by(stage.browser(), site.address(), Screen.phone(Language.EN)).open("/");
    }
}
