package org.envdisclosure.platform.measure;

/**
 * A doubt about one column of one row; on the wire {@code column:reason}.
 *
 * @param column the column's contract name, such as {@code pm25}
 * @param reason why
 */
public record Flag(String column, FlagReason reason) {

    public String wire() {
        return column + ":" + reason.wire();
    }
}
