package org.envdisclosure.air.photo;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import org.envdisclosure.platform.attachment.AttachmentStore;
import org.envdisclosure.platform.ingest.BatchRequest;
import org.envdisclosure.platform.ingest.ManualBatches;
import org.envdisclosure.platform.ingest.Receipt;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.platform.picture.PictureIntake;
import org.envdisclosure.platform.picture.PictureKind;
import org.envdisclosure.platform.picture.PreparedPicture;
import org.envdisclosure.platform.picture.RefusedPicture;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;
import org.envdisclosure.platform.sql.Transactions;

/**
 * Takes one picture in: looked up, painted, written to disk, then its row. A failure on the way leaves at most files without a row,
 * which the sweep removes, and the same upload works again.
 */
@ApplicationScoped
class PhotoUpload {

    private final Transactions transactions;
    private final PictureIntake pictures;
    private final AttachmentStore store;
    private final ManualBatches batches;

    PhotoUpload(Transactions transactions, PictureIntake pictures, AttachmentStore store, ManualBatches batches) {
        this.transactions = transactions;
        this.pictures = pictures;
        this.store = store;
        this.batches = batches;
    }

    /**
     * A picture at the door.
     *
     * @param file              as received, of {@code kind}
     * @param keyName           whose key brought it
     * @param replacesWithdrawn see {@link PhotoPlan}
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Arrived(PhotoKey key, byte[] file, PictureKind kind, String keyName, boolean replacesWithdrawn) {
    }

    /** What became of it. */
    record Taken(Photo photo, Receipt receipt) {
    }

    /** What is known before a pixel is decoded. */
    private record Known(Standing standing, Mask mask, boolean isStationKnown) {
    }

    /**
     * Blocks.
     *
     * @throws ApiProblem 400 for an unknown station, 409 for a view that was taken down, 422 for a file that cannot be used, 429 when
     *                    too many are being decoded
     */
    Taken take(Arrived arrived) {
        String received = AttachmentStore.sha256(arrived.file());
        try {
            Known known = known(arrived.key(), received);
            requireStation(known, arrived.key().station());
            PhotoPlan.requireNotWithdrawn(known.standing(), arrived.replacesWithdrawn());
            Photo photo = isThere(known, received) ? known.standing().photo() : stored(arrived, received, known.mask());
            Receipt receipt = batches.take(new PhotoPlan(photo, arrived.replacesWithdrawn(), arrived.keyName()), arrived.keyName(), DataStatus.REALTIME,
                    List.of(arrived.key().record()), new BatchRequest.Enclosed(received, arrived.file().length));
            return new Taken(standing(photo), receipt);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } catch (IOException full) {
            throw new UncheckedIOException("the picture could not be written to the data folder; is it full or read-only?", full);
        }
    }

    private Known known(PhotoKey key, String received) throws SQLException {
        return transactions.run(connection -> {
            Mask mask = Masks.newest(connection, key.station(), key.camera()).orElse(new Mask(key.station(), key.camera(), 0, List.of(), key.takenAt(), ""));
            return new Known(Standing.read(connection, key, received, mask.painted()), mask, Stations.isKnown(connection, key.station()));
        });
    }

    private static void requireStation(Known known, String station) {
        if (!known.isStationKnown()) {
            throw ApiProblem.parameter("station", "登记表中没有点位 %s；请先以 PUT /api/v1/air/stations/%s 登记".formatted(station, station),
                    "the register has no station %s; enter it first with PUT /api/v1/air/stations/%s".formatted(station, station));
        }
    }

    /** A repeat costs no decoding; a file that was lost from disk is made anew. */
    private boolean isThere(Known known, String received) {
        Photo photo = known.standing().photo();
        return photo != null && known.standing().withdrawn() == null && !known.standing().isExpired()
                && photo.isOf(received, known.mask().painted())
                && store.holds(photo.picture().sha256(), photo.picture().bytes()) && store.holds(photo.thumbnail().sha256(), photo.thumbnail().bytes());
    }

    private Photo stored(Arrived arrived, String received, Mask mask) throws IOException {
        PreparedPicture prepared = prepared(arrived, mask);
        Photo photo = Photo.of(arrived.key(), received, mask.painted(), prepared);
        store.put(prepared.file());
        store.put(prepared.thumbnail());
        return photo;
    }

    private PreparedPicture prepared(Arrived arrived, Mask mask) {
        try {
            return pictures.prepare(arrived.file(), arrived.kind(), mask.regions());
        } catch (RefusedPicture refused) {
            throw ProblemType.UNREADABLE_PICTURE.because(refused.detail().zh(), refused.detail().en());
        }
    }

    /** As it stands: where it was there already, what was there. */
    private Photo standing(Photo taken) throws SQLException {
        Photo now = transactions.run(connection -> Standing.read(connection, taken.key(), taken.receivedSha256(), taken.maskVersion())).photo();
        return now == null ? taken : now;
    }
}
