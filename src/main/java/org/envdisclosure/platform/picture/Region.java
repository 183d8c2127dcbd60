package org.envdisclosure.platform.picture;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.List;

/** A part of a picture that is painted over. Coordinates are shares of the width and height of the upright picture, 0 to 1, from its top left. */
public sealed interface Region {

    /** Paints every pixel the region touches. */
    void paint(Graphics2D on, int width, int height);

    /** An upright rectangle. */
    record Rectangle(double x, double y, double width, double height) implements Region {

        @Override
        public void paint(Graphics2D on, int pictureWidth, int pictureHeight) {
            int left = (int) Math.floor(x * pictureWidth);
            int top = (int) Math.floor(y * pictureHeight);
            int right = (int) Math.ceil((x + width) * pictureWidth);
            int bottom = (int) Math.ceil((y + height) * pictureHeight);
            on.fillRect(left, top, right - left, bottom - top);
        }
    }

    /** The inside of a closed line through the points. */
    record Polygon(List<Point> points) implements Region {

        /** One corner. */
        public record Point(double x, double y) {
        }

        @Override
        public void paint(Graphics2D on, int width, int height) {
            Path2D outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
            for (Point point : points) {
                if (outline.getCurrentPoint() == null) {
                    outline.moveTo(point.x * width, point.y * height);
                } else {
                    outline.lineTo(point.x * width, point.y * height);
                }
            }
            outline.closePath();
            on.fill(outline);
            // a pixel is filled when its middle lies inside; the line takes those the edge only cuts
            on.setStroke(new BasicStroke(2));
            on.draw(outline);
        }
    }
}
