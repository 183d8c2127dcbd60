package org.envdisclosure.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Something to import: a file, or a stream (the standard input, a named pipe) that can be read only once. */
final class Source {

    static final String STANDARD_INPUT = "-";

    private static final int BUFFER_BYTES = 1 << 16;
    private static final byte[] GZIP_MAGIC = {0x1f, (byte) 0x8b};

    private final String argument;
    private final InputStream standardInput;
    private @Nullable Upload opened;

    /** @param argument as on the command line; {@code -} is the standard input */
    Source(String argument, InputStream standardInput) {
        this.argument = argument;
        this.standardInput = standardInput;
    }

    String label() {
        return isStandardInput() ? "stdin" : Printable.line(argument);
    }

    /** What keeps it from being sent, seen before anything is sent. */
    Optional<String> trouble() {
        if (isStandardInput() || Files.isReadable(path()) && !Files.isDirectory(path())) {
            return Optional.empty();
        }
        if (Files.isDirectory(path())) {
            return Optional.of(label() + ": is a directory");
        }
        return Optional.of(FileTrouble.words(path(), Files.exists(path())
                ? new AccessDeniedException(argument)
                : new NoSuchFileException(argument)));
    }

    /** By its name; the standard input has none that would tell. */
    Optional<RowFormat> format() {
        return isStandardInput() ? Optional.empty() : RowFormat.ofFile(argument);
    }

    /** False once bytes were taken from what cannot be read twice. */
    boolean canBeSentAgain() {
        return isFile() || opened == null || opened.bytes().taken() == 0;
    }

    /** From its first byte. Compressed is what is named {@code .gz} or begins as gzip does. */
    Upload open(String contentType) throws IOException {
        if (opened != null && !isFile()) {
            return opened;
        }
        BufferedInputStream bytes = new BufferedInputStream(isStandardInput() ? standardInput : Files.newInputStream(path()), BUFFER_BYTES);
        bytes.mark(GZIP_MAGIC.length);
        boolean gzip = Arrays.equals(bytes.readNBytes(GZIP_MAGIC.length), GZIP_MAGIC) || argument.endsWith(".gz");
        bytes.reset();
        long length = isFile() ? Files.size(path()) : CountedStream.UNKNOWN;
        opened = new Upload(new CountedStream(bytes, length), gzip, contentType);
        return opened;
    }

    /** Closes what was opened, unless it can be read only once and nothing was taken from it yet. */
    void release() throws IOException {
        if (opened != null && (isFile() || !canBeSentAgain())) {
            opened.bytes().close();
        }
    }

    private boolean isStandardInput() {
        return argument.equals(STANDARD_INPUT);
    }

    private boolean isFile() {
        return !isStandardInput() && Files.isRegularFile(path());
    }

    private Path path() {
        return Path.of(argument);
    }
}
