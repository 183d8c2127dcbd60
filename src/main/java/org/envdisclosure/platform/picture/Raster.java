package org.envdisclosure.platform.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;

/** Pixels in memory, always 3 bytes each: red, green, blue, nothing see-through under which something could be hidden. */
final class Raster {

    private Raster() {
    }

    /** The picture as it was seen, painted on white. */
    static BufferedImage upright(BufferedImage stored, int orientation) {
        if (orientation == ExifOrientation.UPRIGHT && stored.getType() == BufferedImage.TYPE_3BYTE_BGR) {
            return stored;
        }
        boolean turned = orientation > 4;
        int width = turned ? stored.getHeight() : stored.getWidth();
        int height = turned ? stored.getWidth() : stored.getHeight();
        BufferedImage upright = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D canvas = upright.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, width, height);
        canvas.drawImage(stored, turn(orientation, stored.getWidth(), stored.getHeight()), null);
        canvas.dispose();
        return upright;
    }

    /** From where a pixel is stored to where it belongs (CIPA DC-008, 4.6.4 A, Orientation). */
    private static AffineTransform turn(int orientation, int w, int h) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
    }

    /** Paints the regions black, in place. */
    static void cover(BufferedImage picture, List<Region> regions) {
        Graphics2D canvas = picture.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        canvas.setColor(Color.BLACK);
        regions.forEach(region -> region.paint(canvas, picture.getWidth(), picture.getHeight()));
        canvas.dispose();
    }

    /** A smaller copy; a picture that fits is given back as it is. Halved step by step, so that no pixel is passed over. */
    static BufferedImage fitting(BufferedImage picture, int longestSide) {
        BufferedImage smaller = picture;
        int longest = Math.max(picture.getWidth(), picture.getHeight());
        while (longest > longestSide) {
            int next = Math.max(longestSide, (longest + 1) / 2);
            double share = next / (double) longest;
            smaller = scaled(smaller, Math.max(1, (int) Math.round(smaller.getWidth() * share)), Math.max(1, (int) Math.round(smaller.getHeight() * share)));
            longest = Math.max(smaller.getWidth(), smaller.getHeight());
        }
        return smaller;
    }

    private static BufferedImage scaled(BufferedImage picture, int width, int height) {
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D canvas = scaled.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawImage(picture, 0, 0, width, height, null);
        canvas.dispose();
        return scaled;
    }
}
