package org.envdisclosure.cli.mapping;

/** Follows the quotes of a CSV record over its line ends, to find where it ends. */
final class QuoteState {

    private enum Place { FIELD_START, UNQUOTED, QUOTED, QUOTE_IN_QUOTED }

    private final char delimiter;
    private Place place = Place.FIELD_START;

    QuoteState(char delimiter) {
        this.delimiter = delimiter;
    }

    /** @return false when text follows a closing quote, so that this is no record */
    boolean read(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (place == Place.QUOTE_IN_QUOTED && c != '"' && c != delimiter) {
                return false;
            }
            place = after(c);
        }
        return true;
    }

    /** Whether the record goes on in the next line. */
    boolean isOpen() {
        return place == Place.QUOTED;
    }

    private Place after(char c) {
        return switch (place) {
            case FIELD_START -> c == '"' ? Place.QUOTED : c == delimiter ? Place.FIELD_START : Place.UNQUOTED;
            case UNQUOTED -> c == delimiter ? Place.FIELD_START : Place.UNQUOTED;
            case QUOTED -> c == '"' ? Place.QUOTE_IN_QUOTED : Place.QUOTED;
            case QUOTE_IN_QUOTED -> c == '"' ? Place.QUOTED : Place.FIELD_START;
        };
    }
}
