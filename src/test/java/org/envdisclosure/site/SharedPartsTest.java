package org.envdisclosure.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the HTML of every page, since nothing builds them, is the same in each. */
class SharedPartsTest {

    private static final Path PAGES = Path.of("src/main/resources/META-INF/resources");

    private static String part(String page, String from, String to) throws IOException {
        String html = Files.readString(PAGES.resolve(page + "index.html"));
        int begin = html.indexOf(from);
        int end = html.indexOf(to, begin);
        assertThat(begin).as(from).isPositive();
        assertThat(end).as(to).isGreaterThan(begin);
        return html.substring(begin, end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"water/", "sources/", "data/", "disclosure/"})
    void the_head_and_foot_of_a_page_are_those_of_the_first(String page) throws IOException {
        assertThat(part(page, "<body>", "<main")).isEqualTo(part("", "<body>", "<main"));
        assertThat(part(page, "<noscript>", "</noscript>")).isEqualTo(part("", "<noscript>", "</noscript>"));
        assertThat(part(page, "<footer", "</html>")).isEqualTo(part("", "<footer", "</html>"));
    }
}
