package org.envdisclosure.air;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.DatasetOperation;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.platform.page.Rows;
import org.envdisclosure.platform.sql.Sql;

/** Every state an hour has had: what was published, from when to when, why and by which batch. */
@ApplicationScoped
class HourRevisions {

    /** Read through the grammar, but a dataset of its own only for one hour; so no bean. */
    static final Dataset DATASET = Dataset.named("air-hourly-revisions", "/air/hourly/{station_code}/{observed_at}/revisions")
            .title("小时数据修订记录", "Revisions of an hour")
            .description("一个点位一小时的全部历次发布，最早的在前。", "Everything that was ever published for one hour of one station, oldest first.")
            .columns(reading())
            .columns(Column.integer("revision", "发布此状态的修订号", "Revision that published this state").like(1234),
                    Column.instant("published_at", "发布时刻", "When it was published").like("2026-10-31T08:12:03.5+08:00"),
                    Column.instant("superseded_at", "被替代的时刻；空为现行", "When it was superseded; empty while it stands"),
                    Column.code("revision_reason", "修订原因；首次发布为空", "Why it was revised; empty where it was first published")
                            .oneOf("late", "resend", "review", "recalculation", "standard_change", "withdrawn"),
                    Column.text("revision_note", "撤回时填写的理由", "What was written as the reason of a withdrawal"),
                    Column.code("batch_id", "带来所列数值的批次", "The batch that brought the values"))
            .key("revision")
            .relation((asOf, now) -> Sql.of(states()))
            .restingOn("air-hourly")
            .build();

    private static final List<Column> STATUS = List.of(DATASET.column("data_status"));

    private final Rows rows;

    HourRevisions(Rows rows) {
        this.rows = rows;
    }

    @Produces
    @Singleton
    static DatasetOperation operation() {
        return DatasetOperation.list("air-hourly-revisions", DATASET);
    }

    /** The state of review of an hour; 404 when it never had a row. */
    Uni<DataStatus> statusOf(StationHour hour) {
        return rows.read(Sql.of("SELECT data_status FROM air_hourly WHERE ").then(hour.condition()), STATUS)
                .map(found -> found.stream().findFirst().flatMap(row -> DataStatus.ofWire(String.valueOf(row[0]))).orElseThrow(hour::unknown));
    }

    private static List<Column> reading() {
        List<Column> columns = new ArrayList<>(AirColumns.stationHour());
        columns.addAll(AirColumns.concentrations());
        columns.addAll(AirColumns.slidingMeans());
        columns.addAll(AirColumns.index());
        columns.addAll(AirColumns.reported());
        columns.addAll(AirColumns.status());
        return columns;
    }

    private static String states() {
        List<String> names = AirColumns.names(reading());
        return """
                (SELECT %1$s, h.revision::integer AS revision, p.published_at, s.published_at AS superseded_at,
                        h.revision_reason, h.revision_note, h.batch_id::text AS batch_id
                   FROM (SELECT %2$s, revision, revision_reason, revision_note, batch_id, NULL::bigint AS superseded_revision
                           FROM air_hourly
                         UNION ALL
                         SELECT %2$s, revision, revision_reason, revision_note, batch_id, superseded_revision
                           FROM air_hourly_history) AS h
                   JOIN dataset_revision p ON p.dataset = 'air-hourly' AND p.revision = h.revision
                   LEFT JOIN dataset_revision s ON s.dataset = 'air-hourly' AND s.revision = h.superseded_revision) AS air_hourly_revisions
                """.formatted(String.join(", ", names.stream().map(name -> "h." + name).toList()), String.join(", ", names));
    }
}
