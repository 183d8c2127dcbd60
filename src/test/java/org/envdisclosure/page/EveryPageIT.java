package org.envdisclosure.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page in both languages, on a phone and on a desk, light and dark: whole, readable, for everyone, and nothing goes elsewhere.
 * The scheme of colours changes under the reader's eyes, as at dusk: a page is loaded once for both.
 */
@Timeout(60)
@ExtendWith(Stage.Door.class)
class EveryPageIT {

    private static final Script STRUCTURE = Script.of("structure.js");
    private static final Script LAYOUT = Script.of("layout.js");

    private final Stage stage;

    EveryPageIT(Stage stage) {
        this.stage = stage;
    }

    static Stream<Arguments> sights() {
        return Stream.of(Sight.values()).flatMap(sight -> Screen.light().map(screen -> Arguments.of(sight, screen)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("sights")
    void a_page_is_whole_by_day_and_by_night(Sight sight, Screen screen) {
        try (Visit visit = stage.visit(screen).open(sight.path()).settled()) {
            List<String> findings = new ArrayList<>(STRUCTURE.findings(visit.page(), screen.language().wire(), sight.isWhole()));
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                visit.seenIn(scheme).picture(sight.toString());
                findings.addAll(LAYOUT.findings(visit.page()));
                Accessibility.findings(visit.page()).forEach(finding -> findings.add(scheme + " " + finding));
            }
            findings.addAll(visit.faults().found());

            assertThat(findings).isEmpty();
        }
    }
}
