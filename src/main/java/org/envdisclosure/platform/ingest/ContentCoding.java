package org.envdisclosure.platform.ingest;

import java.io.InputStream;
import java.util.Locale;
import org.envdisclosure.platform.measure.LocalizedText;
import org.jspecify.annotations.Nullable;

/** How a body is compressed on its way (RFC 9110, 8.4). */
public enum ContentCoding {
    IDENTITY {
        @Override
        InputStream decode(InputStream received) {
            return received;
        }
    },
    GZIP {
        @Override
        InputStream decode(InputStream received) {
            return new GunzipStream(received);
        }
    };

    abstract InputStream decode(InputStream received);

    /** The coding of a {@code Content-Encoding} header; null, the absent header, is {@link #IDENTITY}. */
    public static ContentCoding ofHeader(@Nullable String contentEncoding) throws UnsupportedMedia {
        String coding = contentEncoding == null ? "" : contentEncoding.strip().toLowerCase(Locale.ROOT);
        return switch (coding) {
            case "", "identity" -> IDENTITY;
            case "gzip", "x-gzip" -> GZIP;
            default -> throw new UnsupportedMedia("content_encoding", LocalizedText.of(
                    "不支持 Content-Encoding: %s;可用 gzip,或不压缩。".formatted(coding),
                    "Content-Encoding %s is not supported; use gzip or none.".formatted(coding)));
        };
    }
}
