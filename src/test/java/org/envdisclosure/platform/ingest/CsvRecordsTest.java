package org.envdisclosure.platform.ingest;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.envdisclosure.platform.ingest.Bodies.csv;
import static org.envdisclosure.platform.ingest.Bodies.lines;
import static org.envdisclosure.platform.ingest.Bodies.recordsOf;
import static org.envdisclosure.platform.ingest.Bodies.shown;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRecordsTest {

    @Test
    void a_record_knows_its_line_names_values_and_text() throws IOException {
        Line line = lines(BodyFormat.CSV, "station,pm25,name\n1001A,0.60,\"万寿西宫, 北京\"\n".getBytes(UTF_8), ReadLimits.DEFAULT).get(0);

        assertThat(line).isInstanceOfSatisfying(RawRecord.class, record -> {
            assertThat(record.line()).isEqualTo(2);
            assertThat(record.names().asList()).containsExactly("station", "pm25", "name");
            assertThat(record.value("pm25")).isEqualTo("0.60");
            assertThat(record.value(2)).isEqualTo("万寿西宫, 北京");
            assertThat(record.value("so2")).isNull();
            assertThat(record.raw()).isEqualTo("1001A,0.60,\"万寿西宫, 北京\"");
        });
    }

    @Test
    void records_share_the_names_of_the_header() throws IOException {
        List<Line> lines = lines(BodyFormat.CSV, "a,b\n1,2\n3,4\n".getBytes(UTF_8), ReadLimits.DEFAULT);
        assertThat(((RawRecord) lines.get(0)).names()).isSameAs(((RawRecord) lines.get(1)).names());
    }

    @Test
    void a_header_may_name_a_column_twice() throws IOException {
        RecordReader reader = reader("date,hour,type,1001A,1001A\n");
        assertThat(reader.header()).hasValueSatisfying(header -> {
            assertThat(header.asList()).containsExactly("date", "hour", "type", "1001A", "1001A");
            assertThat(header.indexOf("1001A")).isEqualTo(3);
            assertThat(header.indexOf("1002A")).isEqualTo(-1);
        });
    }

    @Test
    void header_names_are_trimmed_and_may_be_quoted_or_empty() throws IOException {
        assertThat(reader("\uFEFF \"station\" , pm25,\"so2\",\n").header().orElseThrow().asList())
                .containsExactly("\"station\"", "pm25", "so2", "");
        assertThat(reader("\uFEFF\"station\",\" pm25\"\n").header().orElseThrow().asList()).containsExactly("station", "pm25");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n1,2\n3,4\n", "a,b\n1,2\n3,4", "a,b\r\n1,2\r\n3,4\r\n", "a,b\r1,2\r3,4\r", "a,b\r1,2\n3,4"})
    void every_line_end_counts_as_one_line(String body) throws IOException {
        assertThat(csv(body)).containsExactly("2 [1, 2]", "3 [3, 4]");
    }

    @Test
    void blank_lines_are_no_records_but_are_counted() throws IOException {
        assertThat(csv("\n \na,b\n\n1,2\n\t\n\r\n3,4\n\n")).containsExactly("5 [1, 2]", "8 [3, 4]");
    }

    @Test
    void an_empty_cell_is_the_empty_text() throws IOException {
        assertThat(csv("a,b,c\n,,\n\"\",x,\n")).containsExactly("2 [, , ]", "3 [, x, ]");
    }

    @Test
    void quoted_fields_hold_commas_quotes_and_line_ends() throws IOException {
        assertThat(csv("a,b\n\"x, \"\"y\"\"\",1\n\"one\r\ntwo\n\rthree\",2\nz,3\n"))
                .containsExactly("2 [x, \"y\", 1]", "3 [one\r\ntwo\n\rthree, 2]", "7 [z, 3]");
    }

    @Test
    void a_quote_inside_an_unquoted_field_is_only_a_character() throws IOException {
        assertThat(csv("a,b\n5\" pipe,1\nx\",\"y\"\n \"z\",3\n")).containsExactly("2 [5\" pipe, 1]", "3 [x\", y]", "4 [ \"z\", 3]");
    }

    @Test
    void too_few_or_too_many_fields_spoil_only_their_line() throws IOException {
        assertThat(csv("a,b,c\n1,2,3\n1001A,2026-0\n1,2,3,4\n\"x\"\n4,5,6\n")).containsExactly(
                "2 [1, 2, 3]",
                "3 wrong_number_of_fields <1001A,2026-0>",
                "4 wrong_number_of_fields <1,2,3,4>",
                "5 wrong_number_of_fields <\"x\">",
                "6 [4, 5, 6]");
    }

    @Test
    void a_quote_left_open_does_not_take_the_rows_after_it() throws IOException {
        assertThat(csv("a,b,c\n1,\"2,3\n4,5,6\n7,8,9\n")).containsExactly(
                "2 unterminated_quote <1,\"2,3>", "3 [4, 5, 6]", "4 [7, 8, 9]");
    }

    @Test
    void a_quote_left_open_before_a_quoted_row_does_not_take_it_along() throws IOException {
        assertThat(csv("a,b,c\n1,\"2,3\n4,5,6\n7,\"8\",9\n1,\"\",\",\"\n")).containsExactly(
                "2 unterminated_quote <1,\"2,3>", "3 [4, 5, 6]", "4 [7, 8, 9]", "5 [1, , ,]");
    }

    @Test
    void two_quotes_left_open_do_not_take_the_rows_between_them() throws IOException {
        assertThat(csv("a,b,c\n1,\"2,3\n4,5,6\n7,8\",9\n1,2,3\n")).containsExactly(
                "2 unterminated_quote <1,\"2,3>", "3 [4, 5, 6]", "4 [7, 8\", 9]", "5 [1, 2, 3]");
    }

    @Test
    void text_of_several_lines_that_are_no_records_is_one_field() throws IOException {
        assertThat(csv("a,b,c\n1,\"first\n\nthird, with a comma\n\",3\n")).containsExactly("2 [1, first\n\nthird, with a comma\n, 3]");
    }

    @Test
    void a_record_of_several_lines_with_too_few_fields_gives_its_lines_back() throws IOException {
        assertThat(csv("a,b,c\n1,\"2\n3,4,5\n\"\n6,7,8\n")).containsExactly(
                "2 wrong_number_of_fields <1,\"2>", "3 [3, 4, 5]", "4 unterminated_quote <\">", "5 [6, 7, 8]");
    }

    @Test
    void text_after_a_closing_quote_spoils_only_its_line() throws IOException {
        assertThat(csv("a,b\n\"x\"y,1\n\"x\" ,1\n2,3\n")).containsExactly(
                "2 text_after_quote <\"x\"y,1>", "3 text_after_quote <\"x\" ,1>", "4 [2, 3]");
    }

    @Test
    void bytes_that_are_no_utf8_spoil_only_their_line() throws IOException {
        byte[] body = concat("a,b\n1,".getBytes(UTF_8), new byte[] {(byte) 0xC3, (byte) 0x28}, "\n2,\uFFFD\n".getBytes(UTF_8));
        assertThat(shown(lines(BodyFormat.CSV, body, ReadLimits.DEFAULT)))
                .containsExactly("2 not_utf8 <1,\uFFFD(>", "3 [2, \uFFFD]");
    }

    @Test
    void in_a_gbk_file_every_chinese_line_is_bad_and_ascii_lines_are_read() throws IOException {
        byte[] body = "code,name\n1001A,万寿西宫\n1003A,Dongsi\n1004A,天坛\n".getBytes(Charset.forName("GB18030"));
        List<Line> lines = lines(BodyFormat.CSV, body, ReadLimits.DEFAULT);
        assertThat(lines).extracting(Line::line).containsExactly(2L, 3L, 4L);
        assertThat(lines.get(0)).isInstanceOfSatisfying(BadLine.class, bad -> assertThat(bad.fault()).isEqualTo(LineFault.NOT_UTF8));
        assertThat(shown(lines.get(1))).isEqualTo("3 [1003A, Dongsi]");
        assertThat(lines.get(2).raw()).startsWith("1004A,").contains("\uFFFD");
    }

    @Test
    void a_nul_spoils_only_its_record_and_is_not_kept() throws IOException {
        assertThat(csv("a,b\n1,x\0y\n\"\0\n\",2\n3,4\n")).containsExactly(
                "2 bad_character <1,x\uFFFDy>", "3 bad_character <\"\uFFFD\n\",2>", "5 [3, 4]");
    }

    @Test
    void a_line_that_is_too_long_is_passed_over_and_its_beginning_kept() throws IOException {
        String longLine = "x".repeat(200_000);
        List<Line> lines = lines(BodyFormat.CSV, ("a,b\n" + longLine + "\n1,2\n" + longLine).getBytes(UTF_8), recordsOf(100_000));
        assertThat(shown(lines)).containsExactly(
                "2 line_too_long <" + "x".repeat(999) + "…>", "3 [1, 2]", "4 line_too_long <" + "x".repeat(999) + "…>");
    }

    @ParameterizedTest(name = "limit {0} bytes: {1}")
    @CsvSource({"9, '2 [12345, abc]'", "8, '2 line_too_long <12345,ab>'"})
    void the_limit_counts_the_bytes_before_the_line_end(int limit, String shown) throws IOException {
        assertThat(shown(lines(BodyFormat.CSV, "a,b\n12345,abc\r\n".getBytes(UTF_8), recordsOf(limit)))).containsExactly(shown);
    }

    @Test
    void a_quoted_field_longer_than_a_record_may_be_gives_the_rows_in_it_back() throws IOException {
        String rows = "4,5,6\n".repeat(100);
        List<String> shown = shown(lines(BodyFormat.CSV, ("a,b,c\n1,\"2,3\n" + rows + "\",7\n").getBytes(UTF_8), recordsOf(300)));
        assertThat(shown).hasSize(102).startsWith("2 unterminated_quote <1,\"2,3>", "3 [4, 5, 6]");
        assertThat(shown.subList(1, 101)).allMatch(line -> line.endsWith(" [4, 5, 6]"));
        assertThat(shown.get(101)).isEqualTo("103 unterminated_quote <\",7>");
    }

    @Test
    void more_columns_than_the_header_can_have_are_one_bad_line() throws IOException {
        assertThat(csv("a,b\n" + ",".repeat(20_000) + "\n1,2\n")).containsExactly(
                "2 wrong_number_of_fields <" + ",".repeat(999) + "…>", "3 [1, 2]");
    }

    @ParameterizedTest(name = "[{0}] is refused: {1}")
    @CsvSource(delimiter = '|', value = {"'' | header_missing", "'\n\n' | header_missing", "'a,\"b\n1,2\n' | header_unreadable"})
    void a_body_without_a_readable_header_is_refused(String body, String word) {
        assertThatExceptionOfType(BrokenFraming.class).isThrownBy(() -> csv(body))
                .satisfies(refused -> assertThat(refused.word()).isEqualTo(word));
    }

    @Test
    void a_header_in_gbk_is_refused_with_the_hint() {
        byte[] body = "站点,浓度\n1,2\n".getBytes(Charset.forName("GBK"));
        assertThatExceptionOfType(BrokenFraming.class).isThrownBy(() -> lines(BodyFormat.CSV, body, ReadLimits.DEFAULT))
                .withMessageContaining("line 1").withMessageContaining("convert it to UTF-8");
    }

    @Test
    void utf16_is_refused_with_or_without_its_mark() {
        for (String body : List.of("\uFEFFcode,name\n1,2\n", "code,name\n1,2\n")) {
            assertThatExceptionOfType(BrokenFraming.class)
                    .isThrownBy(() -> lines(BodyFormat.CSV, body.getBytes(UTF_16LE), ReadLimits.DEFAULT))
                    .satisfies(refused -> assertThat(refused.word()).isEqualTo("utf16"));
        }
    }

    /** Searching on from each of these lines to the record limit would be 100 000 searches of half a MiB. */
    @ParameterizedTest
    @Timeout(10)
    @ValueSource(strings = {"x\",\"\n", "\"\n", "a,\"\n", "\"\"\"\n", "x\"\"\n", "\"a\"b\n", "\",\"\n", "\"\",\"\n"})
    void no_pattern_of_quotes_makes_reading_slow(String line) throws IOException {
        int times = 600_000 / line.length();
        List<Line> lines = lines(BodyFormat.CSV, ("a,b,c\n" + line.repeat(times) + "1,2,3\n").getBytes(UTF_8), ReadLimits.DEFAULT);
        assertThat(shown(lines.get(lines.size() - 1))).isEqualTo("%d [1, 2, 3]".formatted(times + 2));
    }

    private static RecordReader reader(String body) throws IOException {
        return new ReceivedBody(new ByteArrayInputStream(body.getBytes(UTF_8)), ContentCoding.IDENTITY, BodyFormat.CSV, ReadLimits.DEFAULT)
                .records();
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
