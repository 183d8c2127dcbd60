package org.envdisclosure.platform.picture;

import java.time.Duration;

/** Settings of a test: one picture decoded at a time, and hardly any patience. */
final class Limits {

    private Limits() {
    }

    static PictureConfig of(int maxBytes, long maxPixels, int receiving) {
        return of(maxBytes, maxPixels, 64 << 20, receiving);
    }

    static PictureConfig of(int maxBytes, long maxPixels, long maxDecodedBytes, int receiving) {
        return new PictureConfig() {
            @Override
            public int maxBytes() {
                return maxBytes;
            }

            @Override
            public long maxPixels() {
                return maxPixels;
            }

            @Override
            public int maxSide() {
                return 16_384;
            }

            @Override
            public long maxDecodedBytes() {
                return maxDecodedBytes;
            }

            @Override
            public int receiving() {
                return receiving;
            }

            @Override
            public int decoding() {
                return 1;
            }

            @Override
            public Duration patience() {
                return Duration.ofMillis(50);
            }

            @Override
            public int thumbnail() {
                return 320;
            }

            @Override
            public int jpegQuality() {
                return 90;
            }
        };
    }
}
