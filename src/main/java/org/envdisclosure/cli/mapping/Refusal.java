package org.envdisclosure.cli.mapping;

/** A record that the mapping cannot take. The message is the reason word; one is made for every bad row, so there is no stack. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    Refusal(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    /** The same, with the column whose value could not be made in front. */
    Refusal in(String column) {
        return new Refusal(column + ":" + reason());
    }
}
