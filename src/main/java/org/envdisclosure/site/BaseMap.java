package org.envdisclosure.site;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The picture under the points of the map.
 *
 * @param approvalNumber stays on screen, print and PNG wherever the picture is
 */
record BaseMap(byte[] picture, PictureFormat format, Extent extent, String approvalNumber) {

    static final String IMAGE = "ENVD_PAGE_MAP_IMAGE";
    static final String BBOX = "ENVD_PAGE_MAP_BBOX";
    static final String APPROVAL = "ENVD_PAGE_MAP_APPROVAL_NUMBER";

    /** It stays in memory and goes to phones. */
    private static final long LARGEST = 5 * 1024 * 1024;

    /**
     * @return empty where no picture is set
     * @throws ConfigurationException naming what is missing or cannot be used
     */
    static Optional<BaseMap> of(PageConfig.BaseMap config) {
        if (config.image().isEmpty()) {
            config.bbox().ifPresent(alone -> refuseAlone(BBOX));
            config.approvalNumber().ifPresent(alone -> refuseAlone(APPROVAL));
            return Optional.empty();
        }
        String image = config.image().get();
        String approval = approval(config);
        Extent extent = extent(config);
        byte[] picture = read(image);
        PictureFormat format = PictureFormat.of(picture).orElseThrow(() -> new ConfigurationException(
                "%s is '%s', which is neither PNG, JPEG, WebP nor well-formed SVG, whatever its name says.".formatted(IMAGE, image)));
        return Optional.of(new BaseMap(picture, format, extent, approval));
    }

    private static String approval(PageConfig.BaseMap config) {
        String number = config.approvalNumber().filter(text -> !text.isBlank()).orElseThrow(() -> new ConfigurationException(
                "%s is set and %s is not. A map shown to the public bears its approval number (审图号): give it, or leave the picture out.".formatted(IMAGE, APPROVAL)));
        return SetText.sound(APPROVAL, number);
    }

    private static Extent extent(PageConfig.BaseMap config) {
        String bbox = config.bbox().orElseThrow(() -> new ConfigurationException(
                "%s is set and %s is not. Give what the picture shows as minLon,minLat,maxLon,maxLat in degrees.".formatted(IMAGE, BBOX)));
        return Extent.parse(bbox).orElseThrow(() -> new ConfigurationException(
                "%s is '%s'. Give four numbers in degrees, minLon,minLat,maxLon,maxLat, each minimum below its maximum.".formatted(BBOX, bbox)));
    }

    private static void refuseAlone(String setting) {
        throw new ConfigurationException("%s is set and %s is not. They belong to a picture: give it, or leave them out.".formatted(setting, IMAGE));
    }

    private static byte[] read(String image) {
        try {
            Path file = Path.of(image);
            if (!Files.isRegularFile(file)) {
                throw new ConfigurationException("%s is '%s', where no file is (looked for at %s).".formatted(IMAGE, image, file.toAbsolutePath()));
            }
            if (Files.size(file) > LARGEST) {
                throw new ConfigurationException("%s is '%s', which has more than %d bytes. Give a smaller picture: phones load it.".formatted(IMAGE, image, LARGEST));
            }
            return Files.readAllBytes(file);
        } catch (IOException | InvalidPathException unreadable) {
            throw new ConfigurationException("%s is '%s', which cannot be read: %s.".formatted(IMAGE, image, unreadable.getMessage()), unreadable);
        }
    }
}
