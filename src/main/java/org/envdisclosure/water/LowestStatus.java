package org.envdisclosure.water;

import java.util.Objects;
import org.envdisclosure.platform.measure.DataStatus;
import org.jspecify.annotations.Nullable;

/** The lowest state of review among the inputs with values; where there are none, among all. */
final class LowestStatus {

    private @Nullable DataStatus counting;
    private @Nullable DataStatus any;

    void add(String word, boolean counts) {
        DataStatus status = DataStatus.ofWire(word).orElse(DataStatus.REALTIME);
        any = DataStatus.lower(any, status);
        counting = counts ? DataStatus.lower(counting, status) : counting;
    }

    String wire() {
        return (counting == null ? Objects.requireNonNullElse(any, DataStatus.REALTIME) : counting).wire();
    }
}
