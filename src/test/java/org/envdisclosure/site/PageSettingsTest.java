package org.envdisclosure.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.envdisclosure.platform.publisher.PublisherConfig;
import org.envdisclosure.platform.web.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a bureau may set for its page, read as the service reads it. */
class PageSettingsTest {

    private static final String APPROVAL = "GS(2026)0000号（示例）";

    @TempDir
    Path folder;

    private static PageSettings set(Map<String, String> settings) {
        SmallRyeConfig config = new SmallRyeConfigBuilder().addDefaultInterceptors().addDiscoveredConverters()
                .withMapping(PageConfig.class).withMapping(PublisherConfig.class).withSources(new PropertiesConfigSource(settings, "test", 500)).build();
        return PageSettings.of(config.getConfigMapping(PageConfig.class), config.getConfigMapping(PublisherConfig.class).name());
    }

    private static String json(Map<String, String> settings) {
        return new String(JsonText.bytes(set(settings).members()), StandardCharsets.UTF_8);
    }

    private Map<String, String> map(byte[] picture, String... changes) throws IOException {
        Path file = Files.write(folder.resolve("底图.bin"), picture);
        Map<String, String> settings = new HashMap<>(Map.of("envd.page.map.image", file.toString(), "envd.page.map.bbox", "110,30,112,31.5",
                "envd.page.map.approval-number", APPROVAL));
        for (int i = 0; i < changes.length; i += 2) {
            settings.put("envd.page.map." + changes[i], changes[i + 1]);
        }
        return settings;
    }

    private static void refused(Map<String, String> settings, String sentence) {
        assertThatThrownBy(() -> set(settings)).isInstanceOf(ConfigurationException.class).hasMessage(sentence);
    }

    @Test
    void nothing_need_be_set() {
        assertThat(json(Map.of())).isEqualTo("{\"city\":null,\"publisher\":null,\"contact\":null,\"map\":null}");
    }

    @Test
    void everything_set_is_told() throws IOException {
        Map<String, String> settings = map(Pictures.svg());
        settings.putAll(Map.of("envd.page.city", "990100", "envd.publisher.name.zh", "示例市生态环境局", "envd.publisher.name.en", "Bureau of Example City",
                "envd.page.contact", " data@example.org "));

        assertThat(json(settings)).isEqualTo("{\"city\":\"990100\",\"publisher\":{\"zh\":\"示例市生态环境局\",\"en\":\"Bureau of Example City\"},"
                + "\"contact\":\"data@example.org\",\"map\":{\"image\":\"/page/map?v=" + Edition.hashOf(Pictures.svg()) + "\",\"bbox\":[110.0,30.0,112.0,31.5],"
                + "\"approval_number\":\"" + APPROVAL + "\"}}");
    }

    @Test
    void a_name_in_one_language_stands_for_both() {
        assertThat(json(Map.of("envd.publisher.name.zh", "示例局"))).contains("\"publisher\":{\"zh\":\"示例局\",\"en\":\"示例局\"}");
        assertThat(json(Map.of("envd.publisher.name.en", "Bureau"))).contains("\"publisher\":{\"zh\":\"Bureau\",\"en\":\"Bureau\"}");
    }

    @Test
    void the_picture_has_an_address_that_names_its_state() throws IOException {
        Addresses addresses = Addresses.of(new TreeMap<>(Map.of("/index.html", new byte[0])));
        set(map(Pictures.drawn("png"))).putInto(addresses);
        String version = "v=" + Edition.hashOf(Pictures.drawn("png"));

        assertThat(addresses.at("/page/map", version)).get().isNotEqualTo(addresses.at("/page/map", null).orElseThrow());
        assertThat(addresses.at("/page/settings.json", null)).get().isInstanceOf(Place.Here.class);
    }

    @Test
    void without_a_picture_there_is_no_map() {
        Addresses addresses = Addresses.of(new TreeMap<>(Map.of("/index.html", new byte[0])));
        set(Map.of()).putInto(addresses);

        assertThat(addresses.at("/page/map", null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void a_map_without_its_approval_number_is_not_shown(String number) throws IOException {
        refused(map(Pictures.drawn("png"), "approval-number", number), "ENVD_PAGE_MAP_IMAGE is set and ENVD_PAGE_MAP_APPROVAL_NUMBER is not. "
                + "A map shown to the public bears its approval number (审图号): give it, or leave the picture out.");
    }

    @Test
    void an_approval_number_that_cannot_be_read_is_not_printed() throws IOException {
        refused(map(Pictures.drawn("png"), "approval-number", "GS(2026)0000\uFFFD"), "ENVD_PAGE_MAP_APPROVAL_NUMBER is not readable as UTF-8. "
                + "Start the service with LC_ALL=C.UTF-8, or write the setting into config/application.properties beside it.");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {"110,30,112", "112,30,110,31", "minLon,minLat,maxLon,maxLat"})
    void a_map_that_lies_nowhere(String bbox) throws IOException {
        refused(map(Pictures.drawn("png"), "bbox", bbox), "ENVD_PAGE_MAP_BBOX is '%s'. Give four numbers in degrees, minLon,minLat,maxLon,maxLat, each minimum below its maximum.".formatted(bbox));
    }

    @Test
    void a_map_without_its_extent() throws IOException {
        refused(map(Pictures.drawn("png"), "bbox", ""), "ENVD_PAGE_MAP_IMAGE is set and ENVD_PAGE_MAP_BBOX is not. "
                + "Give what the picture shows as minLon,minLat,maxLon,maxLat in degrees.");
    }

    @Test
    void settings_of_a_map_that_is_not_there() {
        refused(Map.of("envd.page.map.bbox", "110,30,112,31"), "ENVD_PAGE_MAP_BBOX is set and ENVD_PAGE_MAP_IMAGE is not. They belong to a picture: give it, or leave them out.");
        refused(Map.of("envd.page.map.approval-number", APPROVAL), "ENVD_PAGE_MAP_APPROVAL_NUMBER is set and ENVD_PAGE_MAP_IMAGE is not. They belong to a picture: give it, or leave them out.");
    }

    @Test
    void a_picture_that_is_not_there_or_a_folder() throws IOException {
        Path missing = folder.resolve("none.png");
        refused(map(new byte[0], "image", missing.toString()), "ENVD_PAGE_MAP_IMAGE is '%s', where no file is (looked for at %1$s).".formatted(missing));
        refused(map(new byte[0], "image", folder.toString()), "ENVD_PAGE_MAP_IMAGE is '%s', where no file is (looked for at %1$s).".formatted(folder));
        assertThatThrownBy(() -> set(map(new byte[0], "image", "map\0.png"))).isInstanceOf(ConfigurationException.class).hasMessageStartingWith("ENVD_PAGE_MAP_IMAGE is 'map");
    }

    @Test
    void a_file_that_is_no_picture_and_one_that_is_too_large() throws IOException {
        String file = folder.resolve("底图.bin").toString();
        refused(map("GIF89a".getBytes(StandardCharsets.US_ASCII)), "ENVD_PAGE_MAP_IMAGE is '%s', which is neither PNG, JPEG, WebP nor well-formed SVG, whatever its name says.".formatted(file));
        refused(map(new byte[5 * 1024 * 1024 + 1]), "ENVD_PAGE_MAP_IMAGE is '%s', which has more than 5242880 bytes. Give a smaller picture: phones load it.".formatted(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"示例市", "99 0100", "990100,990200"})
    void a_city_that_is_no_code(String city) {
        refused(Map.of("envd.page.city", city), "ENVD_PAGE_CITY is '%s'. Give the code of a city, such as 990100; /api/v1/air/cities/latest lists them.".formatted(city));
    }

    @Test
    void a_contact_of_one_line() {
        String sentence = "ENVD_PAGE_CONTACT is longer than 200 characters or holds line breaks. Give one line.";
        refused(Map.of("envd.page.contact", "a".repeat(201)), sentence);
        refused(Map.of("envd.page.contact", "a\nb"), sentence);
        assertThat(set(Map.of("envd.page.contact", "a".repeat(200))).contact()).contains("a".repeat(200));
    }
}
