package org.envdisclosure.air;

import java.time.Instant;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.platform.sql.CopyText;

/**
 * An hour to be taken back.
 *
 * @param station    station code
 * @param observedAt end of the averaging hour
 * @param note       why, in the words of whoever withdraws it
 */
record Withdrawal(String station, Instant observedAt, String note) {

    /** Writes the staged columns of {@link AirTables#HOURLY}; the status is settled under the lock. */
    void write(CopyText out) {
        HourlyReading.empty(station, observedAt, DataStatus.REALTIME.wire()).write(out, note);
    }
}
