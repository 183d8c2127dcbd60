package org.envdisclosure.cli;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One call of the command line in this process, with what it printed. */
record Run(int exitCode, String out, String err) {

    static final String KEY = "k-secret-31";

    List<String> outLines() {
        return out.lines().toList();
    }

    List<String> errLines() {
        return err.lines().toList();
    }

    static Run of(String... args) {
        return with(new ByteArrayInputStream(new byte[0]), Map.of(), args);
    }

    /** {@code import --dataset air-hourly} with a key, at {@code server}. */
    static Run imports(RemoteService server, String... more) {
        return imports(server.url(), new ByteArrayInputStream(new byte[0]), more);
    }

    static Run imports(String url, InputStream in, String... more) {
        Stream<String> first = Stream.of("import", "--dataset", "air-hourly", "--server", url);
        return with(in, Map.of("ENVD_API_KEY", KEY), Stream.concat(first, Stream.of(more)).toArray(String[]::new));
    }

    static Run with(InputStream in, Map<String, String> environment, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Shell shell = new Shell(in, new PrintWriter(out, true), new PrintWriter(err, true), environment, false);
        int exitCode = CommandLineEntry.run(args, shell);
        return new Run(exitCode, out.toString(), err.toString());
    }
}
