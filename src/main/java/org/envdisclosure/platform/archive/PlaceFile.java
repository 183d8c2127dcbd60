package org.envdisclosure.platform.archive;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.envdisclosure.platform.export.CopyTuple;
import org.envdisclosure.platform.export.CsvLines;
import org.envdisclosure.platform.export.GzipPieces;
import org.envdisclosure.platform.export.RowCopy;
import org.envdisclosure.platform.file.ArrivingFile;
import org.envdisclosure.platform.file.HashedOutput;

/**
 * A month place by place, each place's rows a piece of its own. The file is listed nowhere; it is a sound gzip file for whoever must look
 * into it.
 */
final class PlaceFile {

    /** A place and how many rows of it are still to come. */
    private record Expected(String place, long rows) {
    }

    private final GzipPieces gzip;
    private final CsvLines lines;
    private final Deque<Expected> expected;
    private final List<PlacePiece> pieces = new ArrayList<>();
    private long rows;

    private PlaceFile(ArchiveBuild build, GzipPieces gzip, Deque<Expected> expected) {
        this.gzip = gzip;
        this.lines = new CsvLines(build.dataset().dataset().columns(), gzip.rows());
        this.expected = expected;
    }

    /** @return the pieces in the order of their places; none where places have no pieces */
    static List<PlacePiece> write(ArchiveBuild build) throws SQLException, IOException {
        String place = build.dataset().place().orElse(null);
        if (place == null) {
            return List.of();
        }
        try (ArrivingFile arriving = build.arriving()) {
            HashedOutput hashed = new HashedOutput(arriving.out());
            GzipPieces gzip = new GzipPieces(hashed, GzipPieces.KEPT);
            try {
                PlaceFile written = new PlaceFile(build, gzip, expected(build, place));
                written.run(build, place);
                // its name tells its content, so that nobody who looked a place up finds another file under it
                String file = "%s_%s_%s.places.csv.gz".formatted(build.name(), build.dataset().layout(), hashed.sha256().substring(0, 8));
                arriving.arriveAs(build.path(file));
                return written.pieces.stream().map(piece -> piece.in(file)).toList();
            } finally {
                gzip.release();
            }
        }
    }

    private static Deque<Expected> expected(ArchiveBuild build, String place) throws SQLException {
        Deque<Expected> expected = new ArrayDeque<>();
        try (Statement statement = build.connection().createStatement()) {
            // nothing in the text is meant for the driver
            statement.setEscapeProcessing(false);
            try (ResultSet found = statement.executeQuery(build.dataset().places(build.month(), place, build.now()).literal())) {
                while (found.next()) {
                    expected.add(new Expected(found.getString(1), found.getLong(2)));
                }
            }
        }
        return expected;
    }

    private void run(ArchiveBuild build, String place) throws SQLException, IOException {
        lines.head();
        lines.handOn();
        gzip.endPiece();
        RowCopy.read(build.connection(), build.dataset().rowsByPlace(build.month(), place, build.now()), this::row);
        if (!expected.isEmpty()) {
            throw new IllegalStateException("rows of " + expected.peek() + " did not come");
        }
        gzip.finish();
    }

    /** Counts decide where a place ends: they were counted in the same snapshot and come in the same order. */
    private void row(CopyTuple tuple) throws IOException {
        lines.row(tuple);
        rows++;
        if (rows == expected.getFirst().rows()) {
            lines.handOn();
            pieces.add(new PlacePiece(expected.removeFirst().place(), "", gzip.endPiece(), rows));
            rows = 0;
        }
    }
}
