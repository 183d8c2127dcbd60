package org.envdisclosure.air.photo;

import java.util.LinkedHashMap;
import java.util.Map;
import org.envdisclosure.platform.ingest.Receipt;
import org.jspecify.annotations.Nullable;

/** What an upload is answered with: the view as it stands, and the receipt that brought it. */
final class PhotoAnswer {

    static final String EXAMPLE = """
            {"data":{"photo_id":"4f1c0a9d2b7e8a6c5d3e1f02","station_code":"9901A","camera":"1","taken_at":"2026-10-31T12:00:00+08:00",
             "sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","media_type":"image/jpeg","bytes":184320,
             "width":1920,"height":1080,"mask_version":0,"url":"/api/v1/air/photos/4f1c0a9d2b7e8a6c5d3e1f02/image",
             "thumbnail_url":"/api/v1/air/photos/4f1c0a9d2b7e8a6c5d3e1f02/thumbnail","withdrawn_at":null,"withdrawal_reason":null,"expired_at":null},
             "meta":{"verdict":"inserted","batch_id":"7c9e6679-7425-40de-944b-e07fc1f90ae7","revision":1235}}""";

    private PhotoAnswer() {
    }

    static Map<String, Object> of(PhotoUpload.Taken taken) {
        Receipt receipt = taken.receipt();
        Map<String, @Nullable Object> meta = new LinkedHashMap<>();
        meta.put("verdict", receipt.inserted() > 0 ? "inserted" : receipt.corrected() > 0 ? "corrected" : "unchanged");
        meta.put("batch_id", receipt.batchId().toString());
        meta.put("revision", receipt.revision() == 0 ? null : receipt.revision());
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("data", taken.photo().told());
        told.put("meta", meta);
        return told;
    }
}
