package org.envdisclosure.platform.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.platform.time.ChinaTime;
import org.jspecify.annotations.Nullable;

/** A page in the three JSON forms: rows, one array per column, GeoJSON features. Values as received, digit for digit. */
public final class PageJson {

    private static final JsonFactory FACTORY = JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

    private final Question question;
    private final Page page;
    private final @Nullable String cursor;
    private final List<Integer> positions;

    private PageJson(Question question, Page page) {
        this.question = question;
        this.page = page;
        this.cursor = page.next() == null ? null : page.next().encode(question.canonical());
        this.positions = question.fields().stream().map(page.columns()::indexOf).toList();
    }

    /** The whole answer as UTF-8. */
    public static byte[] list(Question question, Page page) {
        return new PageJson(question, page).write(PageJson::writeList);
    }

    /** One resource: {@code data} is the page's only row. */
    public static byte[] single(Question question, Page page) {
        return new PageJson(question, page).write(PageJson::writeSingle);
    }

    @FunctionalInterface
    private interface Body {
        void write(PageJson json, JsonGenerator out) throws IOException;
    }

    private byte[] write(Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256 + page.rows().size() * 256);
        try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
            out.writeStartObject();
            body.write(this, out);
            out.writeEndObject();
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return bytes.toByteArray();
    }

    private void writeSingle(JsonGenerator out) throws IOException {
        out.writeFieldName("data");
        writeRow(out, page.rows().get(0));
        writeMeta(out);
    }

    private void writeList(JsonGenerator out) throws IOException {
        switch (question.format()) {
            case GEOJSON -> writeFeatures(out);
            case COLUMNS -> writeColumns(out);
            default -> writeRows(out);
        }
        writePage(out);
        writeMeta(out);
    }

    private void writeRows(JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("data");
        for (@Nullable Object[] row : page.rows()) {
            writeRow(out, row);
        }
        out.writeEndArray();
    }

    private void writeColumns(JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("data");
        for (int i = 0; i < positions.size(); i++) {
            out.writeArrayFieldStart(question.fields().get(i).name());
            for (@Nullable Object[] row : page.rows()) {
                writeValue(out, row[positions.get(i)]);
            }
            out.writeEndArray();
        }
        out.writeEndObject();
    }

    private void writeFeatures(JsonGenerator out) throws IOException {
        int longitude = page.columns().indexOf(question.dataset().column("longitude"));
        int latitude = page.columns().indexOf(question.dataset().column("latitude"));
        out.writeStringField("type", "FeatureCollection");
        out.writeArrayFieldStart("features");
        for (@Nullable Object[] row : page.rows()) {
            out.writeStartObject();
            out.writeStringField("type", "Feature");
            writeGeometry(out, row[longitude], row[latitude]);
            out.writeFieldName("properties");
            writeRow(out, row);
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void writeGeometry(JsonGenerator out, @Nullable Object longitude, @Nullable Object latitude) throws IOException {
        if (longitude == null || latitude == null) {
            out.writeNullField("geometry");
            return;
        }
        out.writeObjectFieldStart("geometry");
        out.writeStringField("type", "Point");
        out.writeArrayFieldStart("coordinates");
        out.writeNumber((BigDecimal) longitude);
        out.writeNumber((BigDecimal) latitude);
        out.writeEndArray();
        out.writeEndObject();
    }

    private void writeRow(JsonGenerator out, @Nullable Object[] row) throws IOException {
        out.writeStartObject();
        for (int i = 0; i < positions.size(); i++) {
            out.writeFieldName(question.fields().get(i).name());
            writeValue(out, row[positions.get(i)]);
        }
        out.writeEndObject();
    }

    private static void writeValue(JsonGenerator out, @Nullable Object value) throws IOException {
        if (value == null) {
            out.writeNull();
        } else if (value instanceof BigDecimal number) {
            out.writeNumber(number);
        } else if (value instanceof Integer number) {
            out.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            out.writeBoolean(truth);
        } else if (value instanceof Instant instant) {
            out.writeString(ChinaTime.format(instant));
        } else if (value instanceof List<?> list) {
            out.writeStartArray();
            for (Object item : list) {
                out.writeString((String) item);
            }
            out.writeEndArray();
        } else {
            out.writeString(value.toString());
        }
    }

    private void writePage(JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("page");
        out.writeNumberField("limit", question.limit());
        out.writeStringField("next_cursor", cursor);
        if (page.total() != null) {
            out.writeNumberField("total", page.total());
            out.writeStringField("total_kind", question.count() == Count.EXACT ? "exact" : "estimated");
        }
        out.writeEndObject();
    }

    private void writeMeta(JsonGenerator out) throws IOException {
        Dataset dataset = question.dataset();
        out.writeObjectFieldStart("meta");
        out.writeStringField("dataset", dataset.id());
        out.writeNumberField("revision", page.state().revision());
        out.writeStringField("as_of", page.state().moment().equals(Instant.EPOCH) ? null : ChinaTime.format(page.state().moment()));
        out.writeObjectFieldStart("interval");
        out.writeStringField("from", question.range().from() == null ? null : ChinaTime.format(question.range().from()));
        out.writeStringField("to", question.range().to() == null ? null : ChinaTime.format(question.range().to()));
        out.writeEndObject();
        writeUnits(out);
        out.writeStringField("license", dataset.licence());
        out.writeStringField("attribution", dataset.attribution().zh());
        notice().ifPresent(status -> writeNotice(out, status));
        out.writeEndObject();
    }

    private void writeUnits(JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("units");
        for (Column column : question.fields()) {
            if (column.unit() != null) {
                out.writeStringField(column.name(), column.unit());
            }
        }
        out.writeEndObject();
    }

    private Optional<DataStatus> notice() {
        return Optional.ofNullable(page.status()).flatMap(DataStatus::ofWire);
    }

    private static void writeNotice(JsonGenerator out, DataStatus status) {
        try {
            out.writeObjectFieldStart("notice");
            out.writeStringField("zh", status.notice().zh());
            out.writeStringField("en", status.notice().en());
            out.writeEndObject();
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
    }
}
