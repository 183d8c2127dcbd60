package org.envdisclosure.platform.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.envdisclosure.platform.dataset.AsOf;
import org.envdisclosure.platform.dataset.Format;
import org.envdisclosure.platform.page.Order;
import org.envdisclosure.platform.page.Question;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.platform.time.ChinaTime;
import org.envdisclosure.platform.time.TimeRange;
import org.jspecify.annotations.Nullable;

/**
 * A question whose whole months may be answered from pieces: every column, oldest first, and no condition but the time and one place.
 *
 * @param place its code, {@link PlacePiece#ALL} for all
 */
record PieceQuestion(ArchivedDataset dataset, TimeRange range, String place) {

    /** A month serves when it was built as it stands in the snapshot, was not touched since the state asked for, was not let go, and
     * its pieces are known: then a place without one has no rows in it. */
    private static final String MONTHS = """
            SELECT m.month, m.revision, p.file, p.position, p.length, p.raw_bytes, p.crc32, p.crc32c
              FROM dataset_month AS m
              JOIN archive AS a ON a.dataset = m.dataset AND a.month = m.month AND a.revision = m.revision AND a.layout = ? AND a.format = 'csv.gz' AND a.damaged_at IS NULL
              JOIN archive_piece AS whole ON whole.dataset = m.dataset AND whole.place = '' AND whole.month = m.month AND whole.revision = m.revision
                   AND whole.layout = a.layout AND whole.crc32c IS NOT NULL
              LEFT JOIN archive_piece AS p ON p.dataset = m.dataset AND p.place = ? AND p.month = m.month AND p.revision = m.revision AND p.layout = a.layout
             WHERE m.dataset = ? AND m.month BETWEEN ? AND ? AND m.revision <= ?
               AND NOT EXISTS (SELECT FROM dataset_head AS h WHERE h.dataset = m.dataset AND m.month < h.kept_from)
             ORDER BY m.month
            """;

    static Optional<PieceQuestion> of(Question question, @Nullable AsOf pinned) {
        boolean plain = question.format() == Format.CSV && question.order() == Order.ASC && question.limit() == 0 && question.statuses().isEmpty()
                && question.fields().equals(question.dataset().columns());
        return Optional.of(question.dataset()).filter(dataset -> plain).flatMap(ArchivedDataset::of)
                .flatMap(dataset -> place(dataset, conditions(question, pinned)).map(place -> new PieceQuestion(dataset, question.range(), place)))
                .filter(PieceQuestion::holdsWholeMonths);
    }

    /** What is asked beside the time and what a filter asks for by itself. */
    private static List<Sql> conditions(Question question, @Nullable AsOf pinned) {
        List<Sql> conditions = new ArrayList<>();
        question.filters().forEach((filter, given) -> {
            Sql asked = filter.condition(given, pinned, question.now(), question.range());
            boolean usual = filter.appliesAlways() && asked.equals(filter.condition(Map.of(), null, question.now(), TimeRange.ALL));
            if (!usual && !asked.isEmpty()) {
                conditions.add(asked);
            }
        });
        if (!question.fixed().isEmpty()) {
            conditions.add(question.fixed());
        }
        return conditions;
    }

    private static Optional<String> place(ArchivedDataset dataset, List<Sql> conditions) {
        if (conditions.isEmpty()) {
            return Optional.of(PlacePiece.ALL);
        }
        Sql only = conditions.get(0);
        boolean isPlace = conditions.size() == 1 && only.values().size() == 1 && only.values().get(0) instanceof String
                && dataset.place().map(column -> Sql.oneOf(column, List.of((String) only.values().get(0))).equals(only)).orElse(false);
        return isPlace ? Optional.of((String) only.values().get(0)) : Optional.empty();
    }

    /** The months that lie whole in the range and are built: month, and its piece or nulls where the place has no rows. */
    Sql months(@Nullable AsOf pinned) {
        return Sql.of(MONTHS, dataset.layout(), place, dataset.id(), firstWhole(), lastWhole(), pinned == null ? Long.MAX_VALUE : pinned.revision());
    }

    private boolean holdsWholeMonths() {
        return !firstWhole().isAfter(lastWhole());
    }

    /** The mark of every month lies before all of them. */
    private LocalDate firstWhole() {
        Instant from = range.from();
        if (from == null) {
            return LocalDate.of(1, 2, 1);
        }
        LocalDate day = ChinaTime.dateOf(from);
        boolean begins = day.getDayOfMonth() == 1 && ChinaTime.startOf(day).equals(from);
        return begins ? day : day.withDayOfMonth(1).plusMonths(1);
    }

    private LocalDate lastWhole() {
        return range.to() == null ? LocalDate.of(9999, 1, 1) : ChinaTime.dateOf(range.to()).withDayOfMonth(1).minusMonths(1);
    }
}
