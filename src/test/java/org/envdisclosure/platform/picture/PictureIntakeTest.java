package org.envdisclosure.platform.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.envdisclosure.platform.picture.TestPictures.SECRET;
import static org.envdisclosure.platform.picture.TestPictures.concat;
import static org.envdisclosure.platform.picture.TestPictures.contains;
import static org.envdisclosure.platform.picture.TestPictures.deepPng;
import static org.envdisclosure.platform.picture.TestPictures.jpeg;
import static org.envdisclosure.platform.picture.TestPictures.jpegSaying;
import static org.envdisclosure.platform.picture.TestPictures.plain;
import static org.envdisclosure.platform.picture.TestPictures.png;
import static org.envdisclosure.platform.picture.TestPictures.pngSaying;
import static org.envdisclosure.platform.picture.TestPictures.quarters;
import static org.envdisclosure.platform.picture.TestPictures.read;
import static org.envdisclosure.platform.picture.TestPictures.withChunk;
import static org.envdisclosure.platform.picture.TestPictures.withExif;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureIntakeTest {

    private static final List<Color> COLORS = List.of(Color.RED, Color.GREEN, Color.BLUE, Color.WHITE, Color.BLACK);
    private static final Region TOP_LEFT = new Region.Rectangle(0, 0, 0.5, 0.5);

    private final PictureIntake intake = new PictureIntake(Limits.of(10 << 20, 20_000_000, 2));

    private PreparedPicture prepared(byte[] file, Region... covered) {
        try {
            return intake.prepare(file, PictureKind.of(file).orElseThrow(), List.of(covered));
        } catch (RefusedPicture refused) {
            throw new AssertionError(refused);
        }
    }

    /** The colours in the middle of the four quarters, row by row. */
    private static List<Color> corners(byte[] file) {
        BufferedImage picture = read(file);
        int w = picture.getWidth();
        int h = picture.getHeight();
        return List.of(nearest(picture.getRGB(w / 4, h / 4)), nearest(picture.getRGB(3 * w / 4, h / 4)), nearest(picture.getRGB(w / 4, 3 * h / 4)),
                nearest(picture.getRGB(3 * w / 4, 3 * h / 4)));
    }

    private static Color nearest(int rgb) {
        Color seen = new Color(rgb);
        return COLORS.stream().min((a, b) -> Integer.compare(distance(a, seen), distance(b, seen))).orElseThrow();
    }

    private static int distance(Color a, Color b) {
        return Math.abs(a.getRed() - b.getRed()) + Math.abs(a.getGreen() - b.getGreen()) + Math.abs(a.getBlue() - b.getBlue());
    }

    @ParameterizedTest(name = "orientation {0}: {1} {2} above {3} {4}, {5} by {6}")
    @CsvSource({"1, R, G, B, W, 64, 48", "2, G, R, W, B, 64, 48", "3, W, B, G, R, 64, 48", "4, B, W, R, G, 64, 48",
        "5, R, B, G, W, 48, 64", "6, B, R, W, G, 48, 64", "7, W, G, B, R, 48, 64", "8, G, W, R, B, 48, 64", "9, R, G, B, W, 64, 48"})
    void a_picture_is_turned_the_way_it_was_seen(int orientation, String topLeft, String topRight, String bottomLeft, String bottomRight, int width, int height) {
        PreparedPicture turned = prepared(withExif(jpeg(quarters(64, 48)), orientation));

        Map<String, Color> names = Map.of("R", Color.RED, "G", Color.GREEN, "B", Color.BLUE, "W", Color.WHITE);
        assertThat(corners(turned.file())).containsExactly(names.get(topLeft), names.get(topRight), names.get(bottomLeft), names.get(bottomRight));
        assertThat(corners(turned.thumbnail())).isEqualTo(corners(turned.file()));
        assertThat(List.of(turned.width(), turned.height())).containsExactly(width, height);
    }

    @Test
    void regions_are_places_in_the_upright_picture_and_black_in_the_thumbnail_too() {
        PreparedPicture covered = prepared(withExif(jpeg(quarters(1280, 960)), 6), TOP_LEFT);

        assertThat(corners(covered.file())).containsExactly(Color.BLACK, Color.RED, Color.WHITE, Color.GREEN);
        assertThat(corners(covered.thumbnail())).containsExactly(Color.BLACK, Color.RED, Color.WHITE, Color.GREEN);
        assertThat(read(covered.thumbnail())).extracting(BufferedImage::getWidth, BufferedImage::getHeight).containsExactly(240, 320);
    }

    @Test
    void every_pixel_a_region_touches_is_black_and_no_other() {
        BufferedImage covered = read(prepared(png(plain(100, 100, 0xFFFFFF)), new Region.Rectangle(0.105, 0.2, 0.2, 0.099),
                new Region.Polygon(List.of(new Region.Polygon.Point(0.6, 0.6), new Region.Polygon.Point(0.9, 0.6), new Region.Polygon.Point(0.9, 0.9)))).file());

        assertThat(List.of(isBlack(covered, 10, 20), isBlack(covered, 30, 29), isBlack(covered, 9, 20), isBlack(covered, 31, 29), isBlack(covered, 10, 30)))
                .containsExactly(true, true, false, false, false);
        assertThat(List.of(isBlack(covered, 80, 65), isBlack(covered, 89, 60), isBlack(covered, 89, 88), isBlack(covered, 65, 85)))
                .containsExactly(true, true, true, false);
    }

    private static boolean isBlack(BufferedImage picture, int x, int y) {
        return (picture.getRGB(x, y) & 0xFFFFFF) == 0;
    }

    @Test
    void nothing_but_pixels_is_left_of_a_jpeg() {
        byte[] received = concat(withExif(jpeg(quarters(64, 48)), 6), "PK<script>".getBytes(StandardCharsets.US_ASCII), SECRET.getBytes(StandardCharsets.US_ASCII));
        assertThat(contains(received, SECRET)).isTrue();

        PreparedPicture kept = prepared(received);

        for (byte[] file : List.of(kept.file(), kept.thumbnail())) {
            assertThat(List.of(contains(file, SECRET), contains(file, "Exif"), contains(file, "script"), contains(file, "\u001e\0\0\0\u0001\0\0\0)\0\0\0"))).containsOnly(false);
        }
        assertThat(kept.kind()).isEqualTo(PictureKind.JPEG);
    }

    @Test
    void nothing_but_pixels_is_left_of_a_png() {
        byte[] text = ("Comment\0" + SECRET).getBytes(StandardCharsets.US_ASCII);
        byte[] received = concat(withChunk(withChunk(png(quarters(64, 48)), "tEXt", text), "eXIf", text), text);

        PreparedPicture kept = prepared(received);

        assertThat(kept.kind()).isEqualTo(PictureKind.PNG);
        assertThat(contains(kept.file(), SECRET) || contains(kept.thumbnail(), SECRET) || contains(kept.file(), "tEXt")).isFalse();
        assertThat(corners(kept.file())).containsExactly(Color.RED, Color.GREEN, Color.BLUE, Color.WHITE);
    }

    @Test
    void what_lies_under_a_see_through_pixel_is_gone() {
        BufferedImage seeThrough = new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB);
        seeThrough.setRGB(3, 3, 0x00_12_34_56);

        BufferedImage kept = read(prepared(png(seeThrough)).file());

        assertThat(kept.getColorModel().hasAlpha()).isFalse();
        assertThat(kept.getRGB(3, 3) & 0xFFFFFF).isEqualTo(0xFFFFFF);
    }

    @Test
    void grey_and_small_pictures_are_taken_as_they_are() {
        BufferedImage grey = new BufferedImage(5, 3, BufferedImage.TYPE_BYTE_GRAY);
        grey.setRGB(2, 1, 0xFFFFFF);

        PreparedPicture kept = prepared(png(grey));

        assertThat(read(kept.file()).getRGB(2, 1) & 0xFFFFFF).isEqualTo(0xFFFFFF);
        assertThat(read(kept.thumbnail()).getWidth()).isEqualTo(5);
    }

    private void refused(byte[] file, String word) {
        assertThatThrownBy(() -> intake.prepare(file, PictureKind.of(file).orElseThrow(), List.of()))
                .isInstanceOf(RefusedPicture.class).hasMessageContaining(word);
    }

    @Test
    void a_file_that_is_cut_or_damaged_is_refused() {
        byte[] jpeg = jpeg(quarters(640, 480));
        byte[] png = png(quarters(640, 480));
        byte[] torn = jpeg.clone();
        Arrays.fill(torn, jpeg.length / 2, jpeg.length - 2, (byte) 0x55);
        byte[] flipped = png.clone();
        flipped[png.length / 2] ^= 1;

        refused(Arrays.copyOf(jpeg, jpeg.length / 2), "cut");
        refused(Arrays.copyOf(jpeg, jpeg.length - 2), "cut");
        refused(Arrays.copyOf(jpeg, 3), "cut");
        refused(concat(Arrays.copyOf(jpeg, jpeg.length / 2), new byte[] {(byte) 0xFF, (byte) 0xD9}), "damaged");
        refused(Arrays.copyOf(png, png.length / 2), "cut");
        refused(Arrays.copyOf(png, png.length - 12), "cut");
        refused(flipped, "damaged");
    }

    @Test
    void a_size_that_would_burst_the_memory_is_refused_before_decoding() {
        refused(pngSaying(30_000, 30_000), "30000 by 30000");
        refused(pngSaying(Integer.MAX_VALUE, Integer.MAX_VALUE), "over the limit of 20000000 pixels");
        refused(jpegSaying(jpeg(quarters(64, 48)), 30_000, 30_000, 3), "30000 by 30000");
        refused(pngSaying(0, 5), "damaged");
    }

    @ParameterizedTest(name = "{0} by {1}, {2} bits, colour type {3}")
    @CsvSource({"5000, 4000, 16, 6, of 8 bytes a pixel", "5000, 4000, 8, 6, of 4 bytes a pixel", "4096, 2049, 16, 6, over the limit of 67108864 bytes decoded",
        "5000, 3000, 16, 2, of 6 bytes a pixel", "5000, 4000, 16, 4, of 4 bytes a pixel", "20000000, 1, 8, 2, over the limit of 16384 pixels a side",
        "1, 16385, 8, 0, over the limit of 16384 pixels a side", "64, 48, 16, 3, damaged", "64, 48, 4, 2, damaged", "64, 48, 8, 5, damaged"})
    void what_its_pixels_would_take_is_known_before_decoding(int width, int height, int depth, int color, String word) {
        refused(pngSaying(width, height, depth, color), word);
    }

    @Test
    void a_colour_marked_as_see_through_takes_a_sample_more() {
        refused(withChunk(pngSaying(5_000, 4_000), "tRNS", new byte[6]), "of 4 bytes a pixel");
    }

    @Test
    void sixteen_bits_of_a_picture_within_bounds_become_eight() {
        byte[] file = deepPng(100, 50, 0x336699);

        PreparedPicture kept = prepared(file);

        assertThat(read(kept.file()).getRGB(40, 20) & 0xFFFFFF).isEqualTo(0x336699);
        assertThat(read(kept.file()).getColorModel().getPixelSize()).isEqualTo(24);
        assertThatCode(() -> within(40_000).prepare(file, PictureKind.PNG, List.of())).doesNotThrowAnyException();
        assertThatThrownBy(() -> within(39_999).prepare(file, PictureKind.PNG, List.of())).hasMessageContaining("over the limit of 39999 bytes decoded");
    }

    private static PictureIntake within(long decodedBytes) {
        return new PictureIntake(Limits.of(10 << 20, 20_000_000, decodedBytes, 2));
    }

    @Test
    void cmyk_is_named() {
        refused(jpegSaying(jpeg(quarters(64, 48)), 64, 48, 4), "CMYK");
    }
}
