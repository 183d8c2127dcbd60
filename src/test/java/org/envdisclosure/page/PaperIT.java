package org.envdisclosure.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.envdisclosure.page.Screen.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an editor takes away: the page on paper, a chart as a picture. */
@Timeout(120)
@ExtendWith(Stage.Door.class)
class PaperIT {

    /** Of A4 within its margins, as wide as browsers lay it out before they scale it down. */
    private static final int WIDTH = 896;
    private static final double LEGIBLE = 4.5;
    private static final Script LAYOUT = Script.of("layout.js");

    private final Stage stage;

    PaperIT(Stage stage) {
        this.stage = stage;
    }

    /** Also for who reads on a dark screen. */
    @ParameterizedTest
    @EnumSource
    void a_printed_page_is_dark_on_white_and_nothing_of_it_is_cut(Sight sight, TestReporter report) {
        try (Visit visit = stage.visit(new Screen(Language.ZH, ColorScheme.DARK, WIDTH)).open(sight.path()).settled()) {
            visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            visit.settled().picture(sight + "-print");
            List<String> findings = new ArrayList<>(LAYOUT.findings(visit.page()));
            findings.addAll(Accessibility.unreadable(visit.page()));
            Paper paper = Paper.of(visit.page());
            findings.addAll(visit.faults().found());

            report.publishEntry(sight.toString(), "%d sheets, letters of %.1f pt and more".formatted(paper.sheets(), paper.smallest()));
            assertThat(findings).isEmpty();
            assertThat(visit.page().locator("nav").isVisible()).isFalse();
            assertThat(paper.rightmost()).as("right edge of the text").isLessThan(paper.sheetWidth());
            assertThat(paper.smallest()).as("smallest letter in pt").isGreaterThan(LEGIBLE);
        }
    }

    @Test
    void the_paper_has_the_index_and_the_word_that_it_is_unaudited() {
        JsonNode city = stage.api().get("/air/cities/latest?city=990100").rows().get(0);
        try (Visit visit = stage.visit(Screen.desk(Language.EN)).open("/?city=990100").settled()) {
            Paper paper = Paper.of(visit.page());

            assertThat(paper.text()).contains("AQI", city.path("category_en").textValue(), "Real-time data, unaudited");
            assertThat(paper.sheets()).isBetween(1, 8);
        }
    }

    /** Of every chart and map of the page; on a screen of one dot a pixel the picture is twice as fine. */
    @ParameterizedTest
    @EnumSource
    void a_chart_can_be_taken_as_a_picture(Sight sight) throws IOException {
        try (Visit visit = stage.visit(Screen.desk(Language.EN)).open(sight.path()).settled()) {
            List<Locator> buttons = visit.page().locator("figure button:has-text('PNG'):visible").all();
            for (Locator button : buttons) {
                assertThat(button).isEnabled();
                Download taken = visit.page().waitForDownload(button::click);
                BufferedImage picture = ImageIO.read(taken.path().toFile());

                assertThat(taken.suggestedFilename()).endsWith(".png");
                assertThat(picture.getWidth()).as(taken.suggestedFilename()).isBetween(500, 4000);
                assertThat(picture.getHeight()).as(taken.suggestedFilename()).isBetween(150, 4000);
                assertThat(colours(picture)).as("colours of " + taken.suggestedFilename()).isGreaterThan(5);
            }
            assertThat(visit.faults().found()).isEmpty();
        }
    }

    private static long colours(BufferedImage picture) {
        return IntStream.range(0, picture.getWidth() * picture.getHeight())
                .map(at -> picture.getRGB(at % picture.getWidth(), at / picture.getWidth())).distinct().count();
    }
}
