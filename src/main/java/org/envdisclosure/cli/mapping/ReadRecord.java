package org.envdisclosure.cli.mapping;

import java.util.Locale;

/** What the input holds at one place: a record, or something that should have been one. */
sealed interface ReadRecord permits InputRecord, ReadRecord.Refused {

    long line();

    String raw();

    /** Something that cannot be read as a record. */
    record Refused(long line, String reason, String raw) implements ReadRecord {

        static Refused of(long line, Fault fault, String raw) {
            return new Refused(line, fault.name().toLowerCase(Locale.ROOT), raw);
        }
    }

    /** Why; the words are those of the service for a body it reads itself. */
    enum Fault {
        LINE_TOO_LONG, BAD_CHARACTER, WRONG_NUMBER_OF_FIELDS, UNTERMINATED_QUOTE, TEXT_AFTER_QUOTE, BAD_JSON, NOT_A_JSON_OBJECT
    }
}
