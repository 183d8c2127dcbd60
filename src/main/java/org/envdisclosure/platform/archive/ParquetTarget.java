package org.envdisclosure.platform.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.envdisclosure.platform.file.HashedOutput;

/** Lets Parquet write to a stream of ours, once, from its beginning. */
record ParquetTarget(HashedOutput out) implements OutputFile {

    private static final int BUFFER = 64 * 1024;

    @Override
    public PositionOutputStream create(long blockSizeHint) {
        return new Positions(new BufferedOutputStream(out, BUFFER));
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) {
        return create(blockSizeHint);
    }

    @Override
    public boolean supportsBlockSize() {
        return false;
    }

    @Override
    public long defaultBlockSize() {
        return 0;
    }

    private static final class Positions extends PositionOutputStream {

        private final BufferedOutputStream buffered;
        private long position;

        Positions(BufferedOutputStream buffered) {
            this.buffered = buffered;
        }

        @Override
        public long getPos() {
            return position;
        }

        @Override
        public void write(int b) throws IOException {
            buffered.write(b);
            position++;
        }

        @Override
        public void write(byte[] from, int at, int count) throws IOException {
            buffered.write(from, at, count);
            position += count;
        }

        @Override
        public void flush() throws IOException {
            buffered.flush();
        }

        /** The file below is closed by whoever opened it. */
        @Override
        public void close() throws IOException {
            buffered.flush();
        }
    }
}
