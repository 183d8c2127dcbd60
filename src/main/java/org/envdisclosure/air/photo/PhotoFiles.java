package org.envdisclosure.air.photo;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.envdisclosure.platform.attachment.Attachment;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.page.Rows;
import org.envdisclosure.platform.picture.PictureKind;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.platform.time.ChinaTime;
import org.envdisclosure.platform.withdrawal.Withdrawals;
import org.jspecify.annotations.Nullable;

/** The files of a view by its id, of present and past pictures alike, and whether they may be seen. */
@ApplicationScoped
class PhotoFiles {

    private static final List<Column> COLUMNS = List.of(Column.code("station_code", "", ""), Column.code("camera", "", ""), Column.instant("taken_at", "", ""),
            Column.code("sha256", "", ""), Column.code("media_type", "", ""), Column.integer("bytes", "", ""),
            Column.code("thumbnail_sha256", "", ""), Column.integer("thumbnail_bytes", "", ""),
            Column.instant("expired_at", "", ""), Column.instant("withdrawn_at", "", ""), Column.text("reason", "", ""));
    private static final String OF_ID = "SELECT station_code, camera, taken_at, photo_id, sha256, media_type, bytes, thumbnail_sha256, thumbnail_bytes FROM ";

    private final Rows rows;

    PhotoFiles(Rows rows) {
        this.rows = rows;
    }

    /**
     * A picture of a view.
     *
     * @param expiredAt   when its files were let go, or null
     * @param withdrawnAt when it was taken down, or null; then there is a reason
     */
    record Found(PhotoKey key, Attachment picture, Attachment thumbnail, @Nullable Instant expiredAt, @Nullable Instant withdrawnAt, @Nullable String reason) {

        /** For everybody; 410 for what was taken down or let go. */
        Found open() {
            if (withdrawnAt != null) {
                throw ProblemType.GONE.because("图片已于 %s 撤下：%s".formatted(ChinaTime.format(withdrawnAt), reason),
                        "the picture was taken down at %s: %s".formatted(ChinaTime.format(withdrawnAt), reason));
            }
            return kept();
        }

        /** For the bureau; 410 for what is no longer there. */
        Found kept() {
            if (expiredAt != null) {
                throw ProblemType.GONE.because("图片已过保留期，文件已于 %s 删除".formatted(ChinaTime.format(expiredAt)),
                        "the picture's retention has ended; its files were deleted at %s".formatted(ChinaTime.format(expiredAt)));
            }
            return this;
        }
    }

    /** 404 for an id no picture ever had. */
    Uni<Found> find(String id) {
        Sql pictures = Sql.of("(" + OF_ID + "air_photos_taken WHERE photo_id = ? UNION ALL " + OF_ID + "air_photos_taken_history WHERE photo_id = ?) AS p", id, id);
        Sql found = Sql.of("""
                SELECT station_code, camera, taken_at, p.sha256, p.media_type, p.bytes, p.thumbnail_sha256, p.thumbnail_bytes,
                       now.expired_at, withdrawn.withdrawn_at, withdrawn.reason
                  FROM\s""").then(pictures).then(" JOIN air_photos_taken AS now USING (station_code, camera, taken_at)")
                .then(Withdrawals.join(PhotoTable.DATASET, "p.photo_id")).then(" LIMIT 1");
        return rows.read(found, COLUMNS).map(read -> read.stream().findFirst().map(PhotoFiles::found).orElseThrow(() -> unknown(id)));
    }

    private static ApiProblem unknown(String id) {
        return ProblemType.NOT_FOUND.because("没有图片 " + id, "there is no picture " + id);
    }

    private static Found found(@Nullable Object[] row) {
        PhotoKey key = new PhotoKey(String.valueOf(row[0]), String.valueOf(row[1]), (Instant) row[2]);
        String mediaType = String.valueOf(row[4]);
        String extension = PictureKind.ofMediaType(mediaType).orElseThrow().extension();
        return new Found(key, new Attachment(String.valueOf(row[3]), (Integer) row[5], mediaType, key.fileName() + "." + extension),
                new Attachment(String.valueOf(row[6]), (Integer) row[7], PictureKind.JPEG.mediaType(), key.fileName() + "-thumbnail.jpg"),
                (Instant) row[8], (Instant) row[9], (String) row[10]);
    }
}
