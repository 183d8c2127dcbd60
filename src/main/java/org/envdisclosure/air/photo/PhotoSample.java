package org.envdisclosure.air.photo;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.envdisclosure.platform.attachment.AttachmentStore;
import org.envdisclosure.platform.ingest.BatchRun;
import org.envdisclosure.platform.ingest.FieldNames;
import org.envdisclosure.platform.ingest.LayoutReader;
import org.envdisclosure.platform.ingest.ManualPlan;
import org.envdisclosure.platform.ingest.RawRecord;
import org.envdisclosure.platform.ingest.RowSink;
import org.envdisclosure.platform.ingest.SampleData;
import org.envdisclosure.platform.ingest.Stage;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.picture.PictureIntake;
import org.envdisclosure.platform.picture.PictureKind;
import org.envdisclosure.platform.picture.PreparedPicture;
import org.envdisclosure.platform.picture.RefusedPicture;
import org.envdisclosure.platform.sql.CopyText;
import org.envdisclosure.platform.time.TimeText;

/** A few drawn views, so that there is something to look at; their files stand in a CSV column in base64. */
@ApplicationScoped
@Unremovable
class PhotoSample implements SampleData {

    private static final String LAYOUT = "sample";
    /** A view that stands, also one that was corrected, masked or taken down since, is left alone. */
    private static final String LEAVE_WHAT_STANDS = "UPDATE stage_air_photos_taken SET verdict = 'u' WHERE verdict = 'c'";

    private final PictureIntake pictures;
    private final AttachmentStore store;

    PhotoSample(PictureIntake pictures, AttachmentStore store) {
        this.pictures = pictures;
        this.store = store;
    }

    @Override
    public List<Part> parts() {
        return List.of(new Part("air-photos.csv", new Plan(), LAYOUT));
    }

    @Override
    public int order() {
        return 2;
    }

    private Photo photo(RawRecord record) throws RefusedPicture, IOException {
        byte[] file = Base64.getDecoder().decode(String.valueOf(record.value("image")));
        Instant takenAt = TimeText.instant(String.valueOf(record.value("taken_at"))).orElseThrow();
        PhotoKey key = new PhotoKey(String.valueOf(record.value("station_code")), String.valueOf(record.value("camera")), takenAt);
        PreparedPicture prepared = pictures.prepare(file, PictureKind.PNG, List.of());
        store.put(prepared.file());
        store.put(prepared.thumbnail());
        return Photo.of(key, AttachmentStore.sha256(file), 0, prepared);
    }

    /** The sample's own way in; pictures of cameras come one by one. */
    private final class Plan implements ManualPlan<Photo> {

        @Override
        public StoredTable table() {
            return PhotoTable.TAKEN;
        }

        @Override
        public List<String> layouts() {
            return List.of(LAYOUT);
        }

        @Override
        public BatchRun<Photo> open(String layout, BatchContext context) {
            return new Run(new Reader(), context.connection(), new ArrayList<>());
        }
    }

    /** Line by line. */
    private final class Reader implements LayoutReader<Photo> {

        @Override
        public void header(FieldNames names, RowSink<Photo> sink) {
            // it is ours
        }

        @Override
        public void record(RawRecord record, RowSink<Photo> sink) {
            try {
                sink.parsed(record.line(), photo(record), record.raw());
            } catch (RefusedPicture | IOException unusable) {
                throw new IllegalStateException("line " + record.line() + " of the sample's pictures", unusable);
            }
        }
    }

    /** One load of the sample. */
    private record Run(LayoutReader<Photo> reader, Connection connection, List<PhotoKey> keys) implements BatchRun<Photo> {

        @Override
        public void write(Photo photo, CopyText out) {
            keys.add(photo.key());
            photo.write(out);
        }

        @Override
        public void beforeCompare(Stage stage) throws SQLException {
            for (PhotoKey key : keys) {
                PhotoPlan.noteCamera(connection, key);
            }
        }

        @Override
        public void beforePublish(Stage stage) throws SQLException {
            try (PreparedStatement update = connection.prepareStatement(LEAVE_WHAT_STANDS)) {
                update.executeUpdate();
            }
        }
    }
}
