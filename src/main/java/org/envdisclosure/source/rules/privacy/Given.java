package org.envdisclosure.source.rules.privacy;

/**
 * One field of a row as received.
 *
 * @param field    its name
 * @param declared what may become of it
 * @param text     as received; the entries of a list one a line
 */
public record Given(String field, FieldClass declared, String text) {
}
