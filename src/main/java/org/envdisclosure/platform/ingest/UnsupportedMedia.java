package org.envdisclosure.platform.ingest;

import org.envdisclosure.platform.measure.LocalizedText;

/** The body's media type, character set or content coding is none the service reads: 415. */
public final class UnsupportedMedia extends UnreadableBody {

    UnsupportedMedia(String word, LocalizedText detail) {
        super(word, detail);
    }
}
