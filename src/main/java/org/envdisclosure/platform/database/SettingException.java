package org.envdisclosure.platform.database;

/** A setting the service cannot start with; the message is for the operator and holds no password. Nothing has been started. */
public final class SettingException extends RuntimeException {

    SettingException(String message) {
        super(message);
    }
}
