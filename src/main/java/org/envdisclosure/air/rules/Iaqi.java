package org.envdisclosure.air.rules;

import org.jspecify.annotations.Nullable;

/** The individual index of one concentration: a number, or the reason why the edition has none. */
public sealed interface Iaqi {

    /** 0 to 500, or null where the edition gives no index. */
    @Nullable Integer orNull();

    /** True when the concentration lies above the last breakpoint and the index stands at its cap of 500. */
    boolean beyondIndex();

    /**
     * The greater of two indices of one pollutant, so that ozone over one and over eight hours counts once.
     * A number wins over none.
     */
    default Iaqi orGreater(Iaqi other) {
        Integer mine = orNull();
        Integer theirs = other.orNull();
        return theirs == null || mine != null && mine >= theirs ? this : other;
    }

    /** An index of 0 to 500. */
    record Index(int value, boolean beyondIndex) implements Iaqi {
        @Override
        public Integer orNull() {
            return value;
        }
    }

    /** Why there is no index. */
    enum NotDefined implements Iaqi {
        /** A negative concentration is no valid measurement. */
        NEGATIVE,
        /** HJ 633-2012: SO2 over one hour above 800 µg/m³ and O3 over eight hours above 800 µg/m³ have none. */
        ABOVE_COLUMN,
        /** The table has no column for this pollutant and averaging time. */
        NO_COLUMN;

        @Override
        public @Nullable Integer orNull() {
            return null;
        }

        @Override
        public boolean beyondIndex() {
            return false;
        }
    }
}
