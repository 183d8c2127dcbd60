package org.envdisclosure.platform.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** A body that is not compressed: pieces are inflated, and held against their checksum. */
final class PlainBody implements ExportBody {

    private final OutputStream out;
    private final Inflater inflater = new Inflater(true);
    private final byte[] rows = new byte[RowPump.PIECE];

    PlainBody(OutputStream out) {
        this.out = out;
    }

    @Override
    public OutputStream rows() {
        return out;
    }

    @Override
    public void copy(DeflatedPiece piece) throws IOException {
        CRC32 crc = new CRC32();
        inflater.reset();
        piece.read((bytes, count) -> {
            inflater.setInput(bytes, 0, count);
            inflate(piece, crc);
        });
        if (inflater.getBytesWritten() != piece.extent().rawBytes() || crc.getValue() != piece.extent().crc32()) {
            throw piece.damaged("it holds other rows");
        }
    }

    private void inflate(DeflatedPiece piece, CRC32 crc) throws IOException {
        try {
            for (int count = inflater.inflate(rows); count > 0; count = inflater.inflate(rows)) {
                crc.update(rows, 0, count);
                out.write(rows, 0, count);
            }
        } catch (DataFormatException damaged) {
            throw piece.damaged("it cannot be inflated");
        }
    }

    @Override
    public void finish() {
        // text needs no end
    }

    @Override
    public void release() {
        inflater.end();
    }
}
