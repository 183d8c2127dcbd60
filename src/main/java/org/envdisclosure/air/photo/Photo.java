package org.envdisclosure.air.photo;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.envdisclosure.platform.attachment.AttachmentStore;
import org.envdisclosure.platform.picture.PictureKind;
import org.envdisclosure.platform.picture.PreparedPicture;
import org.envdisclosure.platform.sql.CopyText;
import org.envdisclosure.platform.time.ChinaTime;
import org.jspecify.annotations.Nullable;

/**
 * A view whose files are kept.
 *
 * @param receivedSha256 of the file as it came, which is not kept
 * @param maskVersion    what was painted over it, 0 for nothing
 */
record Photo(PhotoKey key, String receivedSha256, int maskVersion, Kept picture, Kept thumbnail) {

    static final String PATH = "/api/v1/air/photos/";
    /** 96 bits: two pictures never share an id, and nobody finds one by guessing. */
    private static final int ID_LENGTH = 24;

    /**
     * A file in the store.
     *
     * @param width pixels, as {@code height}; 0 where nobody asks
     */
    record Kept(String sha256, PictureKind kind, int bytes, int width, int height) {
    }

    /** With the names its files will have in the store. */
    static Photo of(PhotoKey key, String receivedSha256, int maskVersion, PreparedPicture prepared) {
        return new Photo(key, receivedSha256, maskVersion,
                new Kept(AttachmentStore.sha256(prepared.file()), prepared.kind(), prepared.file().length, prepared.width(), prepared.height()),
                new Kept(AttachmentStore.sha256(prepared.thumbnail()), PictureKind.JPEG, prepared.thumbnail().length, 0, 0));
    }

    /** Of the picture, not of its key: the same file of the same view, sent again, has the same id. */
    String id() {
        String identity = String.join("\n", key.station(), key.camera(), key.takenAt().toString(), picture.sha256());
        return AttachmentStore.sha256(identity.getBytes(StandardCharsets.UTF_8)).substring(0, ID_LENGTH);
    }

    /** Whether it is what this file becomes under this mask. */
    boolean isOf(String file, int mask) {
        return receivedSha256.equals(file) && maskVersion == mask;
    }

    /** Writes the staged columns of {@link PhotoTable#TAKEN}. */
    void write(CopyText out) {
        out.text(key.station()).text(key.camera()).instant(key.takenAt())
                .text(receivedSha256).integer(maskVersion).instant(null)
                .text(id()).text(picture.sha256()).text(picture.kind().mediaType()).integer(picture.bytes())
                .integer(picture.width()).integer(picture.height()).text(thumbnail.sha256()).integer(thumbnail.bytes());
    }

    /** The columns of the dataset. */
    Map<String, @Nullable Object> told() {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("photo_id", id());
        told.put("station_code", key.station());
        told.put("camera", key.camera());
        told.put("taken_at", ChinaTime.format(key.takenAt()));
        told.put("sha256", picture.sha256());
        told.put("media_type", picture.kind().mediaType());
        told.put("bytes", picture.bytes());
        told.put("width", picture.width());
        told.put("height", picture.height());
        told.put("mask_version", maskVersion);
        told.put("url", PATH + id() + "/image");
        told.put("thumbnail_url", PATH + id() + "/thumbnail");
        told.put("withdrawn_at", null);
        told.put("withdrawal_reason", null);
        told.put("expired_at", null);
        return told;
    }
}
