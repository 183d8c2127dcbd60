package org.envdisclosure.cli.mapping;

/**
 * Records that are not wanted.
 *
 * @param reason a word for the list of rejected rows
 */
record RejectRule(Condition when, String reason) {
}
