package org.envdisclosure.platform.ingest;

import org.envdisclosure.platform.measure.LocalizedText;

/** The frame around the records is damaged or cut, so no record in it can be trusted: 400. */
public final class BrokenFraming extends UnreadableBody {

    public BrokenFraming(String word, LocalizedText detail) {
        super(word, detail);
    }
}
