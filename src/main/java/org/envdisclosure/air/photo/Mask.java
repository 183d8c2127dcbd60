package org.envdisclosure.air.photo;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.envdisclosure.platform.picture.Region;
import org.envdisclosure.platform.picture.RegionsText;
import org.envdisclosure.platform.time.ChinaTime;

/**
 * What is painted over in the pictures of one camera.
 *
 * @param version counted from 1 for each camera
 * @param regions none once the mask was removed
 * @param setBy   name of the key
 */
record Mask(String station, String camera, int version, List<Region> regions, Instant setAt, String setBy) {

    /** What a picture says that was painted with it: 0 where nothing was. */
    int painted() {
        return regions.isEmpty() ? 0 : version;
    }

    Map<String, Object> told() {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("station_code", station);
        told.put("camera", camera);
        told.put("mask_version", version);
        told.put("regions", RegionsText.told(regions));
        told.put("set_at", ChinaTime.format(setAt));
        told.put("set_by", setBy);
        return told;
    }
}
