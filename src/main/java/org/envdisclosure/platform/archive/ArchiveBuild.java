package org.envdisclosure.platform.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import org.envdisclosure.platform.file.ArrivingFile;
import org.envdisclosure.platform.file.HashedOutput;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.platform.time.TimeText;

/**
 * Writes the files of one month from one snapshot.
 *
 * @param connection in the snapshot
 * @param revision   the newest revision that touched the month, in the snapshot
 * @param now        what an age would be counted from; no archived row has one
 */
record ArchiveBuild(Connection connection, ArchiveStore store, ArchivedDataset dataset, YearMonth month, long revision, Instant now) {

    Sql rows() {
        return dataset.rows(month, now);
    }

    /** Of every file of this month and revision. */
    String name() {
        return "%s_%s_r%d".formatted(dataset.id(), month, revision);
    }

    /** The month a file of a dataset is of, also one on its way; empty for what no build wrote. */
    static Optional<YearMonth> monthOf(ArchivedDataset dataset, String file) {
        String begin = dataset.id() + "_";
        int end = file.indexOf("_r", begin.length());
        return file.startsWith(begin) && end > 0 ? TimeText.month(file.substring(begin.length(), end)) : Optional.empty();
    }

    ArrivingFile arriving() throws IOException {
        return store.arriving(dataset.id(), name());
    }

    /** Puts a listed file in its place; its name tells its content, so nobody ever meets another under it. */
    WrittenFile arrive(ArrivingFile arriving, HashedOutput written, ArchiveFormat format, long rows) throws IOException {
        String sha256 = written.sha256();
        String file = "%s_%s.%s".formatted(name(), sha256.substring(0, 8), format.wire());
        arriving.arriveAs(store.path(dataset.id(), file));
        return new WrittenFile(format, file, rows, written.bytes(), sha256);
    }

    Path path(String file) {
        return store.path(dataset.id(), file);
    }

    /** @throws IOException when there is no room, or the thread is stopped */
    BuiltMonth run() throws SQLException, IOException {
        CsvMonth csv = CsvMonth.write(this);
        return new BuiltMonth(this, csv.written(), ParquetMonth.write(this), csv.body(), PlaceFile.write(this));
    }
}
