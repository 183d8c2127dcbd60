package org.envdisclosure.platform.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RawTextTest {

    @Test
    void a_text_is_cut_to_a_thousand_characters_the_last_of_which_says_so() {
        assertThat(RawText.cut("x".repeat(1000))).isEqualTo("x".repeat(1000));
        assertThat(RawText.cut("x".repeat(1001))).isEqualTo("x".repeat(999) + "…");
    }

    @Test
    void a_surrogate_pair_is_not_cut_through() {
        assertThat(RawText.cut("x".repeat(998) + "😀😀")).isEqualTo("x".repeat(998) + "…");
        assertThat(RawText.cut("x".repeat(997) + "😀😀")).isEqualTo("x".repeat(997) + "😀…");
    }

    @Test
    void nul_is_shown_and_not_kept() {
        assertThat(RawText.cut("a\0b")).isEqualTo("a\uFFFDb");
    }

    @Test
    void bytes_are_cut_like_their_text() {
        for (String piece : new String[] {"x", "é", "站", "😀", "x站"}) {
            String text = piece.repeat(2000);
            byte[] bytes = text.getBytes(UTF_8);
            assertThat(RawText.cut(bytes, 0, bytes.length)).isEqualTo(RawText.cut(text));
        }
    }

    @Test
    void what_postgresql_cannot_store_is_told() {
        assertThat(RawText.isStorable(null)).isTrue();
        assertThat(RawText.isStorable("站😀")).isTrue();
        assertThat(RawText.isStorable("a\0")).isFalse();
        assertThat(RawText.isStorable("😀".substring(0, 1))).isFalse();
        assertThat(RawText.isStorable("😀".substring(1))).isFalse();
    }
}
