package org.envdisclosure.platform.measure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How far a value has been reviewed; the order of the constants is the order of trust, lowest first. */
public enum DataStatus {
    REALTIME("实时数据，未经审核，仅供参考。", "Real-time data, unaudited, for reference only."),
    PRELIMINARY("初步审核数据，可能修订。", "Preliminary data, may still be revised."),
    REVIEWED("已审核数据。", "Reviewed data."),
    FINAL("最终数据。", "Final data.");

    private static final Map<String, DataStatus> BY_WIRE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(DataStatus::wire, status -> status));

    private final String wire = name().toLowerCase(Locale.ROOT);
    private final LocalizedText notice;

    DataStatus(String zh, String en) {
        this.notice = LocalizedText.of(zh, en);
    }

    /** The word on the wire and in the database: {@code realtime}, {@code preliminary}, {@code reviewed}, {@code final}. */
    public String wire() {
        return wire;
    }

    /** What a reader must be told beside data of this status. */
    public LocalizedText notice() {
        return notice;
    }

    public static Optional<DataStatus> ofWire(String text) {
        return Optional.ofNullable(BY_WIRE.get(text));
    }

    /** Of two the one less far reviewed: what is computed from several values takes the lowest of its inputs. */
    public static DataStatus lower(@Nullable DataStatus one, DataStatus other) {
        return one == null || other.compareTo(one) < 0 ? other : one;
    }
}
