package org.envdisclosure.platform.archive;

import java.io.IOException;
import java.sql.SQLException;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.envdisclosure.platform.export.CopyTuple;
import org.envdisclosure.platform.export.RowCopy;
import org.envdisclosure.platform.file.ArrivingFile;
import org.envdisclosure.platform.file.HashedOutput;

/** A month as Apache Parquet, version 1 pages and Zstandard, which every reader of today takes. */
final class ParquetMonth {

    /** Rows in memory before they are written; a reader skips as much at once. The heap of a pod is less than a gigabyte. */
    private static final long ROW_GROUP = 32L * 1024 * 1024;

    private ParquetMonth() {
    }

    static WrittenFile write(ArchiveBuild build) throws SQLException, IOException {
        try (ArrivingFile arriving = build.arriving()) {
            HashedOutput out = new HashedOutput(arriving.out());
            long rows;
            try (ParquetWriter<CopyTuple> writer = new Builder(new ParquetTarget(out), new ParquetRows(build)).build()) {
                rows = RowCopy.read(build.connection(), build.rows(), writer::write);
            }
            return build.arrive(arriving, out, ArchiveFormat.PARQUET, rows);
        }
    }

    private static final class Builder extends ParquetWriter.Builder<CopyTuple, Builder> {

        private final ParquetRows rows;

        Builder(OutputFile target, ParquetRows rows) {
            super(target);
            this.rows = rows;
            withCompressionCodec(CompressionCodecName.ZSTD);
            withWriterVersion(ParquetProperties.WriterVersion.PARQUET_1_0);
            withRowGroupSize(ROW_GROUP);
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<CopyTuple> getWriteSupport(Configuration unused) {
            return rows;
        }
    }
}
