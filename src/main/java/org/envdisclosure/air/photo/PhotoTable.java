package org.envdisclosure.air.photo;

import static org.envdisclosure.platform.ingest.StoredTable.field;

import java.util.List;
import java.util.stream.Collectors;
import org.envdisclosure.platform.dataset.AsOf;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.Relation;
import org.envdisclosure.platform.dataset.TimeAxis;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.platform.time.TimeRange;
import org.envdisclosure.platform.withdrawal.Withdrawals;
import org.jspecify.annotations.Nullable;

/** Views as they were taken, and as everybody may see them. */
final class PhotoTable {

    static final String DATASET = "air-photos";

    private static final TimeAxis TIME = new TimeAxis("taken_at", TimeAxis.Kind.INSTANT);

    static final StoredTable TAKEN = new StoredTable(DATASET, "air_photos_taken",
            List.of(field("station_code", "text"), field("camera", "text"), field("taken_at", "timestamptz")),
            List.of(field("received_sha256", "text"), field("mask_version", "integer"), field("expired_at", "timestamptz")),
            List.of(),
            List.of(field("photo_id", "text"), field("sha256", "text"), field("media_type", "text"), field("bytes", "integer"),
                    field("width", "integer"), field("height", "integer"), field("thumbnail_sha256", "text"), field("thumbnail_bytes", "integer")),
            TIME, false);

    /** What is left of a view that was taken down. */
    private static final List<String> KEPT = List.of("photo_id", "station_code", "camera", "taken_at");
    private static final List<String> HIDDEN = List.of("sha256", "media_type", "bytes", "width", "height", "mask_version", "url", "thumbnail_url", "expired_at");
    private static final List<String> READ = TAKEN.staged().stream().map(StoredTable.Field::name).toList();

    private PhotoTable() {
    }

    static List<Column> columns() {
        return List.of(
                Column.code("photo_id", "图片编号；更正后的图片另有编号", "Id of the picture; a correction has another").like("4f1c0a9d2b7e8a6c5d3e1f02"),
                Column.code("station_code", "点位编码", "Station code").like("9901A"),
                Column.code("camera", "摄像头编号", "Which of the station's cameras").like("1"),
                Column.instant("taken_at", "拍摄时刻", "When it was taken").like("2026-10-31T12:00:00+08:00"),
                Column.code("sha256", "图片文件的 SHA-256，也是其 ETag", "SHA-256 of the picture's file, also its ETag").like("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
                Column.code("media_type", "图片格式", "Format of the picture").oneOf("image/jpeg", "image/png").like("image/jpeg"),
                Column.integer("bytes", "图片文件字节数", "Bytes of the picture's file").withUnit("B").like(184_320),
                Column.integer("width", "宽度，像素", "Width in pixels").withUnit("px").like(1920),
                Column.integer("height", "高度，像素", "Height in pixels").withUnit("px").like(1080),
                Column.integer("mask_version", "已涂黑的遮挡区域版本；0 为未遮挡", "Version of the camera's mask that was painted over it; 0 for none").like(0),
                Column.code("url", "图片地址；已撤下或过期时为空", "Where the picture is; empty when taken down or expired").like(Photo.PATH + "4f1c0a9d2b7e8a6c5d3e1f02/image"),
                Column.code("thumbnail_url", "缩略图地址（JPEG）", "Where its thumbnail is (JPEG)").like(Photo.PATH + "4f1c0a9d2b7e8a6c5d3e1f02/thumbnail"),
                Column.instant("withdrawn_at", "撤下时刻；空为公开中", "When it was taken down; empty while it is public"),
                Column.text("withdrawal_reason", "撤下理由", "Why it was taken down"),
                Column.instant("expired_at", "过保留期、文件已删除的时刻", "When its retention had ended and its files were deleted"));
    }

    /** The rows everybody sees: what was taken down now is hidden from every past state too. */
    static Sql at(@Nullable AsOf asOf) {
        Sql withUrls = Sql.of("(SELECT " + READ.stream().map(name -> "air_photos_taken." + name).collect(Collectors.joining(", "))
                + ", air_photos_taken.revision, " + url("image", "url") + ", " + url("thumbnail", "thumbnail_url") + " FROM ")
                .then(Relation.revised(TAKEN.name(), READ, asOf)).then(") AS air_photos");
        return Withdrawals.hiding(withUrls, "air_photos", DATASET, "photo_id", KEPT, HIDDEN);
    }

    private static String url(String what, String column) {
        return "CASE WHEN expired_at IS NULL THEN '%s' || photo_id || '/%s' END AS %s".formatted(Photo.PATH, what, column);
    }

    /** The newest view of each camera that can be shown, of the time and the state asked for; camera by camera, however many views there are. */
    static Sql newest(@Nullable AsOf asOf, TimeRange range) {
        return Sql.of("""
                (station_code, camera, taken_at) IN (
                    SELECT c.station_code, c.camera, newest.taken_at
                      FROM air_photo_cameras AS c
                     CROSS JOIN LATERAL (SELECT air_photos.taken_at FROM\s""").then(at(asOf))
                .then(" WHERE air_photos.station_code = c.station_code AND air_photos.camera = c.camera AND air_photos.url IS NOT NULL AND ")
                .then(withinOrAll(range)).then(" ORDER BY air_photos.taken_at DESC LIMIT 1) AS newest)");
    }

    private static Sql withinOrAll(TimeRange range) {
        return range.equals(TimeRange.ALL) ? Sql.of("true") : TIME.within(range);
    }
}
