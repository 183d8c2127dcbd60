package org.envdisclosure.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EditionTest {

    private static final Edition EDITION = new Edition("0123456789abcdef");

    private static SortedMap<String, byte[]> files(String... pathsAndTexts) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            files.put(pathsAndTexts[i], pathsAndTexts[i + 1].getBytes(UTF_8));
        }
        return files;
    }

    @Test
    void the_same_files_are_the_same_edition_everywhere() {
        // SHA-256 of path, 0, length as eight bytes, content; its first eight bytes
        assertThat(Edition.of(files("/index.html", "<p>", "/page/a.js", "1")).hash()).isEqualTo("ff207c68c0125fc3");
        assertThat(Edition.of(files("/page/a.js", "1", "/index.html", "<p>"))).isEqualTo(Edition.of(files("/index.html", "<p>", "/page/a.js", "1")));
    }

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource({"/page/a.js, 2", "/page/b.js, 1", "/page/a.js1, ''", "/page/a.j, s1"})
    void another_name_content_or_border_between_them_is_another_edition(String path, String text) {
        assertThat(Edition.of(files(path, text))).isNotEqualTo(Edition.of(files("/page/a.js", "1")));
    }

    @Test
    void a_page_refers_to_its_edition_and_nothing_else_of_it_changes() {
        String html = "<a href=\"/water/\">水 /page/ '/page/x'</a><script src=\"/page/a.js\"></script><link href=\"/page/vendor/b.css\">";

        assertThat(new String(EDITION.stamped(html.getBytes(UTF_8)), UTF_8)).isEqualTo("<a href=\"/water/\">水 /page/ '/page/x'</a>"
                + "<script src=\"/page/0123456789abcdef/a.js\"></script><link href=\"/page/0123456789abcdef/vendor/b.css\">");
    }

    @Test
    void a_file_has_an_address_in_the_edition_and_can_be_found_by_any() {
        assertThat(EDITION.address("/page/vendor/echarts.js")).isEqualTo("/page/0123456789abcdef/vendor/echarts.js");
        assertThat(Edition.unnamed("/page/0123456789abcdef/vendor/echarts.js")).contains("/page/vendor/echarts.js");
        assertThat(Edition.unnamed("/page/ffffffffffffffff/vendor/echarts.js")).contains("/page/vendor/echarts.js");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/page/a.js", "/page/0123456789abcdef", "/page/0123456789abcdef/", "/page/0123456789ABCDEF/a.js", "/page/0123456789abcde/a.js",
        "/page/0123456789abcdef0/a.js", "/pages/0123456789abcdef/a.js", "/x/page/0123456789abcdef/a.js"})
    void what_only_looks_like_an_edition_is_none(String address) {
        assertThat(Edition.unnamed(address)).isEmpty();
    }

    @Test
    void a_single_file_has_a_name_of_its_own() {
        // the first eight bytes of SHA-256("abc"), FIPS 180-2
        assertThat(Edition.hashOf("abc".getBytes(UTF_8))).isEqualTo("ba7816bf8f01cfea");
    }

    @Test
    void only_what_lies_below_its_folder_is_a_file_of_the_edition() {
        assertThat(Edition.isFile("/page/a.js")).isTrue();
        assertThat(Edition.isFile("/water/index.html")).isFalse();
    }
}
