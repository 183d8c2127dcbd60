package org.envdisclosure.cli;

import java.io.Console;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What surrounds a command: its streams, its environment, and whether a person is watching.
 *
 * @param out      results, one line per fact; text is UTF-8 unless a terminal says otherwise
 * @param err      problems, rejected rows and the progress bar
 * @param terminal true where a progress bar makes sense
 */
record Shell(InputStream in, PrintWriter out, PrintWriter err, Map<String, String> environment, boolean terminal) {

    static Shell ofThisProcess() {
        Console console = System.console();
        Charset charset = console == null ? StandardCharsets.UTF_8 : readable(console.charset());
        return new Shell(System.in, writer(System.out, charset), writer(System.err, charset), System.getenv(), isTerminal(console));
    }

    private static PrintWriter writer(OutputStream stream, Charset charset) {
        return new PrintWriter(stream, true, charset);
    }

    // a container without a locale says US-ASCII, and every Chinese reason would become question marks
    private static Charset readable(Charset charset) {
        return StandardCharsets.US_ASCII.equals(charset) ? StandardCharsets.UTF_8 : charset;
    }

    // from Java 22 on System.console() is there without a terminal too, and isTerminal() tells
    private static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException beforeJava22) {
            return true;
        }
    }
}
