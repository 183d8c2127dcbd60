package org.envdisclosure.platform.archive;

import java.io.IOException;
import java.sql.SQLException;
import org.envdisclosure.platform.export.CsvLines;
import org.envdisclosure.platform.export.GzipPieces;
import org.envdisclosure.platform.export.RowCopy;
import org.envdisclosure.platform.file.ArrivingFile;
import org.envdisclosure.platform.file.HashedOutput;

/**
 * A month as {@code csv.gz}, of which everything behind the header row is also the piece live answers are put together from.
 *
 * @param body all its rows
 */
record CsvMonth(WrittenFile written, PlacePiece body) {

    static CsvMonth write(ArchiveBuild build) throws SQLException, IOException {
        try (ArrivingFile arriving = build.arriving()) {
            HashedOutput out = new HashedOutput(arriving.out());
            GzipPieces gzip = new GzipPieces(out, GzipPieces.KEPT);
            try {
                CsvLines lines = new CsvLines(build.dataset().dataset().columns(), gzip.rows());
                lines.head();
                lines.handOn();
                gzip.endPiece();
                long rows = RowCopy.read(build.connection(), build.rows(), lines::row);
                lines.handOn();
                GzipPieces.Extent body = gzip.endPiece();
                gzip.finish();
                WrittenFile written = build.arrive(arriving, out, ArchiveFormat.CSV_GZ, rows);
                return new CsvMonth(written, new PlacePiece(PlacePiece.ALL, written.file(), body, rows));
            } finally {
                gzip.release();
            }
        }
    }
}
