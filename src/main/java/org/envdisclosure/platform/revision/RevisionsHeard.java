package org.envdisclosure.platform.revision;

/** Fired when this replica has heard of revisions, of one dataset or of many, or that the database was set back; the board already has them. */
public record RevisionsHeard() {
}
