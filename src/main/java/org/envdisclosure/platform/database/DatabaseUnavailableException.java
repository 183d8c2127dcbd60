package org.envdisclosure.platform.database;

import org.jspecify.annotations.Nullable;

/** The embedded database could not be started; the message is for the operator and says what to do. */
public final class DatabaseUnavailableException extends RuntimeException {

    DatabaseUnavailableException(String message) {
        this(message, null);
    }

    DatabaseUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
