package org.envdisclosure.source.record;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.DatasetOperation;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.source.rules.privacy.PersonalData;

/** What waits for a reviewer, and what was decided. */
@Singleton
class ReviewDatasets {

    static final List<String> STATES = List.of("held", "published", "refused", "superseded");
    static final List<String> DECISIONS = List.of("publish", "mask", "refuse");
    private static final String KINDS_OF_DATA = String.join(", ", Arrays.stream(PersonalData.values()).map(PersonalData::wire).toList());

    /** For administrators only, so no bean and no part of the catalogue. */
    static final Dataset REVIEWS = Dataset.named("supervision-reviews", "/supervision/reviews")
            .title("待审与已审的监管记录", "Records held for review, and what was decided")
            .description("扫描发现个人信息而暂缓公开的记录与附件，连同发现之处和原文；只限管理员。",
                    "Records and files that are not published because something personal was found, with what was found where, and the original. For administrators alone.")
            .columns(Column.code("review_id", "审核编号", "Number of the review").like("r17"),
                    Column.code("subject", "记录或附件", "A record or a file").oneOf("record", "attachment").like("record"),
                    Column.code("record_id", "记录编号", "Code of the record").like("99R-2026-0001"),
                    Column.code("state", "状态：待审、已公开、已拒绝、已被后来的报送取代", "State").oneOf(STATES.toArray(String[]::new)).like("held"),
                    Column.records("hits", "发现之处", "What was found where", List.of(
                            Column.code("field", "字段", "Field").like("facts"),
                            Column.code("kind", "种类：" + KINDS_OF_DATA, "Kind: " + KINDS_OF_DATA).like("mobile_phone"),
                            Column.text("text", "所在文字", "The words").like("138****0000"),
                            Column.integer("from", "起始位置", "Where it begins").like(4),
                            Column.integer("to", "结束位置（不含）", "Where it ends, exclusive").like(15))),
                    Column.text("received", "收到的原文（JSON）", "The row as received, JSON").like("{\"record_id\":\"99R-2026-0001\"}"),
                    Column.text("name", "附件文件名", "Name of the file"),
                    Column.code("sha256", "附件文件的 SHA-256", "SHA-256 of the file"),
                    Column.instant("received_at", "收到时刻", "When it was received").like("2026-10-31T08:12:03.5+08:00"),
                    Column.code("decision", "决定", "Decision").oneOf(DECISIONS.toArray(String[]::new)),
                    Column.text("decision_reason", "决定理由", "Why"),
                    Column.instant("decided_at", "决定时刻", "When it was decided"),
                    Column.text("decided_by", "决定所用密钥", "Whose key decided"))
            .key("received_at", "review_id")
            .filters(Filters.wordsOr("held", "state", "state", STATES, LocalizedText.of("状态，默认待审", "States, held by default")),
                    Filters.codes("record", "record_id", LocalizedText.of("记录编号", "Codes of records"), "99R-2026-0001"))
            .relation((asOf, now) -> Sql.of("""
                    (SELECT 'r' || original_id AS review_id, 'record' AS subject, record_id, state, hits::json AS hits, received, NULL AS name, NULL AS sha256, received_at,
                            decision, decision_reason, decided_at, decided_by
                       FROM supervision_originals WHERE state = 'held' OR hits <> '[]'
                      UNION ALL
                     SELECT 'a' || attachment_id, 'attachment', record_id, state, hits::json, NULL, name, sha256, received_at, decision, decision_reason, decided_at, decided_by
                       FROM supervision_attachments) AS supervision_reviews"""))
            .confidential()
            .build();

    @Produces
    @Singleton
    static DatasetOperation reviews() {
        return DatasetOperation.list("supervision-reviews", REVIEWS);
    }
}
