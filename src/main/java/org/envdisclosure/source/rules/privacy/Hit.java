package org.envdisclosure.source.rules.privacy;

/**
 * Something personal in a text.
 *
 * @param field which text
 * @param kind  what it seems to be
 * @param from  where it begins in the text as received
 * @param to    where it ends, exclusive
 */
public record Hit(String field, PersonalData kind, int from, int to) {
}
