package org.envdisclosure.platform.picture;

/**
 * A picture as it is kept: upright, painted over, nothing in its files but pixels.
 *
 * @param file      written as {@code kind}
 * @param thumbnail JPEG
 */
@SuppressWarnings("ArrayRecordComponent")
public record PreparedPicture(PictureKind kind, int width, int height, byte[] file, byte[] thumbnail) {
}
