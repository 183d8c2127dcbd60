package org.envdisclosure.source.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.DatasetOperation;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.dataset.TimeAxis;
import org.envdisclosure.platform.measure.LocalizedText;

/** The declaration of the records. */
@ApplicationScoped
class RecordDatasets {

    @Produces
    @Singleton
    @Named(RecordTable.DATASET)
    Dataset records() {
        return Dataset.named(RecordTable.DATASET, "/supervision/records")
                .title("污染源监管记录", "Records of supervision")
                .description("对污染源的检查、监测、命令、处罚、许可、环评、投诉与突发事件等记录。个人信息依法隐去；已撤回的记录在任何历史状态均只显示编号、首次公开时刻、撤回时刻与理由。",
                        "Inspections, monitoring, orders, penalties, permits, environmental impact assessments, complaints, emergencies. Personal data is masked. Of a record "
                                + "that was withdrawn every past state shows its key (code and moment of first publication), when it was withdrawn and why, and nothing else.")
                .columns(RecordFields.COLUMNS)
                .key(RecordFields.PUBLISHED_AT, RecordFields.KEY)
                .time(RecordFields.PUBLISHED_AT, TimeAxis.Kind.INSTANT)
                .filters(RecordFilters.stored("kind", Filters.words("kind", "kind", RecordKind.WORDS, LocalizedText.of("记录种类", "Kinds of records"))),
                        RecordFilters.stored("source_id", Filters.codes("source", "source_id", LocalizedText.of("污染源编号", "Codes of pollution sources"), "99E001")),
                        RecordFilters.stored("status", Filters.words("status", "status", RecordFields.STATUSES, LocalizedText.of("状态", "States"))),
                        RecordFilters.authority(), RecordFilters.search(), RecordFilters.dates("occurred", "occurred_on", "发生或检查日期", "Day on which it happened"),
                        RecordFilters.dates("decided", "decided_on", "决定日期", "Day of the decision"))
                .keywords(LocalizedText.of("行政处罚", "penalty"), LocalizedText.of("环境执法", "environmental enforcement"), LocalizedText.of("污染源", "pollution source"))
                .derived((asOf, now) -> RecordTable.filteredAt(asOf), RecordTable.DATASET)
                .storedIn(RecordTable.PUBLISHED.name())
                .cadence("P1D")
                .build();
    }

    @Produces
    @Singleton
    DatasetOperation oneRecord(@Named(RecordTable.DATASET) Dataset records) {
        return DatasetOperation.single("supervision-record", records);
    }
}
