package org.envdisclosure.source.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the operator of a source marks its automatic data with, beside the flag of the logger (公告2022年第21号). The code table of that rule
 * was not found: the kinds are those of the national interface for such marks, the words are this service's own.
 */
public enum OperatorMark {
    COMMUNICATION_INTERRUPTED("通讯中断标记", ResultValidity.INVALID),
    EQUIPMENT_MAINTENANCE("自动监测设备维护标记", ResultValidity.INVALID),
    /** What was measured by hand stands in for what the instrument did not measure. */
    MANUAL_SUBSTITUTE("手工监测值录入", ResultValidity.VALID),
    /** Data is lost or invalid, and not by fault of the source. */
    NOT_ATTRIBUTABLE("非排污单位责任造成数据缺失无效", ResultValidity.INVALID),
    TREATMENT_CONDITION("治理设施工况标记", ResultValidity.EXCEPTIONAL),
    PRODUCTION_CONDITION("生产设施工况标记", ResultValidity.EXCEPTIONAL),
    /** Another instrument than the usual one. */
    CEMS_SWITCH("CEMS主备切换", ResultValidity.VALID);

    private final String chinese;
    private final ResultValidity effect;
    private final String wire = name().toLowerCase(Locale.ROOT);

    OperatorMark(String chinese, ResultValidity effect) {
        this.chinese = chinese;
        this.effect = effect;
    }

    public String wire() {
        return wire;
    }

    /** As the national interface names its kind. */
    public String chinese() {
        return chinese;
    }

    /** What a marked value still counts for, if nothing else is against it. */
    ResultValidity effect() {
        return effect;
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(OperatorMark::wire).toList();
    }

    /** By its word, or by the Chinese name of its kind. */
    public static Optional<OperatorMark> of(String text) {
        String word = text.strip();
        return Arrays.stream(values()).filter(mark -> mark.wire.equals(word) || mark.chinese.equals(word)).findFirst();
    }
}
