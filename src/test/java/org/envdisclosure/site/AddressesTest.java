package org.envdisclosure.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    private static final SortedMap<String, byte[]> FILES = new TreeMap<>(Map.of(
            "/index.html", bytes("<script src=\"/page/a.js\">"), "/water/index.html", bytes("w"), "/embed/aqi/index.html", bytes("e"),
            "/page/a.js", bytes("1"), "/page/vendor/b.svg", bytes("2"), "/problems.css", bytes("3")));
    private static final Addresses ADDRESSES = Addresses.of(FILES);

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static Place at(String path) {
        return ADDRESSES.at(path, null).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/water/", "/embed/aqi"})
    void a_page_is_at_its_address(String path) {
        assertThat(at(path)).isInstanceOf(Place.Here.class);
        assertThat(ADDRESSES.isPage(path)).isTrue();
    }

    @ParameterizedTest(name = "{0} is at {1}")
    @CsvSource({"/water, /water/", "/water/index.html, /water/", "/index.html, /", "/embed/aqi/, /embed/aqi", "/embed/aqi/index.html, /embed/aqi"})
    void other_ways_to_write_it_lead_there(String path, String address) {
        assertThat(at(path)).isEqualTo(new Place.Elsewhere(address));
        assertThat(ADDRESSES.isPage(path)).isFalse();
    }

    @Test
    void a_file_is_found_with_the_edition_without_it_and_with_another() {
        Place now = at("/page/a.js");

        assertThat(at(ADDRESSES.edition().address("/page/a.js"))).isInstanceOf(Place.Here.class).isNotEqualTo(now);
        assertThat(at("/page/0000000000000000/a.js")).isSameAs(now);
        assertThat(at("/page/0000000000000000/vendor/b.svg")).isSameAs(at("/page/vendor/b.svg"));
        assertThat(at("/problems.css")).isInstanceOf(Place.Here.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/page/", "/page", "/page/a.js/", "/page/b.js", "/page/0000000000000000/b.js", "/page/0000000000000000/0000000000000000/a.js",
        "/page/0000000000000000/", "/embed/", "/embed", "/water/x", "/page/0000000000000000/water/index.html", "/page/../page/a.js"})
    void nothing_is_anywhere_else(String path) {
        assertThat(ADDRESSES.at(path, null)).isEmpty();
    }

    @Test
    void what_is_not_of_the_release_may_be_kept_for_ever_under_the_query_that_names_its_state_alone() {
        Addresses addresses = Addresses.of(FILES);
        addresses.put("/page/map", "image/png", bytes("m"), Map.of(), "v=1");
        Place now = addresses.at("/page/map", null).orElseThrow();

        assertThat(addresses.at("/page/map", "v=1")).get().isNotEqualTo(now);
        assertThat(addresses.at("/page/map", "v=2")).containsSame(now);
        assertThat(addresses.at("/page/map", "v=1&v=2")).containsSame(now);
        assertThat(addresses.at("/page/0000000000000000/map", null)).containsSame(now);
        assertThat(addresses.edition()).isEqualTo(ADDRESSES.edition());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/page/notes.md", "/page/Makefile", "/other.html"})
    void a_file_that_would_go_out_without_its_type_is_not_taken(String path) {
        SortedMap<String, byte[]> files = new TreeMap<>(FILES);
        files.put(path, bytes("x"));

        assertThatThrownBy(() -> Addresses.of(files)).isInstanceOf(IllegalStateException.class)
                .hasMessage("the page has a file of a kind that is not known: " + path);
    }
}
