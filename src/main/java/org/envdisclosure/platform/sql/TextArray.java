package org.envdisclosure.platform.sql;

import java.sql.Array;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column of type {@code text[]} as it is read; {@link CopyText#texts} writes it. */
public final class TextArray {

    private TextArray() {
    }

    /** Empty for null too. */
    public static List<String> of(@Nullable Array column) throws SQLException {
        return column == null ? List.of() : List.of((String[]) column.getArray());
    }
}
