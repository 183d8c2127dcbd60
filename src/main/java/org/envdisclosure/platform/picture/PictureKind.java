package org.envdisclosure.platform.picture;

import java.util.Arrays;
import java.util.Optional;

/** What a picture is written as, told by its first bytes and by nothing anybody says of it. */
public enum PictureKind {
    /** ISO/IEC 10918-1. */
    JPEG("image/jpeg", "jpg", 0xFF, 0xD8, 0xFF),
    /** ISO/IEC 15948. */
    PNG("image/png", "png", 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n');

    private final String mediaType;
    private final String extension;
    private final int[] opening;

    PictureKind(String mediaType, String extension, int... opening) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.opening = opening;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Of a file name, without the dot. */
    public String extension() {
        return extension;
    }

    /** Empty for whatever is neither. */
    public static Optional<PictureKind> of(byte[] content) {
        return Arrays.stream(values()).filter(kind -> kind.opens(content)).findFirst();
    }

    /** @param mediaType without parameters, in lower case */
    public static Optional<PictureKind> ofMediaType(String mediaType) {
        return Arrays.stream(values()).filter(kind -> kind.mediaType.equals(mediaType)).findFirst();
    }

    private boolean opens(byte[] content) {
        if (content.length < opening.length) {
            return false;
        }
        for (int i = 0; i < opening.length; i++) {
            if ((content[i] & 0xFF) != opening[i]) {
                return false;
            }
        }
        return true;
    }
}
