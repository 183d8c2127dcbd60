package org.envdisclosure.catalog.openapi;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.ColumnType;

import static org.envdisclosure.catalog.openapi.DatasetOperations.listOf;
import static org.envdisclosure.catalog.openapi.DatasetOperations.object;

/** Schemas that are the same in every dataset, and those of batches. */
final class CommonSchemas {

    /** The short receipt of a batch. */
    static final List<Column> RECEIPT = List.of(
            Column.code("batch_id", "批次编号", "Id of the batch").like("0f8fad5b-d9cb-469f-a165-70867728950e"),
            Column.integer("received", "收到的行数，等于以下四项之和", "Rows received; always the sum of the next four").like(2),
            Column.integer("inserted", "新增", "New rows").like(2),
            Column.integer("unchanged", "已有且相同", "Rows that were there, the same").like(0),
            Column.integer("corrected", "更正（成为修订）", "Rows that replaced another value, as a revision").like(0),
            Column.integer("rejected", "拒收", "Rows not taken").like(0),
            Column.integer("revision", "发布本批次的修订号；无变化时为空", "The revision that published it; null when nothing changed").like(1234),
            Column.instant("from", "所含最早时刻", "Earliest time among the rows taken").like("2026-10-31T08:00:00+08:00"),
            Column.instant("to", "所含最晚时刻", "Latest time").like("2026-10-31T08:00:00+08:00"));
    static final List<Column> REJECT = List.of(
            Column.integer("line", "行号，从 1 起，含表头；JSON 数组中为元素序号", "1-based line, header included; in a JSON array the element").like(3),
            Column.code("reason", "原因", "Why, a stable word").like("unknown_station"),
            Column.text("raw", "原文", "The row as it came").like("9999A,2026-10-31T08:00:00+08:00,35"));

    private CommonSchemas() {
    }

    static Map<String, Schema> all() {
        Map<String, Schema> all = new TreeMap<>();
        all.put("Problem", ProblemResponses.schema());
        all.put("Page", page());
        all.put("Meta", meta());
        all.put("Receipt", receipt());
        return all;
    }

    private static Schema page() {
        return object().required(List.of("limit", "next_cursor"))
                .addProperty("limit", typed(ColumnType.INTEGER, "每页行数。 / Rows of a page."))
                .addProperty("next_cursor", typed(ColumnType.TEXT, "下一页的游标；最后一页为空。 / Cursor of the next page; null on the last.")
                        .addType(SchemaType.NULL))
                .addProperty("total", typed(ColumnType.INTEGER, "总行数，仅在 count 要求时。 / All rows; only when count asks for it."))
                .addProperty("total_kind", CommonParameters.words(List.of("exact", "estimated")));
    }

    private static Schema meta() {
        Schema texts = object().addProperty("zh", CommonParameters.string()).addProperty("en", CommonParameters.string());
        return object().required(List.of("dataset", "revision", "interval", "units", "license", "attribution"))
                .addProperty("dataset", CommonParameters.string().description("数据集。 / The dataset's id."))
                .addProperty("revision", typed(ColumnType.INTEGER, "修订号：所涉月份最近一次变更的修订。 / The revision the answer is as of: the newest that touched the months covered.").format("int64"))
                .addProperty("as_of", typed(ColumnType.INSTANT, "该状态的发布时刻。 / When that state was published.").addType(SchemaType.NULL))
                .addProperty("interval", object().addProperty("from", moment()).addProperty("to", moment()))
                .addProperty("units", object().additionalPropertiesSchema(CommonParameters.string()).description("按列名。 / By column."))
                .addProperty("license", CommonParameters.string().format("uri"))
                .addProperty("attribution", CommonParameters.string())
                .addProperty("notice", texts.description("数据审核状态的说明。 / What a reader must know of the data's state of review."));
    }

    private static Schema receipt() {
        Schema receipt = ColumnSchemas.row(RECEIPT, List.of("batch_id", "received", "inserted", "unchanged", "corrected", "rejected"));
        return receipt.required(List.of("batch_id", "received", "inserted", "unchanged", "corrected", "rejected", "rejects"))
                .addProperty("rejects", listOf(ColumnSchemas.row(REJECT, List.of("line", "reason", "raw")))
                        .description("前 100 条；全部见 /ingest/batches/{batch_id}/rejects。 / The first 100; all are at that address."));
    }

    private static Schema moment() {
        return typed(ColumnType.INSTANT, "空为不限。 / null where open.").addType(SchemaType.NULL);
    }

    private static Schema typed(ColumnType type, String description) {
        return ColumnSchemas.typed(type).description(description);
    }
}
