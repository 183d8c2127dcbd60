package org.envdisclosure.platform.page;

import java.time.Instant;
import org.envdisclosure.platform.export.JsonCells;
import org.envdisclosure.platform.export.RowBuffer;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.time.ChinaTime;
import org.jspecify.annotations.Nullable;

/** A page in the three JSON forms: rows, one array per column, GeoJSON features. Values as received, digit for digit. */
public final class PageJson {

    private static final int OF_A_ROW = 512;

    private final Question question;
    private final Page page;
    private final PageShape shape;
    private final PageRows rows;
    private final RowBuffer out;

    private PageJson(Question question, Page page) {
        this.question = question;
        this.page = page;
        this.shape = PageShape.of(question);
        this.rows = new PageRows(question, page, shape);
        this.out = new RowBuffer(2 * OF_A_ROW + page.rows().size() * OF_A_ROW);
    }

    /** The whole answer as UTF-8. */
    public static byte[] list(Question question, Page page) {
        PageJson json = new PageJson(question, page);
        json.printData();
        json.printPage();
        return json.finished();
    }

    /** One resource: {@code data} is the page's only row. */
    public static byte[] single(Question question, Page page) {
        PageJson json = new PageJson(question, page);
        json.out.ascii("{\"data\":");
        json.rows.objects(json.out);
        return json.finished();
    }

    private byte[] finished() {
        printMeta();
        out.put('}');
        return out.copy();
    }

    private void printData() {
        switch (question.format()) {
            case GEOJSON -> {
                out.ascii("{\"type\":\"FeatureCollection\",\"features\":[");
                rows.features(out);
                out.put(']');
            }
            case COLUMNS -> {
                out.ascii("{\"data\":");
                rows.columns(out);
            }
            default -> {
                out.ascii("{\"data\":[");
                rows.objects(out);
                out.put(']');
            }
        }
    }

    private void printPage() {
        out.ascii(",\"page\":{\"limit\":" + question.limit() + ",\"next_cursor\":");
        // base64url
        out.ascii(page.next() == null ? "null" : '"' + page.next().encode(question.canonical()) + '"');
        if (page.total() != null) {
            out.ascii(",\"total\":" + page.total() + ",\"total_kind\":" + (question.count() == Count.EXACT ? "\"exact\"" : "\"estimated\""));
        }
        out.put('}');
    }

    private void printMeta() {
        out.ascii(",\"meta\":{\"dataset\":");
        JsonCells.string(question.dataset().id(), out);
        out.ascii(",\"revision\":" + page.state().revision() + ",\"as_of\":");
        printMoment(page.state().moment().equals(Instant.EPOCH) ? null : page.state().moment());
        out.ascii(",\"interval\":{\"from\":");
        printMoment(question.range().from());
        out.ascii(",\"to\":");
        printMoment(question.range().to());
        out.ascii("},");
        out.put(shape.description());
        printNotice(rows.lowestStatus());
        out.put('}');
    }

    private void printMoment(@Nullable Instant moment) {
        out.ascii(moment == null ? "null" : '"' + ChinaTime.format(moment) + '"');
    }

    private void printNotice(@Nullable DataStatus status) {
        if (status == null) {
            return;
        }
        LocalizedText notice = question.dataset().notice(status);
        out.ascii(",\"notice\":{\"zh\":");
        JsonCells.string(notice.zh(), out);
        out.ascii(",\"en\":");
        JsonCells.string(notice.en(), out);
        out.put('}');
    }
}
