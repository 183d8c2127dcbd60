package org.envdisclosure.cli.mapping;

import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** What a mapping has made of a record, or of a part of one. */
public sealed interface MappedRow {

    /** Where it stands in the file: the line, header included; in a JSON array the element. */
    long line();

    /** The record as it was read. */
    String raw();

    /**
     * A row for the dataset.
     *
     * @param cells by column, every column of the mapping; null where it has no value
     * @param text  the record as it was read; few are asked for it
     */
    record Taken(long line, Map<String, @Nullable String> cells, Supplier<String> text) implements MappedRow {
        @Override
        public String raw() {
            return text.get();
        }
    }

    /**
     * No row.
     *
     * @param reason a word, such as {@code decided_on:bad_date}
     */
    record Refused(long line, String reason, String raw) implements MappedRow {
    }
}
