package org.envdisclosure.platform.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.envdisclosure.platform.measure.LocalizedText;
import org.junit.jupiter.api.Test;

class LayoutReaderTest {

    private final List<String> verdicts = new ArrayList<>();

    private final RowSink<String> sink = new RowSink<>() {
        @Override
        public void parsed(long line, String row, String raw) {
            verdicts.add("%d %s <%s>".formatted(line, row, raw));
        }

        @Override
        public void rejected(long line, String reason, String raw) {
            verdicts.add("%d %s <%s>".formatted(line, reason, raw));
        }
    };

    /** Upper-cases a station's code; a row without one is rejected, a header without one refuses the batch. */
    private static final class Codes implements LayoutReader<String> {

        private long records;

        @Override
        public void header(FieldNames names, RowSink<String> sink) throws BrokenFraming {
            if (names.indexOf("code") < 0) {
                throw new BrokenFraming("header_lacks_key", LocalizedText.of("缺少列 code", "The header lacks the column code."));
            }
        }

        @Override
        public void record(RawRecord record, RowSink<String> sink) {
            records++;
            String code = record.value("code");
            if (code == null || code.isEmpty()) {
                sink.rejected(record.line(), "no_code", record.raw());
            } else {
                sink.parsed(record.line(), code.toUpperCase(Locale.ROOT), record.raw());
            }
        }

        @Override
        public void end(RowSink<String> sink) {
            sink.parsed(0, "END " + records, "");
        }
    }

    @Test
    void every_line_gets_its_verdict_in_order() throws IOException {
        read(BodyFormat.CSV, "code,name\n1001a,x\n,y\n1002a\n1003a,z\n");
        assertThat(verdicts).containsExactly(
                "2 1001A <1001a,x>", "3 no_code <,y>", "4 wrong_number_of_fields <1002a>", "5 1003A <1003a,z>", "0 END 3 <>");
    }

    @Test
    void json_has_no_header() throws IOException {
        read(BodyFormat.JSON, "[{\"code\":\"1001a\"},{\"name\":\"x\"},7]");
        assertThat(verdicts).containsExactly(
                "1 1001A <{\"code\":\"1001a\"}>", "2 no_code <{\"name\":\"x\"}>", "3 not_a_json_object <7>", "0 END 2 <>");
    }

    @Test
    void a_header_that_lacks_the_key_refuses_the_batch() {
        assertThatExceptionOfType(BrokenFraming.class).isThrownBy(() -> read(BodyFormat.CSV, "name\nx\n"))
                .satisfies(refused -> assertThat(refused.word()).isEqualTo("header_lacks_key"));
        assertThat(verdicts).isEmpty();
    }

    private void read(BodyFormat format, String body) throws IOException {
        try (ReceivedBody received = new ReceivedBody(
                new ByteArrayInputStream(body.getBytes(UTF_8)), ContentCoding.IDENTITY, format, ReadLimits.DEFAULT)) {
            new Codes().readAll(received.records(), sink);
        }
    }
}
