package org.envdisclosure.source.record;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.entry.Cells;
import org.envdisclosure.source.rules.privacy.FieldClass;

/** Every field of the input, in the order of the columns. */
final class RecordFields {

    static final String KEY = "record_id";
    static final String PUBLISHED_AT = "published_at";
    static final String ATTACHMENTS = "attachments";
    static final List<String> STATUSES = List.of("open", "in_progress", "decided", "executed", "closed", "annulled");
    static final int LONG_TEXT = 20_000;

    private static final List<RecordField> COMMON = List.of(
            RecordField.open(Column.code(KEY, "记录编号，由报送方给出", "Code of the record, given by the sender").like("99R-2026-0001"), Cells::code),
            RecordField.open(Column.code("kind", "记录种类", "Kind of the record").oneOf(RecordKind.WORDS.toArray(String[]::new)).like("penalty"), TextReading.word(RecordKind.WORDS)),
            RecordField.open(Column.code("source_id", "污染源编号；可先于登记报送", "Code of the pollution source, which may be registered later").like("99E001"), Cells::code),
            RecordField.open(Column.code("outlet_code", "排放口编号", "Code of the outlet").by("HJ 608-2017").like("DA001"), Cells::code),
            RecordField.open(Column.code("related_record_id", "所澄清或延续的记录", "Record that this one clarifies or continues"), Cells::code),
            RecordField.scanned(Column.text("title", "标题", "Title").like("示例污水处理厂（虚构）超标排放案"), TextReading.of(500)),
            RecordField.scanned(Column.text("document_no", "文号", "Number of the document").like("示环罚〔2026〕1号"), TextReading.of(200)),
            RecordField.scanned(Column.text("authority", "作出机关", "Authority").like("示例市生态环境局（虚构）"), TextReading.of(200)),
            RecordField.open(Column.date("occurred_on", "发生或检查日期", "Day on which it happened or was inspected").like("2026-09-20"), Cells::date),
            RecordField.open(Column.date("decided_on", "决定日期", "Day of the decision").like("2026-10-12"), Cells::date),
            RecordField.scanned(Column.text("legal_basis", "法律依据", "Legal basis").like("《水污染防治法》第八十三条第二项"), TextReading.lines(4_000)),
            RecordField.scanned(Column.text("facts", "事实", "Facts").like("2026年9月20日检查时外排废水化学需氧量超标0.4倍"), TextReading.lines(LONG_TEXT)),
            RecordField.scanned(Column.text("decision", "决定内容", "What was decided").like("罚款人民币壹拾万元整"), TextReading.lines(LONG_TEXT)),
            RecordField.open(Column.decimal("amount_cny", "CNY", "金额，按报送原样", "Amount as received").like(new BigDecimal("100000.00")), TextReading.amount()),
            RecordField.open(Column.code("status", "状态", "State").oneOf(STATUSES.toArray(String[]::new)).like("executed"), TextReading.word(STATUSES)),
            RecordField.open(Column.date("corrected_on", "更正日期", "Day of a correction"), Cells::date),
            RecordField.open(Column.date("public_until", "公开的最后一日（含），此后撤回", "Last day on which it is public, inclusive; then it is withdrawn").like("2031-10-12"), Cells::date));

    /** When it was first public here or elsewhere; it stays when the record is corrected. */
    static final RecordField FIRST_PUBLISHED = RecordField.open(Column.instant(PUBLISHED_AT, "首次公开时刻；更正不改变", "When it was first published; a correction leaves it")
            .like("2026-10-16T09:00:00+08:00"), Cells::instant);

    static final List<RecordField> ALL = all();
    /** What readers get of a row, but its key and when it was first published. */
    static final List<RecordField> PUBLIC = ALL.stream().filter(field -> field.isPublic() && !field.name().equals(KEY)).toList();
    static final List<Column> COLUMNS = columns();

    private RecordFields() {
    }

    private static List<RecordField> all() {
        return Stream.of(COMMON, KindFields.PARTY, KindFields.ENFORCEMENT, KindFields.OTHERS, KindFields.NEVER).flatMap(List::stream).toList();
    }

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        COMMON.forEach(field -> columns.add(field.column()));
        columns.addAll(List.of(FIRST_PUBLISHED.column(),
                Column.instant("withdrawn_at", "撤回时刻；空为公开中", "When it was withdrawn; empty while it is public"),
                Column.text("withdrawal_reason", "撤回理由", "Why it was withdrawn"),
                Column.records(ATTACHMENTS, "附件", "Files that belong to it", List.of(
                        Column.text("name", "文件名", "Name of the file").like("处罚决定书（示例）.pdf"),
                        Column.code("media_type", "媒体类型", "Media type").like("application/pdf"),
                        Column.integer("bytes", "字节数", "Bytes").withUnit("B").like(48_213),
                        Column.code("sha256", "文件的 SHA-256，也是其 ETag", "SHA-256 of the file, also its ETag").like("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
                        Column.code("url", "文件地址", "Where the file is").like("/api/v1/supervision/records/99R-2026-0001/attachments/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")))));
        ALL.stream().filter(field -> field.isPublic() && !COMMON.contains(field)).forEach(field -> columns.add(field.column()));
        return List.copyOf(columns);
    }

    /** What the input may name: the contract's own columns, and what is never published. */
    static List<Column> input() {
        List<Column> input = new ArrayList<>(COLUMNS);
        ALL.stream().filter(field -> !field.isPublic()).forEach(field -> input.add(field.column()));
        return input;
    }

    static boolean isOpen(RecordField field) {
        return field.privacy() == FieldClass.OPEN;
    }
}
