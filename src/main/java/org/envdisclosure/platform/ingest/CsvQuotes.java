package org.envdisclosure.platform.ingest;

import org.jspecify.annotations.Nullable;

/**
 * Follows the quotes of a CSV record from one physical line to the next, to find where the record ends.
 *
 * <p>A quote inside an unquoted field is taken literally, but not in a record that goes on over the line end. So a line that would
 * open such a record always closes the quote another one left open: no stretch of text is searched more than twice, whatever
 * the quotes in it.
 */
final class CsvQuotes {

    private enum Place { FIELD_START, UNQUOTED, QUOTED, QUOTE_IN_QUOTED }

    private Place place = Place.FIELD_START;
    private boolean literalQuote;

    /** Reads one physical line without its line end; null, or why the record is none. */
    @Nullable LineFault read(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (place == Place.QUOTE_IN_QUOTED && b != '"' && b != ',') {
                return LineFault.TEXT_AFTER_QUOTE;
            }
            literalQuote |= place == Place.UNQUOTED && b == '"';
            place = after(b);
        }
        return isOpen() && literalQuote ? LineFault.UNTERMINATED_QUOTE : null;
    }

    /** Whether the record goes on in the next line. */
    boolean isOpen() {
        return place == Place.QUOTED;
    }

    private Place after(byte b) {
        return switch (place) {
            case FIELD_START -> b == '"' ? Place.QUOTED : b == ',' ? Place.FIELD_START : Place.UNQUOTED;
            case UNQUOTED -> b == ',' ? Place.FIELD_START : Place.UNQUOTED;
            case QUOTED -> b == '"' ? Place.QUOTE_IN_QUOTED : Place.QUOTED;
            case QUOTE_IN_QUOTED -> b == '"' ? Place.QUOTED : Place.FIELD_START;
        };
    }
}
