package org.envdisclosure.air.photo;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.envdisclosure.platform.ingest.IngestConfig;
import org.envdisclosure.platform.picture.Region;
import org.envdisclosure.platform.picture.RegionsText;
import org.envdisclosure.platform.problem.ProblemType;
import org.envdisclosure.platform.revision.RevisionLedger;
import org.envdisclosure.platform.sql.Transactions;
import org.envdisclosure.platform.web.JsonText;

/** The masks of cameras; every version stays, so that it can be told what was painted over a picture of last year. */
@ApplicationScoped
class Masks {

    private static final String NO_REGIONS = "[]";
    private static final String NEWEST = """
            SELECT version, regions, set_at, set_by FROM air_photo_masks
             WHERE station_code = ? AND camera = ? ORDER BY version DESC LIMIT 1
            """;
    private static final String ADD = "INSERT INTO air_photo_masks (station_code, camera, version, regions, set_at, set_by) VALUES (?, ?, ?, ?, ?, ?)";

    private final Transactions transactions;
    private final Clock clock;
    private final IngestConfig config;

    Masks(Transactions transactions, Clock clock, IngestConfig config) {
        this.transactions = transactions;
        this.clock = clock;
        this.config = config;
    }

    /** The newest version, also one without regions; empty where the camera never had a mask. */
    static Optional<Mask> newest(Connection connection, String station, String camera) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEWEST)) {
            select.setString(1, station);
            select.setString(2, camera);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(new Mask(station, camera, row.getInt(1), regions(row.getString(2)), row.getTimestamp(3).toInstant(),
                        row.getString(4))) : Optional.empty();
            }
        }
    }

    private static List<Region> regions(String stored) {
        return stored.equals(NO_REGIONS) ? List.of() : RegionsText.read(stored);
    }

    /** The mask in force; 404 where there is none. Blocks. */
    Mask require(String station, String camera) {
        try {
            return transactions.run(connection -> inForce(connection, station, camera));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Mask inForce(Connection connection, String station, String camera) throws SQLException {
        return newest(connection, station, camera).filter(mask -> !mask.regions().isEmpty())
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("点位 %s 的摄像头 %s 没有遮挡区域".formatted(station, camera),
                        "camera %s of station %s has no mask".formatted(camera, station)));
    }

    /** Sets a mask, in force for every picture stored from now on; blocks. */
    Mask set(String station, String camera, List<Region> regions, String keyName) {
        return change(connection -> {
            Stations.require(connection, station);
            return add(connection, station, camera, regions, keyName);
        });
    }

    /** Removes the mask in force; blocks. */
    Mask remove(String station, String camera, String keyName) {
        return change(connection -> {
            inForce(connection, station, camera);
            return add(connection, station, camera, List.of(), keyName);
        });
    }

    /** Under the lock of the views: no picture painted with the version before is stored after this. */
    private Mask change(Transactions.Work<Mask, RuntimeException> change) {
        try {
            return transactions.run(connection -> {
                RevisionLedger.lock(connection, Set.of(PhotoTable.DATASET), config.lockPatience());
                return change.in(connection);
            });
        } catch (SQLException failure) {
            if (RevisionLedger.isBusy(failure)) {
                throw ProblemType.INGEST_BUSY.because("图片正在入库，请稍后再试", "pictures are being stored; try again shortly").withHeader("Retry-After", "5");
            }
            throw new IllegalStateException(failure);
        }
    }

    private Mask add(Connection connection, String station, String camera, List<Region> regions, String keyName) throws SQLException {
        int version = newest(connection, station, camera).map(Mask::version).orElse(0) + 1;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setString(1, station);
            insert.setString(2, camera);
            insert.setInt(3, version);
            insert.setString(4, new String(JsonText.bytes(RegionsText.told(regions)), StandardCharsets.UTF_8));
            insert.setTimestamp(5, Timestamp.from(now));
            insert.setString(6, keyName);
            insert.executeUpdate();
        }
        return new Mask(station, camera, version, regions, now, keyName);
    }
}
