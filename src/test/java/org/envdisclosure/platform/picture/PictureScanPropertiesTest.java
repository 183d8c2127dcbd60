package org.envdisclosure.platform.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever is thrown at the scanners: an answer or a refusal, never anything else, and never more bytes than came. */
class PictureScanPropertiesTest {

    private static final List<byte[]> GOOD = List.of(TestPictures.withExif(TestPictures.jpeg(TestPictures.quarters(64, 48)), 6),
            TestPictures.withChunk(TestPictures.png(TestPictures.quarters(64, 48)), "tEXt", new byte[20]));

    @Property(tries = 3_000)
    void a_damaged_file_is_read_or_refused(@ForAll @IntRange(max = 1) int which, @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int changes) {
        byte[] file = GOOD.get(which).clone();
        Random random = new Random(seed);
        for (int i = 0; i < changes; i++) {
            file[8 + random.nextInt(file.length - 8)] = (byte) random.nextInt(256);
        }
        if (random.nextBoolean()) {
            file = Arrays.copyOf(file, 8 + random.nextInt(file.length - 8));
        }

        judged(file, which == 0 ? PictureKind.JPEG : PictureKind.PNG);
    }

    @Property(tries = 2_000)
    void noise_behind_an_opening_is_read_or_refused(@ForAll @IntRange(max = 1) int which, @ForAll byte[] noise) {
        judged(TestPictures.concat(Arrays.copyOf(GOOD.get(which), 8), noise), which == 0 ? PictureKind.JPEG : PictureKind.PNG);
    }

    @Property(tries = 3_000)
    void any_exif_says_one_to_eight(@ForAll byte[] noise, @ForAll boolean bigEndian) {
        byte[] tiff = TestPictures.concat(bigEndian ? new byte[] {'M', 'M', 0, 42} : new byte[] {'I', 'I', 42, 0}, noise);

        assertThat(ExifOrientation.of(tiff, 0, tiff.length)).isBetween(1, 8);
        assertThat(ExifOrientation.of(noise, 0, noise.length)).isBetween(1, 8);
    }

    private static void judged(byte[] file, PictureKind kind) {
        try {
            ScannedPicture scanned = ScannedPicture.of(file, kind);
            assertThat(scanned.width()).isPositive();
            assertThat(scanned.height()).isPositive();
            assertThat(scanned.orientation()).isBetween(1, 8);
            // each JFIF segment may be replaced by the plain one
            assertThat(scanned.essence().length).isLessThanOrEqualTo(3 * file.length);
        } catch (RefusedPicture refused) {
            assertThat(refused.detail().zh()).isNotEmpty();
        }
    }
}
