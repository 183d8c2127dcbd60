package org.envdisclosure.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Java's file exceptions carry the bare path as their message; these are the words an operator needs. */
final class FileTrouble {

    private FileTrouble() {
    }

    /** {@code data.csv: no such file}. */
    static String words(Path file, IOException trouble) {
        return Printable.line(file.toString()) + ": " + words(trouble);
    }

    static String words(IOException trouble) {
        if (trouble instanceof NoSuchFileException) {
            return "no such file";
        }
        if (trouble instanceof AccessDeniedException) {
            return "may not be read or written by this user";
        }
        return Printable.line(trouble.getMessage() == null ? trouble.toString() : trouble.getMessage());
    }
}
