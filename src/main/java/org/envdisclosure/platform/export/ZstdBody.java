package org.envdisclosure.platform.export;

import com.github.luben.zstd.EndDirective;
import com.github.luben.zstd.ZstdCompressCtx;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/**
 * One Zstandard frame (RFC 8878) with a checksum. What {@link #finish} did not end has no last block, so no reader takes it for whole;
 * the library's own stream would end it on close.
 */
final class ZstdBody implements ExportBody {

    /** Faster than the database by far, and still smaller than gzip's fastest. */
    private static final int LEVEL = 1;

    private final OutputStream out;
    private final Rows rows = new Rows();
    private final PlainBody plain = new PlainBody(rows);
    private final ZstdCompressCtx context = new ZstdCompressCtx().setLevel(LEVEL).setChecksum(true);
    private final ByteBuffer taken = ByteBuffer.allocateDirect(RowPump.PIECE);
    private final ByteBuffer made = ByteBuffer.allocateDirect(RowPump.PIECE);
    private final byte[] copied = new byte[RowPump.PIECE];

    ZstdBody(OutputStream out) {
        this.out = out;
    }

    @Override
    public OutputStream rows() {
        return rows;
    }

    /** Compressed anew: what pieces are made of is another coding. */
    @Override
    public void copy(DeflatedPiece piece) throws IOException {
        plain.copy(piece);
    }

    @Override
    public void finish() throws IOException {
        compress(EndDirective.END);
        out.flush();
    }

    @Override
    public void release() {
        plain.release();
        context.close();
    }

    private void compress(EndDirective directive) throws IOException {
        taken.flip();
        boolean done;
        do {
            made.clear();
            done = context.compressDirectByteBufferStream(made, taken, directive);
            made.flip();
            int count = made.remaining();
            made.get(copied, 0, count);
            out.write(copied, 0, count);
        } while (directive == EndDirective.CONTINUE ? taken.hasRemaining() : !done);
        taken.clear();
    }

    /** What is written here is compressed; a flush lets out all that was written. */
    private final class Rows extends OutputStream {

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int at, int count) throws IOException {
            for (int written = 0; written < count;) {
                int some = Math.min(count - written, taken.remaining());
                taken.put(bytes, at + written, some);
                written += some;
                if (!taken.hasRemaining()) {
                    compress(EndDirective.CONTINUE);
                }
            }
        }

        @Override
        public void flush() throws IOException {
            compress(EndDirective.FLUSH);
            out.flush();
        }
    }
}
