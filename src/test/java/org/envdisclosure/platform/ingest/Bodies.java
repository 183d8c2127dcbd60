package org.envdisclosure.platform.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Bodies for the tests, and what is read from them as one text a line: {@code 2 [a, b]} or {@code 3 not_utf8 <raw>}. */
final class Bodies {

    private Bodies() {
    }

    static List<String> csv(String body) throws IOException {
        return shown(lines(BodyFormat.CSV, body.getBytes(UTF_8), ReadLimits.DEFAULT));
    }

    static List<String> ndjson(String body) throws IOException {
        return shown(lines(BodyFormat.NDJSON, body.getBytes(UTF_8), ReadLimits.DEFAULT));
    }

    static List<String> json(String body) throws IOException {
        return shown(lines(BodyFormat.JSON, body.getBytes(UTF_8), ReadLimits.DEFAULT));
    }

    static List<Line> lines(BodyFormat format, byte[] body, ReadLimits limits) throws IOException {
        return lines(format, new ByteArrayInputStream(body), ContentCoding.IDENTITY, limits);
    }

    static List<Line> lines(BodyFormat format, InputStream body, ContentCoding coding, ReadLimits limits) throws IOException {
        List<Line> lines = new ArrayList<>();
        try (ReceivedBody received = new ReceivedBody(body, coding, format, limits)) {
            RecordReader reader = received.records();
            for (Line line = reader.next(); line != null; line = reader.next()) {
                lines.add(line);
            }
        }
        return lines;
    }

    static List<String> shown(List<Line> lines) {
        return lines.stream().map(Bodies::shown).toList();
    }

    static String shown(Line line) {
        return line instanceof BadLine bad
                ? "%d %s <%s>".formatted(bad.line(), bad.fault().wire(), bad.raw())
                : "%d %s".formatted(line.line(), ((RawRecord) line).values());
    }

    static ReadLimits recordsOf(int maxRecordBytes) {
        return new ReadLimits(maxRecordBytes, Long.MAX_VALUE, 200, 10_000_000);
    }

    static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    /** The bytes as a network gives them: at most {@code sizes[i]} at the i-th read, and so on in a circle. */
    static InputStream inPieces(byte[] bytes, List<Integer> sizes) {
        return new ByteArrayInputStream(bytes) {
            private int reads;

            @Override
            public int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, sizes.get(reads++ % sizes.size())));
            }
        };
    }

    /** {@code count} times {@code piece}, after {@code before} and before {@code after}, made while it is read. */
    static InputStream repeated(String before, String piece, long count, String after) {
        byte[] pieceBytes = piece.getBytes(UTF_8);
        InputStream middle = new InputStream() {
            private long left = count * pieceBytes.length;
            private int at;

            @Override
            public int read() {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                int wanted = (int) Math.min(length, left);
                for (int i = 0; i < wanted; i++) {
                    target[offset + i] = pieceBytes[at];
                    at = at + 1 == pieceBytes.length ? 0 : at + 1;
                }
                left -= wanted;
                return wanted == 0 && length > 0 ? -1 : wanted;
            }
        };
        return new SequenceInputStream(Collections.enumeration(List.of(
                new ByteArrayInputStream(before.getBytes(UTF_8)), middle, new ByteArrayInputStream(after.getBytes(UTF_8)))));
    }
}
