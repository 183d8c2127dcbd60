package org.envdisclosure.cli.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * One record of the input.
 *
 * @param line   1-based in the file, header included; in a JSON array the element
 * @param fields by name; the cells of a CSV record are texts
 * @param text   as it stands in the file, where that was kept
 */
record InputRecord(long line, ObjectNode fields, @Nullable String text) implements ReadRecord {

    @Override
    public String raw() {
        return text == null ? fields.toString() : text;
    }
}
