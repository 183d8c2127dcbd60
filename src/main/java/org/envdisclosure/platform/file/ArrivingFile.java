package org.envdisclosure.platform.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.UUID;

/**
 * A file while it is written, under a name nobody reads. It arrives by one rename once its bytes are on disk: whoever opens it meets all
 * of it, also after a loss of power. Unless it arrives, closing removes it; what a process that died left can be told by
 * {@link #SUFFIX}.
 */
public final class ArrivingFile implements Closeable {

    /** Of the names of files on their way. */
    public static final String SUFFIX = ".arriving";

    private final Path path;
    private final FileChannel channel;

    private ArrivingFile(Path path) throws IOException {
        this.path = path;
        this.channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** In {@code folder}, which is made where it is missing, its parents too. */
    public static ArrivingFile in(Path folder, String name) throws IOException {
        makeDurable(folder);
        return new ArrivingFile(folder.resolve(name + "." + UUID.randomUUID() + SUFFIX));
    }

    /** Takes the bytes; not buffered. */
    public OutputStream out() {
        return Channels.newOutputStream(channel);
    }

    /** Where it is meanwhile, for what wants to write to a path. */
    public Path path() {
        return path;
    }

    /** Whether a file was last written before {@code moment}; one that is gone meanwhile was not. */
    public static boolean isOlder(Path file, Instant moment) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(moment);
        } catch (IOException gone) {
            return false;
        }
    }

    /** Puts it where it belongs, in the same folder, in place of what may be there; when this returns it is on disk. */
    public void arriveAs(Path file) throws IOException {
        channel.force(true);
        Files.move(path, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(file.getParent());
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(path);
    }

    private static void makeDurable(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            makeDurable(folder.getParent());
            Files.createDirectories(folder);
            force(folder.getParent());
        }
    }

    /** The name of a file survives a loss of power only when its folder is on disk too. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
