package org.envdisclosure.source.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which limit judges: of the result's own averaging, of its own time. */
class LimitHistoryTest {

    private final LimitHistory limits = new LimitHistory();

    LimitHistoryTest() {
        add("1h", "2026-01-01", "2026-07-01", "100");
        add("1h", "2026-07-01", null, "80");
        add("24h", "2026-01-01", "2026-07-01", "50");
        add(Averaging.ANY, "2026-03-01", null, "70");
    }

    private void add(String averaging, String from, @Nullable String to, String high) {
        limits.add(LocalDate.parse(from), to == null ? null : LocalDate.parse(to),
                new EmissionLimit(averaging, null, new BigDecimal(high), "mg/m3", JudgedOn.MEASURED, null));
    }

    @ParameterizedTest(name = "{0} at {1} is judged by {2}   ({3})")
    @CsvSource({
        "1h,      2026-06-30T23:00:00+08:00, 100, the last day of the former limit",
        "1h,      2026-07-01T00:00:00+08:00, 100, an hour that ends at midnight belongs to the day before",
        "1h,      2026-07-01T01:00:00+08:00, 80,  the first hour of the new limit",
        "1h,      2026-06-30T17:00:00Z,      80,  the day is that of China",
        "instant, 2026-07-01T00:00:00+08:00, 70,  no limit of its own",
        "24h,     2026-07-01T00:00:00+08:00, 50,  the mean of 30 June",
        "24h,     2026-07-02T00:00:00+08:00, 70,  its own limit has ended",
        "24h,     2026-02-01T00:00:00+08:00, 50,  never by that of an hour",
        "month,   2026-07-01T00:00:00+08:00, 70,  never by that of a day or an hour",
        "month,   2026-03-01T00:00:00+08:00, ,    the mean of February, before any limit that judges it",
        "2h,      2026-02-28T22:00:00+08:00, ,    before any limit that judges it",
        "1h,      2026-01-01T00:00:00+08:00, ,    the last hour before the first limit",
        "1h,      2026-01-01T00:00:00.000001+08:00, 100, and the first moment of it"})
    void the_limit_in_force_at_its_own_time(String averaging, String observedAt, @Nullable BigDecimal high, String why) {
        assertThat(limits.inForce(Averaging.ofWire(averaging).orElseThrow(), OffsetDateTime.parse(observedAt).toInstant()).map(EmissionLimit::high).orElse(null))
                .isEqualTo(high);
    }

    @ParameterizedTest(name = "at {0} an instant is judged by {1}")
    @CsvSource({"2026-07-01T00:00:00+08:00, 80", "2026-06-30T23:59:59+08:00, 100"})
    void an_instant_at_midnight_belongs_to_the_day_it_begins(String observedAt, BigDecimal high) {
        LimitHistory instants = new LimitHistory();
        instants.add(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-07-01"), new EmissionLimit("instant", null, new BigDecimal("100"), null, JudgedOn.MEASURED, null));
        instants.add(LocalDate.parse("2026-07-01"), null, new EmissionLimit("instant", null, new BigDecimal("80"), null, JudgedOn.MEASURED, null));

        assertThat(instants.inForce(Averaging.INSTANT, OffsetDateTime.parse(observedAt).toInstant()).orElseThrow().high()).isEqualTo(high);
    }
}
