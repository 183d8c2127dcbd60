package org.envdisclosure.platform.archive;

/**
 * A file that has arrived.
 *
 * @param file its name
 */
record WrittenFile(ArchiveFormat format, String file, long rows, long bytes, String sha256) {
}
