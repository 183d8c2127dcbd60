package org.envdisclosure.platform.measure;

/**
 * One text in the two languages the service speaks.
 *
 * @param zh simplified Chinese
 * @param en English
 */
public record LocalizedText(String zh, String en) {

    public static LocalizedText of(String zh, String en) {
        return new LocalizedText(zh, en);
    }
}
