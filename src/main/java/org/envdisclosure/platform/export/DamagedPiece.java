package org.envdisclosure.platform.export;

import java.io.IOException;

/** A piece does not hold what was written; an answer that has some of it already must be cut. */
final class DamagedPiece extends IOException {

    DamagedPiece(String message) {
        super(message);
    }
}
