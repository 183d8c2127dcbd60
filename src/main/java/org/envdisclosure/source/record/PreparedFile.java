package org.envdisclosure.source.record;

/**
 * What is kept of a file.
 *
 * @param bytes    without metadata and without anything that runs
 * @param text     what can be read in it; empty for a picture
 * @param readable whether the text is all there is to see; else somebody has to look
 */
@SuppressWarnings("ArrayRecordComponent")
record PreparedFile(byte[] bytes, String text, boolean readable) {
}
