package org.envdisclosure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.node.MissingNode;

class ReplyTest {

    private static final String NOW = "Wed, 21 Oct 2026 07:28:00 GMT";

    @ParameterizedTest(name = "Retry-After {0} at " + NOW + " is {1}")
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            0                             | PT0S
            120                           | PT2M
            Wed, 21 Oct 2026 07:29:30 GMT | PT1M30S
            Wed, 21 Oct 2026 07:00:00 GMT | PT0S
            soon                          | none
            -5                            | none
            99999999999999                | none
            """)
    void retry_after(String value, Duration wait) {
        assertThat(reply(Map.of("Retry-After", List.of(value), "Date", List.of(NOW))).retryAfter()).isEqualTo(Optional.ofNullable(wait));
    }

    @Test
    void a_date_without_the_servers_own_date_says_nothing() {
        assertThat(reply(Map.of("Retry-After", List.of(NOW))).retryAfter()).isEmpty();
    }

    @Test
    void no_header_no_wait() {
        assertThat(reply(Map.of("Date", List.of(NOW))).retryAfter()).isEmpty();
    }

    private static Reply reply(Map<String, List<String>> headers) {
        return new Reply(503, HttpHeaders.of(headers, (name, value) -> true), "", MissingNode.getInstance());
    }
}
