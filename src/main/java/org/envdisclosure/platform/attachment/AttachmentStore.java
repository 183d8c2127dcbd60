package org.envdisclosure.platform.attachment;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.envdisclosure.platform.file.ArrivingFile;

/**
 * Files by their content, below {@code ENVD_DATA_DIR/attachments}: {@code 3f/3fa1…}. The same bytes are one file. Replicas share the
 * folder; everything that changes it is one rename.
 */
@ApplicationScoped
public class AttachmentStore {

    static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");
    private static final String LEAVING = ".leaving";

    private final Path folder;
    private final AttachmentConfig config;
    private final Clock clock;
    private final MeterRegistry meters;

    AttachmentStore(@ConfigProperty(name = "envd.data-dir", defaultValue = "data") String data, AttachmentConfig config, Clock clock,
                    MeterRegistry meters) {
        this.folder = Path.of(data, "attachments").toAbsolutePath();
        this.config = config;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Keeps the bytes; when this returns they are on disk. What is there already is written anew over itself: its age begins again,
     * and so a removal under way leaves it alone.
     *
     * @return their SHA-256, the name they are kept by
     */
    public String put(byte[] bytes) throws IOException {
        String sha256 = sha256(bytes);
        Path file = path(sha256);
        try (ArrivingFile arriving = ArrivingFile.in(file.getParent(), sha256)) {
            arriving.out().write(bytes);
            arriving.arriveAs(file);
        }
        meters.counter("envd_attachment_written_bytes").increment(bytes.length);
        return sha256;
    }

    /** Where the file is, or would be. */
    Path path(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    /** Whether the whole file is there. */
    public boolean holds(String sha256, long bytes) {
        try {
            return Files.size(path(sha256)) == bytes;
        } catch (IOException missing) {
            return false;
        }
    }

    /**
     * Removes a file unless it is young or named. It is moved aside first: an upload of the same bytes meanwhile writes it anew, and
     * one that came just before is seen by its age.
     *
     * @param isNamed asked once it is aside, so that no row committed before is overlooked
     */
    boolean remove(String sha256, BooleanSupplier isNamed) throws IOException {
        Path file = path(sha256);
        Path leaving = file.resolveSibling(sha256 + LEAVING);
        if (!isOld(file)) {
            return false;
        }
        try {
            Files.move(file, leaving, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException goneAlready) {
            return false;
        }
        boolean goes = false;
        try {
            goes = isOld(leaving) && !isNamed.getAsBoolean();
        } finally {
            // a stop in between leaves it aside; the next sweep decides anew
            if (!goes) {
                putBack(leaving, file);
            }
        }
        return goes && Files.deleteIfExists(leaving);
    }

    private static void putBack(Path leaving, Path file) throws IOException {
        if (Files.exists(leaving)) {
            Files.move(leaving, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** What a process that stopped half-way left: files that never arrived go, files put aside come back to be judged again. */
    void tidy(Path part) throws IOException {
        try (Stream<Path> files = Files.list(part)) {
            for (Path file : files.filter(this::isLeftOver).toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(LEAVING)) {
                    putBack(file, file.resolveSibling(name.substring(0, name.length() - LEAVING.length())));
                } else {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private boolean isLeftOver(Path file) {
        String name = file.getFileName().toString();
        return (name.endsWith(ArrivingFile.SUFFIX) || name.endsWith(LEAVING)) && isOld(file);
    }

    private boolean isOld(Path file) {
        return ArrivingFile.isOlder(file, clock.instant().minus(config.grace()));
    }

    /** The two-letter folders. */
    Stream<Path> parts() throws IOException {
        // a volume may hold folders of its own, such as lost+found
        return Files.isDirectory(folder) ? Files.list(folder).filter(part -> part.getFileName().toString().matches("[0-9a-f]{2}")) : Stream.of();
    }

    /** The name of {@code bytes}. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJreHasIt) {
            throw new IllegalStateException(everyJreHasIt);
        }
    }
}
