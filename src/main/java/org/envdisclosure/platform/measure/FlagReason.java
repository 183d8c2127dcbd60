package org.envdisclosure.platform.measure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why a value is missing or should be read with care. The wire word is part of the public contract. */
public enum FlagReason {
    MISSING("缺测", "No value was reported."),
    NOT_MONITORED("该点位未开展监测", "Not in the monitoring plan of this site."),
    NEGATIVE("负值，视为无效", "A negative value was received and is not used."),
    OUT_OF_RANGE("超出合理范围，视为无效", "The value received lies outside the plausible range and is not used."),
    NOT_A_NUMBER("无法识别为数值", "What was received is not a number."),
    INSUFFICIENT("有效数据不足", "Too few valid inputs to compute a value."),
    MAINTENANCE("设备维护", "The instrument was under maintenance."),
    CALIBRATION("设备校准", "The instrument was being calibrated."),
    STOPPED("停运", "The station was out of operation."),
    BELOW_DETECTION("未检出，数值为检出限", "Below detection; the value is the detection limit."),
    SUSPECT("数据存疑", "The value is doubtful."),
    EXCEPTIONAL_EVENT("例外事件（如沙尘）", "An exceptional event such as a dust storm.");

    private static final Map<String, FlagReason> BY_WIRE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(FlagReason::wire, reason -> reason));

    private final String wire = name().toLowerCase(Locale.ROOT);
    private final LocalizedText text;

    FlagReason(String zh, String en) {
        this.text = LocalizedText.of(zh, en);
    }

    public String wire() {
        return wire;
    }

    public LocalizedText text() {
        return text;
    }

    public static Optional<FlagReason> ofWire(String word) {
        return Optional.ofNullable(BY_WIRE.get(word));
    }
}
