package org.envdisclosure.platform.page;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.export.JsonCells;
import org.envdisclosure.platform.export.RowBuffer;
import org.envdisclosure.platform.measure.DataStatus;
import org.jspecify.annotations.Nullable;

/** The rows of a page in the three JSON forms, and the lowest state of review among those printed. */
final class PageRows {

    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
    /** Of a row that is not shown itself. */
    private static final int HIDDEN = 256;

    private final Page page;
    private final Question question;
    private final byte[][] names;
    private final JsonCells cells;
    private final RowBuffer hidden = new RowBuffer(HIDDEN);
    private final int statusAt;
    private byte[] lastStatus = new byte[0];
    private @Nullable DataStatus lowest;

    PageRows(Question question, Page page, PageShape shape) {
        this.page = page;
        this.question = question;
        this.names = shape.names();
        this.cells = new JsonCells(page.columns());
        this.statusAt = question.dataset().statusColumn().map(name -> page.columns().indexOf(question.dataset().column(name))).orElse(-1);
    }

    /** Null where the dataset has none, or nothing was printed. */
    @Nullable DataStatus lowestStatus() {
        return lowest;
    }

    /** Each row an object, a comma between two. */
    void objects(RowBuffer out) {
        boolean first = true;
        for (String row : page.rows()) {
            if (!first) {
                out.put(',');
            }
            first = false;
            cells.take(row);
            for (int i = 0; i < names.length; i++) {
                out.put(names[i]);
                print(i, out);
            }
            out.put('}');
            hide(names.length);
        }
    }

    /** An object of arrays, one for each column. */
    void columns(RowBuffer out) {
        RowBuffer[] columns = new RowBuffer[names.length];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = new RowBuffer(16 * (page.rows().size() + 1));
        }
        for (String row : page.rows()) {
            cells.take(row);
            for (int i = 0; i < names.length; i++) {
                columns[i].put(columns[i].length() == 0 ? '[' : ',');
                print(i, columns[i]);
            }
            hide(names.length);
        }
        for (int i = 0; i < columns.length; i++) {
            out.put(names[i]);
            out.put(columns[i]);
            out.ascii(columns[i].length() == 0 ? "[]" : "]");
        }
        out.put('}');
    }

    /** Each row a GeoJSON feature, a comma between two. */
    void features(RowBuffer out) {
        int longitude = at("longitude");
        int latitude = at("latitude");
        RowBuffer values = new RowBuffer(HIDDEN * 2);
        int[] ends = new int[page.columns().size() + 1];
        boolean first = true;
        for (String row : page.rows()) {
            values.length(0);
            cells.take(row);
            for (int i = 0; i < page.columns().size(); i++) {
                print(i, values);
                ends[i + 1] = values.length();
            }
            out.ascii(first ? "{\"type\":\"Feature\",\"geometry\":" : ",{\"type\":\"Feature\",\"geometry\":");
            first = false;
            geometry(values, ends, longitude, latitude, out);
            out.ascii(",\"properties\":");
            for (int i = 0; i < names.length; i++) {
                out.put(names[i]);
                out.put(values.bytes(), ends[i], ends[i + 1] - ends[i]);
            }
            out.ascii("}}");
        }
    }

    private static void geometry(RowBuffer values, int[] ends, int longitude, int latitude, RowBuffer out) {
        if (isNull(values, ends, longitude) || isNull(values, ends, latitude)) {
            out.put(NULL);
            return;
        }
        out.ascii("{\"type\":\"Point\",\"coordinates\":[");
        out.put(values.bytes(), ends[longitude], ends[longitude + 1] - ends[longitude]);
        out.put(',');
        out.put(values.bytes(), ends[latitude], ends[latitude + 1] - ends[latitude]);
        out.ascii("]}");
    }

    private static boolean isNull(RowBuffer values, int[] ends, int column) {
        return Arrays.equals(values.bytes(), ends[column], ends[column + 1], NULL, 0, NULL.length);
    }

    private int at(String name) {
        Column column = question.dataset().column(name);
        return page.columns().indexOf(column);
    }

    /** Reads what the row has beside its fields. */
    private void hide(int from) {
        hidden.length(0);
        for (int i = from; i < page.columns().size(); i++) {
            print(i, hidden);
        }
    }

    private void print(int column, RowBuffer out) {
        int begin = out.length();
        cells.print(out);
        if (column == statusAt && !Arrays.equals(out.bytes(), begin, out.length(), lastStatus, 0, lastStatus.length)) {
            lastStatus = Arrays.copyOfRange(out.bytes(), begin, out.length());
            String word = new String(lastStatus, StandardCharsets.UTF_8).replace("\"", "");
            lowest = DataStatus.lower(lowest, DataStatus.ofWire(word).orElse(DataStatus.REALTIME));
        }
    }
}
