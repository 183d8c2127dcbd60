package org.envdisclosure.platform.ingest;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.envdisclosure.platform.measure.LocalizedText;
import org.jspecify.annotations.Nullable;

/** The formats a batch may come in. */
public enum BodyFormat {
    JSON("application/json") {
        @Override
        RecordReader open(ByteWindow window, int maxRecordBytes) throws IOException {
            return new JsonArrayRecords(window, maxRecordBytes);
        }
    },
    NDJSON("application/x-ndjson", "application/ndjson", "application/jsonl") {
        @Override
        RecordReader open(ByteWindow window, int maxRecordBytes) {
            return new NdjsonRecords(window, maxRecordBytes);
        }
    },
    CSV("text/csv") {
        @Override
        RecordReader open(ByteWindow window, int maxRecordBytes) throws IOException {
            return new CsvRecords(window, maxRecordBytes);
        }
    };

    private static final Set<String> UTF_8_NAMES = Set.of("utf-8", "utf8", "us-ascii");

    private final List<String> mediaTypes;

    BodyFormat(String... mediaTypes) {
        this.mediaTypes = List.of(mediaTypes);
    }

    abstract RecordReader open(ByteWindow window, int maxRecordBytes) throws IOException;

    /** The media types a client may name, the one to recommend first. */
    public List<String> mediaTypes() {
        return mediaTypes;
    }

    /** The format of a {@code Content-Type} header, parameters included; null is the absent header. */
    public static BodyFormat ofContentType(@Nullable String contentType) throws UnsupportedMedia {
        String[] parts = contentType == null ? new String[] {""} : contentType.toLowerCase(Locale.ROOT).split(";", -1);
        String mediaType = parts[0].strip();
        BodyFormat format = Arrays.stream(values())
                .filter(candidate -> candidate.mediaTypes.contains(mediaType))
                .findFirst()
                .orElseThrow(() -> unknown(mediaType));
        for (String parameter : parts) {
            check(parameter.strip());
        }
        return format;
    }

    private static void check(String parameter) throws UnsupportedMedia {
        String value = parameter.substring(parameter.indexOf('=') + 1).strip().replace("\"", "");
        if (parameter.startsWith("charset") && !UTF_8_NAMES.contains(value)) {
            throw new UnsupportedMedia("charset", LocalizedText.of(
                    "不支持字符集 %s;请转换为 UTF-8。".formatted(value),
                    "The character set %s is not supported; convert the body to UTF-8.".formatted(value)));
        }
        if (parameter.startsWith("header") && value.equals("absent")) {
            throw new UnsupportedMedia("csv_without_header", LocalizedText.of(
                    "CSV 首行须为列名。", "CSV is read by its header row; put the column names in the first line."));
        }
    }

    private static UnsupportedMedia unknown(String mediaType) {
        String known = String.join(", ", Arrays.stream(values()).map(format -> format.mediaTypes.get(0)).toList());
        String given = mediaType.isEmpty() ? "(none)" : mediaType;
        return new UnsupportedMedia("content_type", LocalizedText.of(
                "不支持 Content-Type: %s;可用 %s。".formatted(given, known),
                "Content-Type %s is not supported; use one of %s.".formatted(given, known)));
    }
}
