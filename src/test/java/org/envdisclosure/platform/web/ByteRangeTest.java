package org.envdisclosure.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteRangeTest {

    @ParameterizedTest(name = "{0} of 100: {2} from {1}")
    @CsvSource({"bytes=0-9, 0, 10", "bytes=90-, 90, 10", "bytes=-10, 90, 10", "bytes=-500, 0, 100", "bytes=90-500, 90, 10", "BYTES=5-5, 5, 1",
        "bytes=100-, 100, 0", "bytes=-0, 100, 0", "bytes=999999999999999999-, 999999999999999999, 0"})
    void a_range_is_a_part(String header, long first, long count) {
        assertThat(ByteRange.of(header, 100)).isEqualTo(Optional.of(new ByteRange(first, count)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"bytes=9-5", "'bytes=0-1,5-6'", "pages=1-2", "bytes=", "bytes=-", "bytes=a-b", "''"})
    void what_means_nothing_is_the_whole(String header) {
        assertThat(ByteRange.of(header, 100)).isEmpty();
    }
}
