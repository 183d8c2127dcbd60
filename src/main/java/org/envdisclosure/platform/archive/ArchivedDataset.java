package org.envdisclosure.platform.archive;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.ColumnType;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.TimeAxis;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.platform.time.ChinaTime;
import org.envdisclosure.platform.time.TimeRange;

/**
 * A dataset whose months are kept as files: in time, ordered by it, and every change of a row marks the row's month. Its files hold what
 * the dataset answers when nothing but the month is asked.
 *
 * @param time what orders its rows
 */
public record ArchivedDataset(Dataset dataset, TimeAxis time) {

    /** Empty for a dataset whose answers rest on more than the month's own rows, or where something can be taken down. */
    public static Optional<ArchivedDataset> of(Dataset dataset) {
        boolean kept = dataset.isRevisedTable() && dataset.restsOn().get(0).equals(dataset.id()) && !dataset.isConfidential() && !dataset.dependsOnNow() && !dataset.hidesInThePast();
        return dataset.time().filter(time -> kept && dataset.key().get(0).equals(time.column())).map(time -> new ArchivedDataset(dataset, time));
    }

    String id() {
        return dataset.id();
    }

    /** The column that says where a row was measured, when it is all that tells rows of one time apart: then places have pieces of their own. */
    Optional<String> place() {
        List<String> key = dataset.key();
        return key.size() == 2 && dataset.column(key.get(1)).type() == ColumnType.CODE ? Optional.of(key.get(1)) : Optional.empty();
    }

    /** The time a month covers, as {@code from} and {@code to} take it; of hour-ending rows it includes its end and not its beginning. */
    public static TimeRange covered(YearMonth month) {
        return new TimeRange(ChinaTime.startOf(month.atDay(1)), ChinaTime.startOf(month.plusMonths(1).atDay(1)));
    }

    /** The last month that has ended at {@code moment}. One whose rows cover more than a month ends with them. */
    YearMonth lastEnded(Instant moment) {
        Period covered = dataset.cadence().startsWith("PT") ? Period.ZERO : Period.parse(dataset.cadence());
        LocalDate day = ChinaTime.dateOf(moment);
        return YearMonth.from(day.minus(covered.toTotalMonths() > 1 ? covered : Period.ofMonths(1)));
    }

    /** The month's rows in the order of the dataset. */
    Sql rows(YearMonth month, Instant now) {
        String order = String.join(", ", dataset.key());
        return Sql.of("SELECT " + names() + " FROM ").then(from(month, now)).then(" ORDER BY " + order);
    }

    /** The month's rows place by place. */
    Sql rowsByPlace(YearMonth month, String place, Instant now) {
        return Sql.of("SELECT " + names() + " FROM ").then(from(month, now)).then(" ORDER BY " + place + ", " + time.column());
    }

    /** The places that have rows in the month and how many, in the order of {@link #rowsByPlace}. */
    Sql places(YearMonth month, String place, Instant now) {
        return Sql.of("SELECT " + place + ", count(*) FROM ").then(from(month, now)).then(" GROUP BY " + place + " ORDER BY " + place);
    }

    /** What a filter that applies always asks for when nothing is said. */
    Sql usual(Instant now) {
        return Sql.and(dataset.filters().stream().filter(filter -> filter.appliesAlways())
                .map(filter -> filter.condition(Map.of(), null, now, TimeRange.ALL)).toList());
    }

    /** Tells files apart that hold the same rows otherwise: other columns, another order, another contract. */
    String layout() {
        String columns = dataset.columns().stream().map(column -> column.name() + ':' + column.type()).collect(Collectors.joining(","));
        String all = String.join("|", Dataset.CONTRACT, columns, dataset.key().toString(), time.kind().toString(), usual(Instant.EPOCH).toString());
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString().substring(0, 8);
    }

    private String names() {
        return dataset.columns().stream().map(Column::name).collect(Collectors.joining(", "));
    }

    private Sql from(YearMonth month, Instant now) {
        return dataset.relation().at(null, now).then(" WHERE ").then(Sql.and(time.within(covered(month)), usual(now)));
    }
}
