package org.envdisclosure.source.record;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.envdisclosure.platform.measure.LocalizedText;

/** What a record is about. */
enum RecordKind {
    INSPECTION("现场检查", "Inspections"),
    RANDOM_INSPECTION("双随机抽查", "Random inspections"),
    SUPERVISORY_MONITORING("监督性监测", "Supervisory monitoring"),
    ORDER("责令改正等行政命令", "Orders"),
    PENALTY("行政处罚", "Administrative penalties"),
    PERMIT("行政许可", "Permits"),
    TOTAL_EMISSION_CONTROL("总量控制", "Total emission control"),
    DISCHARGE_FEE("排污费（历史）", "Discharge fees (historical)"),
    ENVIRONMENTAL_TAX("环境保护税", "Environmental tax"),
    CLEAN_PRODUCTION_AUDIT("清洁生产审核", "Clean production audits"),
    HAZARDOUS_WASTE_TRANSFER("危险废物转移", "Transfers of hazardous waste"),
    EIA("环境影响评价审批", "Environmental impact assessment"),
    COMPLAINT("信访投诉", "Complaints"),
    EMERGENCY("突发环境事件", "Environmental emergencies"),
    CLARIFICATION("澄清说明", "Clarifications");

    static final List<String> WORDS = Arrays.stream(values()).map(RecordKind::wire).toList();

    private final LocalizedText title;

    RecordKind(String zh, String en) {
        this.title = LocalizedText.of(zh, en);
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    LocalizedText title() {
        return title;
    }

    static Optional<RecordKind> ofWire(String word) {
        return Arrays.stream(values()).filter(kind -> kind.wire().equals(word)).findFirst();
    }
}
