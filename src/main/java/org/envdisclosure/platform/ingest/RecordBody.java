package org.envdisclosure.platform.ingest;

import java.io.IOException;
import java.io.InputStream;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;

/** A request body that is one record: a JSON object, read as a line of NDJSON is, so that numbers keep their digits. */
public final class RecordBody {

    /** Bytes; a register entry has a few hundred. */
    private static final int LARGEST = 1 << 16;

    private RecordBody() {
    }

    /**
     * Reads the body to its end; blocks.
     *
     * @throws ApiProblem 413 when it is too large, 400 when it is no JSON object or was cut
     */
    public static RawRecord read(InputStream body) {
        String text = text(bytes(body));
        Line line = new JsonObjects().read(1, text);
        if (line instanceof BadLine bad) {
            throw refused(bad.fault());
        }
        return (RawRecord) line;
    }

    private static byte[] bytes(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(LARGEST + 1);
            if (bytes.length <= LARGEST) {
                return bytes;
            }
        } catch (IOException cut) {
            throw ProblemType.INVALID_BODY.because("请求体在传输中中断", "the body ended early; send it again");
        }
        throw ProblemType.TOO_LARGE.because("请求体最大 %d 字节".formatted(LARGEST), "the body has at most %d bytes".formatted(LARGEST));
    }

    private static String text(byte[] bytes) {
        String text = Utf8.decode(bytes, 0, bytes.length);
        if (text == null) {
            throw refused(LineFault.NOT_UTF8);
        }
        return text;
    }

    private static ApiProblem refused(LineFault fault) {
        return ProblemType.INVALID_BODY.because("请求体须为一个 UTF-8 编码的 JSON 对象：" + fault.text().zh(),
                "the body is one JSON object in UTF-8: " + fault.text().en());
    }
}
