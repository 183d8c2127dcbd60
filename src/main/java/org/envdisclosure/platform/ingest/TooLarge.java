package org.envdisclosure.platform.ingest;

import org.envdisclosure.platform.measure.LocalizedText;

/** The body is larger than the service takes, as sent or once decompressed: 413. */
public final class TooLarge extends UnreadableBody {

    TooLarge(String word, LocalizedText detail) {
        super(word, detail);
    }
}
