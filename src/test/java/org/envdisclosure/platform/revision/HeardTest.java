package org.envdisclosure.platform.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.TimeAxis;
import org.envdisclosure.platform.revision.Heard.Mark;
import org.envdisclosure.platform.time.TimeRange;
import org.junit.jupiter.api.Test;

class HeardTest {

    private static final LocalDate MAY = LocalDate.parse("2026-05-01");
    private static final LocalDate JUNE = LocalDate.parse("2026-06-01");

    @Test
    void a_later_snapshot_adds_the_months_it_was_asked_for() {
        Heard first = Heard.NOTHING.then(0, heard(3, Map.of(MAY, mark(2), JUNE, mark(3))));

        Heard second = first.then(3, heard(5, Map.of(MAY, mark(5))));

        assertThat(second).isEqualTo(heard(5, Map.of(MAY, mark(5), JUNE, mark(3))));
    }

    @Test
    void a_snapshot_that_comes_late_changes_nothing() {
        Heard known = Heard.NOTHING.then(0, heard(5, Map.of(MAY, mark(5))));

        assertThat(known.then(0, heard(4, Map.of(MAY, mark(4))))).isEqualTo(known);
    }

    @Test
    void months_since_a_revision_that_is_forgotten_are_not_taken_for_all_months() {
        assertThat(Heard.NOTHING.then(3, heard(5, Map.of(MAY, mark(5))))).isEqualTo(Heard.NOTHING);
    }

    @Test
    void a_question_about_a_month_is_touched_by_its_own_revisions_and_by_those_of_every_month() {
        Heard known = heard(9, Map.of(MAY, mark(4), JUNE, mark(9)));
        Heard touched = heard(9, Map.of(MAY, mark(4), JUNE, mark(9), RevisionLedger.EVERY_MONTH, mark(7)));
        TimeRange may = new TimeRange(Instant.parse("2026-05-01T00:00:00+08:00"), Instant.parse("2026-06-01T00:00:00+08:00"));

        assertThat(known.touching(hours(), may)).isEqualTo(mark(4));
        assertThat(touched.touching(hours(), may)).isEqualTo(mark(7));
        assertThat(known.touching(hours(), TimeRange.ALL)).isEqualTo(mark(9));
    }

    private static Dataset hours() {
        return Dataset.named("hours", "/hours").columns(Column.instant("observed_at", "时间", "Hour"), Column.code("station_code", "点位", "Station"))
                .key("observed_at", "station_code").time("observed_at", TimeAxis.Kind.PERIOD_END).revisedTable("hours").build();
    }

    private static Mark mark(long revision) {
        return new Mark(revision, Instant.parse("2026-07-01T00:00:00Z").plusSeconds(revision));
    }

    private static Heard heard(long revision, Map<LocalDate, Mark> months) {
        return new Heard(mark(revision), mark(revision).publishedAt(), new TreeMap<>(months));
    }
}
