package org.envdisclosure.platform.picture;

/**
 * A picture whose structure was read from end to end without decoding a pixel.
 *
 * @param width       as stored, before it is turned
 * @param depth       bytes a pixel takes once it is decoded, as the JDK's readers lay it out
 * @param orientation EXIF 1 to 8; 1 where nothing is said
 * @param essence     the file without everything the pixels do not need: no EXIF, XMP, profiles, comments, texts, previews, nothing
 *                    behind its end
 */
record ScannedPicture(PictureKind kind, int width, int height, int depth, int orientation, byte[] essence) {

    long pixels() {
        return (long) width * height;
    }

    /** What the pixels take in memory. */
    long decodedBytes() {
        // two sides of 2^31 - 1 times 8 bytes do not fit
        return pixels() > Long.MAX_VALUE / depth ? Long.MAX_VALUE : pixels() * depth;
    }

    int longestSide() {
        return Math.max(width, height);
    }

    /** @throws RefusedPicture unless it is whole and of a supported kind; never looks beyond the bytes given */
    static ScannedPicture of(byte[] file, PictureKind kind) throws RefusedPicture {
        return switch (kind) {
            case JPEG -> new JpegScan(file).scan();
            case PNG -> new PngScan(file).scan();
        };
    }
}
