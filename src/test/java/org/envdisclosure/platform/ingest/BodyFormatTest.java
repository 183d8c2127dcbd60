package org.envdisclosure.platform.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyFormatTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "application/json, JSON", "Application/JSON; charset=UTF-8, JSON", "application/x-ndjson, NDJSON", "application/ndjson, NDJSON",
        "application/jsonl, NDJSON", "text/csv, CSV", "text/csv;charset=utf8;header=present, CSV", "text/csv; charset=\"utf-8\", CSV",
        "text/csv; charset=US-ASCII, CSV", "' text/csv ;', CSV"})
    void the_content_type_chooses_the_format(String contentType, BodyFormat format) throws UnsupportedMedia {
        assertThat(BodyFormat.ofContentType(contentType)).isEqualTo(format);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "text/plain", "application/xml", "application/vnd.ms-excel", "json", "application/json, text/csv", "*/*", "text/csvx"})
    void another_type_is_refused_with_the_list_of_types(@Nullable String contentType) {
        assertThatExceptionOfType(UnsupportedMedia.class).isThrownBy(() -> BodyFormat.ofContentType(contentType))
                .withMessageContaining("application/json, application/x-ndjson, text/csv")
                .satisfies(refused -> assertThat(refused.word()).isEqualTo("content_type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv; charset=GBK", "text/csv;charset=gb18030", "application/json; charset=\"utf-16\"", "text/csv; charset="})
    void another_character_set_is_refused_with_the_hint(String contentType) {
        assertThatExceptionOfType(UnsupportedMedia.class).isThrownBy(() -> BodyFormat.ofContentType(contentType))
                .withMessageEndingWith("convert the body to UTF-8.")
                .satisfies(refused -> assertThat(refused.word()).isEqualTo("charset"));
    }

    @Test
    void csv_that_says_it_has_no_header_is_refused() {
        assertThatExceptionOfType(UnsupportedMedia.class).isThrownBy(() -> BodyFormat.ofContentType("text/csv; header=absent"))
                .satisfies(refused -> assertThat(refused.word()).isEqualTo("csv_without_header"));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({", IDENTITY", "'', IDENTITY", "identity, IDENTITY", "gzip, GZIP", "GZIP, GZIP", "x-gzip, GZIP", "' gzip ', GZIP"})
    void the_content_encoding_chooses_the_coding(@Nullable String contentEncoding, ContentCoding coding) throws UnsupportedMedia {
        assertThat(ContentCoding.ofHeader(contentEncoding)).isEqualTo(coding);
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "zstd", "gzip, gzip", "compress"})
    void another_coding_is_refused(String contentEncoding) {
        assertThatExceptionOfType(UnsupportedMedia.class).isThrownBy(() -> ContentCoding.ofHeader(contentEncoding))
                .withMessage("Content-Encoding " + contentEncoding + " is not supported; use gzip or none.");
    }
}
