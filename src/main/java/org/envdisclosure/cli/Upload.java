package org.envdisclosure.cli;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A body on its way.
 *
 * @param length bytes, or {@link CountedStream#UNKNOWN}: then it is sent in chunks
 * @param gzip   the bytes are compressed already and go as they are
 */
record Upload(CountedStream bytes, long length, boolean gzip, String contentType) {

    /** Reads as the connection takes; gives the stream out once, as a second reader would find its beginning missing. */
    BodyPublisher body() {
        if (length == 0) {
            return BodyPublishers.noBody();
        }
        AtomicBoolean given = new AtomicBoolean();
        BodyPublisher chunks = BodyPublishers.ofInputStream(() -> given.getAndSet(true) ? null : bytes);
        return length != CountedStream.UNKNOWN ? BodyPublishers.fromPublisher(chunks, length) : chunks;
    }
}
