package org.envdisclosure.source.record;

import static org.envdisclosure.source.record.RecordKind.CLEAN_PRODUCTION_AUDIT;
import static org.envdisclosure.source.record.RecordKind.COMPLAINT;
import static org.envdisclosure.source.record.RecordKind.DISCHARGE_FEE;
import static org.envdisclosure.source.record.RecordKind.EIA;
import static org.envdisclosure.source.record.RecordKind.EMERGENCY;
import static org.envdisclosure.source.record.RecordKind.ENVIRONMENTAL_TAX;
import static org.envdisclosure.source.record.RecordKind.HAZARDOUS_WASTE_TRANSFER;
import static org.envdisclosure.source.record.RecordKind.INSPECTION;
import static org.envdisclosure.source.record.RecordKind.ORDER;
import static org.envdisclosure.source.record.RecordKind.PENALTY;
import static org.envdisclosure.source.record.RecordKind.PERMIT;
import static org.envdisclosure.source.record.RecordKind.RANDOM_INSPECTION;
import static org.envdisclosure.source.record.RecordKind.SUPERVISORY_MONITORING;
import static org.envdisclosure.source.record.RecordKind.TOTAL_EMISSION_CONTROL;

import java.util.List;
import java.util.regex.Pattern;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.entry.Cells;
import org.envdisclosure.source.rules.privacy.FieldClass;
import org.envdisclosure.source.rules.privacy.Party;

/** The kinds' own fields. */
final class KindFields {

    private static final List<String> PENALTY_TYPES = List.of("warning", "criticism", "fine", "confiscation", "permit_suspension", "permit_revocation",
            "production_restriction", "suspension", "closure", "detention_transfer", "other");
    private static final List<String> ORDER_TYPES = List.of("correction", "production_restriction", "suspension", "closure", "seizure", "other");
    private static final List<String> PERMIT_EVENTS = List.of("issued", "changed", "renewed", "reissued", "suspended", "revoked", "cancelled", "refused");
    private static final List<String> EIA_STAGES = List.of("accepted", "proposed", "decided", "acceptance_check");
    private static final List<String> EIA_FORMS = List.of("report", "form", "registration");
    private static final List<String> CHANNELS = List.of("phone", "letter", "visit", "online", "media", "inspection_team", "other");
    private static final List<String> LEVELS = List.of("I", "II", "III", "IV");
    private static final List<String> AUDIT_STAGES = List.of("listed", "in_progress", "assessed", "accepted");
    private static final Pattern USCC = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{18}");

    /** Who a decision is about. */
    static final List<RecordField> PARTY = List.of(
            RecordField.scanned(Column.text("party_name", "当事人；自然人只显示姓氏和“某”", "Party; of a natural person only the surname is shown").like("示例污水处理厂（虚构）"),
                    TextReading.of(200)).as(FieldClass.PERSON_NAME).only(ORDER, PENALTY, PERMIT),
            RecordField.open(Column.code("party_type", "当事人类别：企业、个体工商户、自然人；有当事人时必填", "What the party is; needed with a party")
                    .oneOf(Party.words().toArray(String[]::new)).like("enterprise"), TextReading.word(Party.words())).only(ORDER, PENALTY, PERMIT),
            RecordField.open(Column.code("party_uscc", "当事人统一社会信用代码；自然人没有", "Unified social credit code of the party; a natural person has none").by("GB 32100-2015"),
                    TextReading.matching(USCC)).only(ORDER, PENALTY, PERMIT),
            RecordField.scanned(Column.text("legal_representative", "法定代表人或经营者；非企业的只显示姓氏和“某”", "Legal representative; of what is no enterprise only the surname is shown")
                    .like("示某"), TextReading.of(100)).as(FieldClass.FIRM_PERSON).only(ORDER, PENALTY, PERMIT));

    static final List<RecordField> ENFORCEMENT = List.of(
            RecordField.scanned(Column.text("violation", "违法行为", "Violation").like("超标排放水污染物"), TextReading.lines(RecordFields.LONG_TEXT)).only(ORDER, PENALTY),
            RecordField.open(Column.code("order_type", "命令类别", "What is ordered").oneOf(ORDER_TYPES.toArray(String[]::new)), TextReading.word(ORDER_TYPES)).only(ORDER),
            RecordField.open(Column.date("due_on", "改正期限", "Day by which it is to be done"), Cells::date).only(ORDER),
            RecordField.open(Column.codes("penalty_types", "处罚种类", "Kinds of the penalty: " + String.join(", ", PENALTY_TYPES)).like(List.of("fine")),
                    TextReading.words(PENALTY_TYPES)).only(PENALTY),
            RecordField.open(Column.date("executed_on", "执行日期", "Day on which it was executed").like("2026-10-14"), Cells::date).only(PENALTY),
            RecordField.open(Column.date("annulled_on", "被变更、撤销、确认违法或无效的日期，自该日撤回", "Day on which it was annulled; from then on it is withdrawn").by("行政处罚法 art. 48"),
                    Cells::date).only(PENALTY),
            RecordField.scanned(Column.text("annulment_reason", "撤回时公开说明的理由", "Why it was annulled, as it is told when it is withdrawn").by("行政处罚法 art. 48"),
                    TextReading.of(200)).only(PENALTY),
            RecordField.scanned(Column.text("inspection_plan", "抽查计划或名单", "Plan or list of the random inspection"), TextReading.of(200)).only(RANDOM_INSPECTION),
            RecordField.scanned(Column.codes("checked_objects", "抽查对象", "What was inspected"), TextReading.entries()).only(RANDOM_INSPECTION),
            RecordField.scanned(Column.text("inspection_result", "检查结果", "Result of the inspection"), TextReading.lines(RecordFields.LONG_TEXT)).only(INSPECTION, RANDOM_INSPECTION),
            RecordField.scanned(Column.text("monitoring_summary", "监测结果概要", "Summary of the results"), TextReading.lines(RecordFields.LONG_TEXT)).only(SUPERVISORY_MONITORING));

    static final List<RecordField> OTHERS = List.of(
            RecordField.open(Column.code("permit_no", "许可证编号", "Number of the permit").by("HJ 608-2017"), Cells::code).only(PERMIT),
            RecordField.open(Column.code("permit_event", "许可事项", "What happened to the permit").oneOf(PERMIT_EVENTS.toArray(String[]::new)), TextReading.word(PERMIT_EVENTS)).only(PERMIT),
            RecordField.open(Column.date("valid_from", "有效期起", "First day on which the permit is valid"), Cells::date).only(PERMIT),
            RecordField.open(Column.date("valid_until", "有效期止", "Last day on which the permit is valid"), Cells::date).only(PERMIT),
            RecordField.open(Column.code("factor_code", "污染物代码", "Code of the pollutant"), Cells::code).only(TOTAL_EMISSION_CONTROL),
            RecordField.open(Column.decimal("quota_tonnes", "t", "总量指标", "Quota"), TextReading.amount()).only(TOTAL_EMISSION_CONTROL),
            RecordField.open(Column.code("period", "所属期，如 2026-Q3", "Period it is for, such as 2026-Q3"), Cells::code).only(TOTAL_EMISSION_CONTROL, DISCHARGE_FEE, ENVIRONMENTAL_TAX),
            RecordField.open(Column.decimal("assessed_cny", "CNY", "核定金额，按报送原样", "Assessed amount as received"), TextReading.amount()).only(DISCHARGE_FEE, ENVIRONMENTAL_TAX),
            RecordField.open(Column.code("audit_stage", "审核阶段", "Stage of the audit").oneOf(AUDIT_STAGES.toArray(String[]::new)), TextReading.word(AUDIT_STAGES)).only(CLEAN_PRODUCTION_AUDIT),
            RecordField.open(Column.code("waste_code", "危险废物代码", "Code of the waste"), Cells::code).only(HAZARDOUS_WASTE_TRANSFER),
            RecordField.open(Column.decimal("waste_tonnes", "t", "转移量", "Amount transferred"), TextReading.amount()).only(HAZARDOUS_WASTE_TRANSFER),
            RecordField.scanned(Column.text("receiver", "接收单位", "Who received it"), TextReading.of(200)).only(HAZARDOUS_WASTE_TRANSFER),
            RecordField.scanned(Column.text("project_name", "建设项目名称", "Name of the project"), TextReading.of(300)).only(EIA),
            RecordField.open(Column.code("eia_form", "环评文件类别：报告书、报告表、登记表", "Kind of the document").oneOf(EIA_FORMS.toArray(String[]::new)), TextReading.word(EIA_FORMS)).only(EIA),
            RecordField.open(Column.code("eia_stage", "阶段：受理、拟审批、审批、验收", "Stage").oneOf(EIA_STAGES.toArray(String[]::new)), TextReading.word(EIA_STAGES)).only(EIA),
            RecordField.open(Column.date("notice_from", "公示期起", "First day of the notice"), Cells::date).only(EIA),
            RecordField.open(Column.date("notice_until", "公示期止（含）", "Last day of the notice, inclusive"), Cells::date).only(EIA),
            RecordField.open(Column.code("channel", "来件渠道", "How it was received").oneOf(CHANNELS.toArray(String[]::new)), TextReading.word(CHANNELS)).only(COMPLAINT),
            RecordField.open(Column.date("received_on", "收到日期", "Day on which it was received"), Cells::date).only(COMPLAINT),
            RecordField.open(Column.date("answered_on", "答复日期", "Day on which it was answered"), Cells::date).only(COMPLAINT),
            RecordField.scanned(Column.text("outcome", "办理结果", "Outcome"), TextReading.lines(RecordFields.LONG_TEXT)).only(COMPLAINT),
            RecordField.open(Column.code("emergency_level", "事件级别", "Level of the emergency").oneOf(LEVELS.toArray(String[]::new)), TextReading.word(LEVELS)).only(EMERGENCY),
            RecordField.open(Column.instant("started_at", "发生时刻", "When it began"), Cells::instant).only(EMERGENCY),
            RecordField.open(Column.instant("first_word_at", "首次发布时刻", "When the first word was given"), Cells::instant).only(EMERGENCY));

    static final List<RecordField> NEVER = List.of(
            RecordField.never("party_id_no", ORDER, PENALTY, PERMIT),
            RecordField.never("party_phone", ORDER, PENALTY, PERMIT),
            RecordField.never("party_address", ORDER, PENALTY, PERMIT),
            RecordField.never("vehicle_plate", INSPECTION, ORDER, PENALTY, HAZARDOUS_WASTE_TRANSFER),
            RecordField.never("bank_account", PENALTY, DISCHARGE_FEE, ENVIRONMENTAL_TAX),
            RecordField.never("complainant_name", COMPLAINT),
            RecordField.never("complainant_phone", COMPLAINT),
            RecordField.never("complainant_address", COMPLAINT));

    private KindFields() {
    }
}
