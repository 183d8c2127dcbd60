package org.envdisclosure.platform.export;

import java.io.IOException;

/** Bytes could not be handed on any more, for the reason in {@link #ending()}. Carries no stack trace: it is no fault of ours. */
final class ExportCut extends IOException {

    private final Ending ending;

    ExportCut(Ending ending) {
        super(ending.wire());
        this.ending = ending;
    }

    Ending ending() {
        return ending;
    }

    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
