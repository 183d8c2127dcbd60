package org.envdisclosure.platform.database;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** One service per data folder. The operating system frees the lock when its holder dies, however it dies. */
final class FolderLock implements AutoCloseable {

    private static final String FILE = "service.lock";
    /** Beyond the text: Windows lets nobody read a locked range, and the second service wants to name the first. */
    private static final long LOCKED_BYTE = Integer.MAX_VALUE;

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws DatabaseUnavailableException when another service holds the folder, or the folder cannot be written */
    static FolderLock take(Path dataFolder) {
        Path file = dataFolder.resolve(FILE);
        try {
            FileChannel channel = FileChannel.open(file,
                    StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (locked(channel) == null) {
                channel.close();
                throw new DatabaseUnavailableException("The data folder " + dataFolder + " is in use by another service (process "
                        + Files.readString(file, US_ASCII).strip() + "). Stop that one, or give this one another folder with "
                        + DatabaseSettings.DATA_FOLDER + ".");
            }
            channel.truncate(0).write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(US_ASCII)), 0);
            return new FolderLock(channel);
        } catch (IOException e) {
            throw new DatabaseUnavailableException("The data folder " + dataFolder + " cannot be used: " + e
                    + ". It must be writable by the user the service runs as.", e);
        }
    }

    private static @Nullable FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException e) {
            return null;   // this very process holds it
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // the lock goes with the process at the latest
        }
    }
}
