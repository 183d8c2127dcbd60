package org.envdisclosure.platform.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class QuotasTest {

    private final HandTurnedClock clock = new HandTurnedClock();
    private final Quotas quotas = new Quotas("default", 3, clock);

    @Test
    void the_request_after_the_last_of_a_minute_is_refused() {
        assertThat(quotas.ask("192.0.2.1")).isEqualTo(new Quotas.Verdict(true, 2, 60));
        clock.pass(Duration.ofSeconds(10));
        assertThat(quotas.ask("192.0.2.1")).isEqualTo(new Quotas.Verdict(true, 1, 50));
        assertThat(quotas.ask("192.0.2.1")).isEqualTo(new Quotas.Verdict(true, 0, 50));
        assertThat(quotas.ask("192.0.2.1")).isEqualTo(new Quotas.Verdict(false, 0, 50));
    }

    @Test
    void another_client_has_its_own_quota() {
        for (int i = 0; i < 4; i++) {
            quotas.ask("192.0.2.1");
        }

        assertThat(quotas.ask("192.0.2.2")).isEqualTo(new Quotas.Verdict(true, 2, 60));
    }

    @Test
    void after_the_told_seconds_the_whole_quota_is_there_again_and_not_a_moment_before() {
        for (int i = 0; i < 4; i++) {
            quotas.ask("192.0.2.1");
        }
        clock.pass(Duration.ofSeconds(60).minusNanos(1));
        assertThat(quotas.ask("192.0.2.1")).isEqualTo(new Quotas.Verdict(false, 0, 1));
        clock.pass(Duration.ofNanos(1));

        assertThat(quotas.ask("192.0.2.1")).isEqualTo(new Quotas.Verdict(true, 2, 60));
    }

    @Test
    void what_was_not_used_is_not_saved_up() {
        quotas.ask("192.0.2.1");
        clock.pass(Duration.ofHours(5));

        assertThat(quotas.ask("192.0.2.1")).isEqualTo(new Quotas.Verdict(true, 2, 60));
    }

    @Test
    void the_headers_are_structured_fields() {
        assertThat(quotas.policyField()).isEqualTo("\"default\";q=3;w=60");
        assertThat(quotas.field(quotas.ask("192.0.2.1"))).isEqualTo("\"default\";r=2;t=60");
    }
}
