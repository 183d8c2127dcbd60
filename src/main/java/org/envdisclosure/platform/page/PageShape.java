package org.envdisclosure.platform.page;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.export.JsonCells;
import org.envdisclosure.platform.export.RowBuffer;

/**
 * What is the same in every page of the same fields, ready as bytes.
 *
 * @param names       what stands before each value of a row: {@code ,"name":}, or a brace for the comma before the first
 * @param description of {@code meta}, from its units to its attribution
 */
record PageShape(byte[][] names, byte[] description) {

    /** Of all columns, which most ask for. */
    private static final Map<Dataset, PageShape> WHOLE = new ConcurrentHashMap<>();

    static PageShape of(Question question) {
        Dataset dataset = question.dataset();
        List<Column> fields = question.fields();
        PageShape known = fields == dataset.columns() ? WHOLE.get(dataset) : null;
        if (known != null) {
            return known;
        }
        PageShape made = new PageShape(names(fields), description(dataset, fields));
        if (fields == dataset.columns()) {
            WHOLE.put(dataset, made);
        }
        return made;
    }

    private static byte[][] names(List<Column> fields) {
        byte[][] names = new byte[fields.size()][];
        for (int i = 0; i < names.length; i++) {
            RowBuffer out = new RowBuffer(64);
            out.put(i == 0 ? '{' : ',');
            JsonCells.string(fields.get(i).name(), out);
            out.put(':');
            names[i] = out.copy();
        }
        return names;
    }

    private static byte[] description(Dataset dataset, List<Column> fields) {
        RowBuffer out = new RowBuffer(1_024);
        out.ascii("\"units\":{");
        boolean first = true;
        for (Column column : fields) {
            if (column.unit() != null) {
                out.ascii(first ? "" : ",");
                JsonCells.string(column.name(), out);
                out.put(':');
                JsonCells.string(column.unit(), out);
                first = false;
            }
        }
        out.ascii("},\"license\":");
        JsonCells.string(dataset.licence(), out);
        out.ascii(",\"attribution\":");
        JsonCells.string(dataset.attribution().zh(), out);
        return out.copy();
    }
}
