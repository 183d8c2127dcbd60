package org.envdisclosure.platform.picture;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of pictures taken in. */
@ConfigMapping(prefix = "envd.pictures")
public interface PictureConfig {

    /** Largest file in bytes, 10 MiB: what a camera of 12 million pixels writes at its best quality. */
    @WithDefault("10485760")
    int maxBytes();

    /** Most pixels, looked up before anything is decoded: 60 MB once they are 8 bits of RGB. */
    @WithDefault("20000000")
    long maxPixels();

    /** Longest side in pixels, looked up with them: no camera takes a picture of 20 000 000 by 1. */
    @WithDefault("16384")
    int maxSide();

    /**
     * Most bytes the pixels take as they are decoded, 64 MiB, looked up with them: 1 to 8 a pixel, 3 of a JPEG and of 8 bits of RGB, 8 of
     * a PNG with 16 bits of RGB and transparency, which may thus have 8.3 million pixels.
     */
    @WithDefault("67108864")
    long maxDecodedBytes();

    /** Pictures held in memory while they arrive or wait: 8 of them are 80 MB. */
    @WithDefault("8")
    int receiving();

    /** Pictures decoded at the same time; each takes a core and up to 150 MB: as it is decoded, as it is kept, and its files. */
    @WithDefault("2")
    int decoding();

    /** How long a picture waits to be decoded before it is told to come again. */
    @WithDefault("10s")
    Duration patience();

    /** Longest side of a thumbnail in pixels. */
    @WithDefault("320")
    int thumbnail();

    /** Percent; at 90 nobody sees that the picture was written anew. */
    @WithDefault("90")
    int jpegQuality();
}
