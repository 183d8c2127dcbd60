package org.envdisclosure.air.photo;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.envdisclosure.platform.ingest.RawRecord;
import org.envdisclosure.platform.time.ChinaTime;

/**
 * Which view: two pictures of one key are a picture and its correction.
 *
 * @param station station code
 * @param camera  which of the station's cameras
 * @param takenAt to the microsecond, as the database keeps it
 */
record PhotoKey(String station, String camera, Instant takenAt) {

    private static final DateTimeFormatter IN_FILE_NAMES = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss").withZone(ChinaTime.OFFSET);

    /** What {@link #of} reads. */
    Map<String, String> record() {
        return Map.of("station_code", station, "camera", camera, "taken_at", takenAt.toString());
    }

    static PhotoKey of(RawRecord record) {
        return new PhotoKey(String.valueOf(record.value("station_code")), String.valueOf(record.value("camera")),
                Instant.parse(String.valueOf(record.value("taken_at"))));
    }

    /** Such as {@code 9901A-1-20261031T120000}. */
    String fileName() {
        return station + "-" + camera + "-" + IN_FILE_NAMES.format(takenAt);
    }
}
