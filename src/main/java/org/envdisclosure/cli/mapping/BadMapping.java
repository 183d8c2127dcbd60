package org.envdisclosure.cli.mapping;

/** A mapping file that cannot be meant; the message begins with the JSON pointer of the place. */
public final class BadMapping extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param pointer RFC 6901; empty for the file as a whole */
    public BadMapping(String pointer, String sentence) {
        super(pointer.isEmpty() ? sentence : pointer + ": " + sentence);
    }
}
