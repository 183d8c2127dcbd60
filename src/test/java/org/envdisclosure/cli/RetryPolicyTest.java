package org.envdisclosure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.node.MissingNode;

class RetryPolicyTest {

    @ParameterizedTest(name = "pause before retry {0}: {1}")
    @CsvSource({"1, PT1S", "2, PT2S", "3, PT4S", "6, PT32S", "7, PT1M", "200, PT1M"})
    void unasked_pauses_double_up_to_a_minute(int retry, Duration pause) {
        assertThat(new RetryPolicy(500).pauseBefore(retry, busy(Map.of()))).hasValue(pause);
    }

    @ParameterizedTest(name = "asked to wait {0} s: {1}")
    @CsvSource(nullValues = "not waited for", value = {"0, PT0S", "300, PT5M", "301, not waited for"})
    void the_service_is_left_alone_as_long_as_it_asks_within_reason(String seconds, Duration pause) {
        assertThat(new RetryPolicy(3).pauseBefore(1, busy(Map.of("Retry-After", List.of(seconds)))).orElse(null)).isEqualTo(pause);
    }

    @Test
    void no_more_than_the_retries_asked_for() {
        assertThat(new RetryPolicy(2).pauseBefore(2, busy(Map.of()))).hasValue(Duration.ofSeconds(2));
        assertThat(new RetryPolicy(2).pauseBefore(3, busy(Map.of()))).isEmpty();
        assertThat(new RetryPolicy(0).pauseBefore(1, busy(Map.of()))).isEmpty();
    }

    private static Outcome busy(Map<String, List<String>> headers) {
        return new Outcome.Refused(new Reply(503, HttpHeaders.of(headers, (name, value) -> true), "", MissingNode.getInstance()));
    }
}
