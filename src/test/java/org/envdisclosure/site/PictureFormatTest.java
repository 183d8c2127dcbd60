package org.envdisclosure.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFormatTest {

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void each_is_told_by_its_content() {
        assertThat(PictureFormat.of(Pictures.drawn("png"))).contains(PictureFormat.PNG);
        assertThat(PictureFormat.of(Pictures.drawn("jpg"))).contains(PictureFormat.JPEG);
        assertThat(PictureFormat.of(Pictures.webp())).contains(PictureFormat.WEBP);
        assertThat(PictureFormat.of(Pictures.svg())).contains(PictureFormat.SVG);
        assertThat(Arrays.stream(PictureFormat.values()).map(PictureFormat::mediaType)).containsExactly("image/png", "image/jpeg", "image/webp", "image/svg+xml");
    }

    @Test
    void a_drawing_with_a_byte_order_mark_or_a_prefix_is_one_too() {
        assertThat(PictureFormat.of(utf8("\uFEFF" + Pictures.SVG))).contains(PictureFormat.SVG);
        assertThat(PictureFormat.of(utf8("<s:svg xmlns:s=\"http://www.w3.org/2000/svg\"/>"))).contains(PictureFormat.SVG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GIF89a", "%PDF-1.7", "<html><svg xmlns=\"http://www.w3.org/2000/svg\"/></html>", "<svg/>", "<svg xmlns=\"http://example.org\"/>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><path></svg>", "<svg xmlns=\"http://www.w3.org/2000/svg\">", "RIFF    WAVE", "PNG", "svg"})
    void what_is_none_of_them(String content) {
        assertThat(PictureFormat.of(utf8(content))).isEmpty();
    }

    @Test
    void a_drawing_that_wants_a_file_of_this_machine_in_it_is_not_taken() {
        assertThat(PictureFormat.of(utf8("<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                + "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>&x;</text></svg>"))).isEmpty();
    }
}
