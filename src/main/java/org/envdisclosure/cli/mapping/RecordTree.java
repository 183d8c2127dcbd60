package org.envdisclosure.cli.mapping;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** How the JSON of an input is read: numbers keep their digits, and a name that stands twice in an object is a fault. */
final class RecordTree {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.USE_BIG_INTEGER_FOR_INTS,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** For one element after the other: what follows an element is the next. */
    static final JsonMapper ELEMENTS = JSON.rebuild().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    /** What a decoder puts where the bytes are none of its charset. */
    private static final char REPLACEMENT = '\uFFFD';

    private RecordTree() {
    }

    static boolean isDamaged(String text) {
        return text.indexOf(REPLACEMENT) >= 0;
    }
}
