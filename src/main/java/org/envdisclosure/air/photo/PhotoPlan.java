package org.envdisclosure.air.photo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.envdisclosure.platform.ingest.BatchRun;
import org.envdisclosure.platform.ingest.LayoutReader;
import org.envdisclosure.platform.ingest.ManualPlan;
import org.envdisclosure.platform.ingest.Stage;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;
import org.envdisclosure.platform.sql.CopyText;
import org.envdisclosure.platform.withdrawal.Withdrawals;

/**
 * How one picture whose files are on disk becomes a row. What was looked up before it was painted is looked up again under the lock.
 *
 * @param replacesWithdrawn whether it may take the place of one that was taken down
 * @param keyName           whose key brought it
 */
record PhotoPlan(Photo photo, boolean replacesWithdrawn, String keyName) implements ManualPlan<PhotoKey> {

    private static final String NOTE_CAMERA = "INSERT INTO air_photo_cameras (station_code, camera) VALUES (?, ?) ON CONFLICT DO NOTHING";

    @Override
    public StoredTable table() {
        return PhotoTable.TAKEN;
    }

    @Override
    public BatchRun<PhotoKey> open(String layout, BatchContext context) {
        Withdrawals.Decision remasked = new Withdrawals.Decision(Remasked.REASON, keyName, context.now().truncatedTo(ChronoUnit.MICROS));
        return new Run(new OneRecord(), context.connection(), this, remasked);
    }

    /** One picture. */
    private record Run(LayoutReader<PhotoKey> reader, Connection connection, PhotoPlan plan, Withdrawals.Decision remasked) implements BatchRun<PhotoKey> {

        @Override
        public void write(PhotoKey key, CopyText out) {
            plan.photo.write(out);
        }

        @Override
        public void beforeCompare(Stage stage) throws SQLException {
            PhotoKey key = plan.photo.key();
            int mask = Masks.newest(connection, key.station(), key.camera()).map(Mask::painted).orElse(0);
            if (mask != plan.photo.maskVersion()) {
                throw ProblemType.INGEST_BUSY.because("遮挡区域刚刚更改，图片没有保存；请重新发送", "the mask was changed while the picture was painted, so it was not stored; send it again")
                        .withHeader("Retry-After", "1");
            }
            Standing standing = Standing.read(connection, key, plan.photo.receivedSha256(), mask);
            requireNotWithdrawn(standing, plan.replacesWithdrawn);
            if (!standing.isOf(plan.photo)) {
                Remasked.show(connection, plan.photo, remasked);
                Remasked.withdrawEarlier(connection, plan.photo, remasked);
            }
            // the same file under the same id would stay hidden
            Optional<String> itself = Withdrawals.reason(connection, PhotoTable.DATASET, plan.photo.id());
            if (itself.isPresent()) {
                throw withdrawn(itself.get());
            }
            noteCamera(connection, key);
        }
    }

    static void noteCamera(Connection connection, PhotoKey key) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(NOTE_CAMERA)) {
            insert.setString(1, key.station());
            insert.setString(2, key.camera());
            insert.executeUpdate();
        }
    }

    /** A picture that was taken down does not come back because a camera sends its folder again. */
    static void requireNotWithdrawn(Standing standing, boolean replacesWithdrawn) {
        if (standing.withdrawn() != null && !replacesWithdrawn) {
            throw withdrawn(standing.withdrawn());
        }
    }

    static ApiProblem withdrawn(String reason) {
        return ProblemType.CONFLICT.because(
                "此图片已被撤下（%s），不会因重新发送而恢复。管理员可用 DELETE …/withdrawal 恢复原图，或以 replace_withdrawn=true 发送另一张图片取代".formatted(reason),
                "this view was taken down (%s) and does not come back by being sent again; an administrator puts it back with DELETE …/withdrawal, or sends another picture in its place with replace_withdrawn=true"
                        .formatted(reason));
    }
}
