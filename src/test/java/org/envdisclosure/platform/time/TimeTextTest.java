package org.envdisclosure.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "2026-05-01, 2026-04-30T16:00:00Z",
        "2026-05-01T13:00:00+08:00, 2026-05-01T05:00:00Z",
        "2026-05-01T13:00+08:00, 2026-05-01T05:00:00Z",
        "2026-05-01T13:00:00 08:00, 2026-05-01T05:00:00Z",
        "2026-05-01T05:00:00Z, 2026-05-01T05:00:00Z",
        "2026-05-01T05:00Z, 2026-05-01T05:00:00Z",
        "2026-04-30T23:30:00-05:30, 2026-05-01T05:00:00Z",
        "2026-05-01T05:00:00.123456789Z, 2026-05-01T05:00:00.123456789Z",
        "1988-07-01, 1988-06-30T16:00:00Z",
        "2024-02-29, 2024-02-28T16:00:00Z",
        "1900-01-01, 1899-12-31T16:00:00Z",
        "2199-12-31, 2199-12-30T16:00:00Z"})
    void a_moment(String text, Instant moment) {
        assertThat(TimeText.moment(text)).contains(moment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "2026", "2026-05", "2026-5-1", "20260501", "2026-05-32", "2026-02-29", "2026-13-01", "2026-00-01", "1899-12-31",
        "2200-01-01", "0000-01-01", "-2026-05-01", "2026-05-01T13:00:00", "2026-05-01 13:00:00+08:00", "2026-05-01T24:00:00+08:00",
        "2026-05-01T13:60:00+08:00", "2026-05-01T13:00:00+19:00", "2026-05-01T13:00:00+0800", "2026-05-01T13:00:00+08", "2026-05-01t13:00:00z",
        "2026-05-01T13:00:00.+08:00", "2026-05-01T13:00:00.1234567890+08:00", "2026-05-01T13:00:00+08:00 ", "\u0662\u0660\u0662\u0666-05-01", "now"})
    void no_moment(String text) {
        assertThat(TimeText.moment(text)).isEmpty();
    }

    @Test
    void a_date_and_a_month() {
        assertThat(TimeText.date("2026-05-01")).contains(LocalDate.of(2026, 5, 1));
        assertThat(TimeText.date("2026-05-01T00:00:00+08:00")).isEmpty();
        assertThat(TimeText.month("2026-05")).contains(YearMonth.of(2026, 5));
        assertThat(TimeText.month("2026-13")).isEmpty();
        assertThat(TimeText.month("2026-05-01")).isEmpty();
        assertThat(TimeText.month("2200-01")).isEmpty();
    }

    @Property
    void what_is_written_is_read_back(@ForAll @LongRange(min = -2_208_000_000L, max = 7_258_000_000L) long second, @ForAll @LongRange(min = 0, max = 999_999) long micro) {
        Instant moment = Instant.ofEpochSecond(second, micro * 1000);

        assertThat(TimeText.moment(ChinaTime.format(moment))).contains(moment);
        assertThat(ChinaTime.format(moment)).endsWith("+08:00");
    }

    @Test
    void the_offset_is_fixed_also_when_the_zone_had_summer_time() {
        assertThat(ChinaTime.format(Instant.parse("1988-07-01T04:00:00Z"))).isEqualTo("1988-07-01T12:00:00+08:00");
        assertThat(ChinaTime.startOf(LocalDate.of(1988, 7, 1))).isEqualTo(Instant.parse("1988-06-30T16:00:00Z"));
        assertThat(ChinaTime.dateOf(Instant.parse("2026-04-30T16:00:00Z"))).isEqualTo(LocalDate.of(2026, 5, 1));
        assertThat(ChinaTime.dateOf(Instant.parse("2026-04-30T15:59:59.999Z"))).isEqualTo(LocalDate.of(2026, 4, 30));
        assertThat(ChinaTime.format(Instant.parse("2026-05-01T05:00:00.120Z"))).isEqualTo("2026-05-01T13:00:00.12+08:00");
    }
}
