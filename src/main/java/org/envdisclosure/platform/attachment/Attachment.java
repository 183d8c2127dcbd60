package org.envdisclosure.platform.attachment;

/**
 * A file as a row names it.
 *
 * @param sha256    of its bytes, 64 hexadecimal digits in lower case
 * @param bytes     its length
 * @param mediaType such as {@code image/jpeg}
 * @param fileName  what a browser saves it as; letters, digits, dots and hyphens
 */
public record Attachment(String sha256, long bytes, String mediaType, String fileName) {
}
