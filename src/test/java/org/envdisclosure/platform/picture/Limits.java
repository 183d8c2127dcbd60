package org.envdisclosure.platform.picture;

import java.time.Duration;

/** Settings of a test: one picture decoded at a time, and hardly any patience. */
final class Limits {

    private Limits() {
    }

    static PictureConfig of(int maxBytes, long maxPixels, int receiving) {
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
