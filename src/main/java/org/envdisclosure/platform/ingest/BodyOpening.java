package org.envdisclosure.platform.ingest;

import java.io.IOException;
import org.envdisclosure.platform.measure.LocalizedText;

/** Looks at the first bytes of a body: skips a UTF-8 byte order mark, refuses what is plainly another kind of file. */
final class BodyOpening {

    private static final int LOOK_AT = 4;

    private static final LocalizedText UTF_16 = LocalizedText.of(
            "请求体为 UTF-16 编码;请转换为 UTF-8 后重新提交。",
            "The body is UTF-16; convert it to UTF-8 and send it again.");
    private static final LocalizedText GZIP = LocalizedText.of(
            "请求体是 gzip 压缩数据,但未声明;请加上 Content-Encoding: gzip。",
            "The body is gzip data without saying so; send it with Content-Encoding: gzip.");
    private static final LocalizedText ZIP = LocalizedText.of(
            "请求体是 ZIP 文件或 Excel 工作簿;请另存为 CSV(UTF-8)后提交。",
            "The body is a ZIP file or an Excel workbook; save it as CSV (UTF-8) and send that.");

    private BodyOpening() {
    }

    static void read(ByteWindow window) throws IOException {
        while (window.length() < LOOK_AT && window.fill()) {
            // tiny network reads: four bytes may take four of them
        }
        if (begins(window, 0xEF, 0xBB, 0xBF)) {
            window.advance(3);
        } else if (begins(window, 0xFF, 0xFE) || begins(window, 0xFE, 0xFF) || everySecondByteIsNul(window)) {
            throw new BrokenFraming("utf16", UTF_16);
        } else if (begins(window, 0x1F, 0x8B)) {
            throw new BrokenFraming("gzip_undeclared", GZIP);
        } else if (begins(window, 'P', 'K', 3, 4)) {
            throw new BrokenFraming("zip_file", ZIP);
        }
    }

    private static boolean begins(ByteWindow window, int... bytes) {
        boolean same = window.length() >= bytes.length;
        for (int i = 0; same && i < bytes.length; i++) {
            same = window.at(i) == (byte) bytes[i];
        }
        return same;
    }

    private static boolean everySecondByteIsNul(ByteWindow window) {
        if (window.length() < LOOK_AT) {
            return false;
        }
        boolean even = window.at(0) == 0 && window.at(2) == 0;
        boolean odd = window.at(1) == 0 && window.at(3) == 0;
        return even != odd;
    }
}
