package org.envdisclosure.platform.export;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.time.ChinaTime;
import org.jspecify.annotations.Nullable;

/** A row with a column of every type, and how it should look, said again in the plainest way. */
record PrintedRow(@Nullable String code, @Nullable String text, @Nullable BigDecimal decimal, @Nullable Integer integer,
                  @Nullable Boolean flag, @Nullable Instant instant, @Nullable LocalDate day, @Nullable List<String> codes) {

    static final List<Column> COLUMNS = List.of(
            Column.code("code", "代码", "code"), Column.text("text", "文本", "text"),
            Column.decimal("amount", "µg/m³", "值", "value"), Column.integer("number", "数", "number"),
            Column.flag("flag", "是否", "flag"), Column.instant("observed_at", "时间", "time"),
            Column.date("day", "日期", "day"), Column.codes("codes", "代码", "codes"));

    static final String HEADER = "code,text,amount,number,flag,observed_at,day,codes\n";

    static final String TABLE = """
            CREATE TEMPORARY TABLE printed (place serial, code text, text text, amount numeric, number integer, flag boolean,
                                            observed_at timestamptz, day date, codes text[])
            """;

    static final String SELECT = "SELECT code, text, amount, number, flag, observed_at, day, codes FROM printed ORDER BY place";

    private static final String INSERT = """
            INSERT INTO printed (code, text, amount, number, flag, observed_at, day, codes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    static void insert(Connection connection, List<PrintedRow> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (PrintedRow row : rows) {
                row.bind(insert);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void bind(PreparedStatement insert) throws SQLException {
        insert.setString(1, code);
        insert.setString(2, text);
        insert.setBigDecimal(3, decimal);
        insert.setObject(4, integer, Types.INTEGER);
        insert.setObject(5, flag, Types.BOOLEAN);
        insert.setObject(6, instant == null ? null : instant.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
        insert.setObject(7, day, Types.DATE);
        Array array = codes == null ? null : insert.getConnection().createArrayOf("text", codes.toArray());
        insert.setArray(8, array);
    }

    String csv() {
        List<String> cells = new ArrayList<>();
        cells.add(csv(code));
        cells.add(csv(text != null && text.matches("(?s)[=+@\t\r-].*") ? "'" + text : text));
        cells.add(decimal == null ? "" : decimal.toPlainString());
        cells.add(integer == null ? "" : integer.toString());
        cells.add(flag == null ? "" : flag.toString());
        cells.add(instant == null ? "" : ChinaTime.format(instant));
        cells.add(day == null ? "" : day.toString());
        cells.add(codes == null || String.join(";", codes).isEmpty() ? "" : csv(String.join(";", codes)));
        return String.join(",", cells) + "\n";
    }

    private static String csv(@Nullable String text) {
        if (text == null) {
            return "";
        }
        return text.isEmpty() || text.matches("(?s).*[,\"\n\r].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    /** For Jackson, which then says what the line is. */
    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("code", code);
        fields.put("text", text);
        fields.put("amount", decimal);
        fields.put("number", integer);
        fields.put("flag", flag);
        fields.put("observed_at", instant == null ? null : ChinaTime.format(instant));
        fields.put("day", day == null ? null : day.toString());
        fields.put("codes", codes);
        return fields;
    }
}
