package org.envdisclosure;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The jar that the build has packaged, run as its users run it. */
final class PackagedJar {

    private static final Path JAR = Path.of(System.getProperty("packaged.jar", "target/quarkus-app/quarkus-run.jar")).toAbsolutePath();
    private static final int MINUTES_FOR_A_COMMAND = 5;

    private PackagedJar() {
    }

    /** A command under way; what it says goes to the two files. */
    record Started(Process process, Path out, Path err) {
    }

    /** A command that has ended. */
    record Ended(int exitCode, String out, String err) {

        /** One for each file that the service has answered with a receipt, in the order of the files. */
        List<Receipt> receipts() {
            return out.lines().map(Receipt::of).toList();
        }
    }

    /** The counts of one line of the import command. */
    record Receipt(long received, long inserted, long unchanged, long corrected, long rejected) {

        private static final Pattern COUNTS = Pattern.compile(
                ": received=(\\d+) inserted=(\\d+) unchanged=(\\d+) corrected=(\\d+) rejected=(\\d+) batch=");

        private static Receipt of(String line) {
            Matcher counts = COUNTS.matcher(line);
            if (!counts.find()) {
                throw new AssertionError("no receipt: " + line);
            }
            long[] n = IntStream.rangeClosed(1, counts.groupCount()).mapToObj(counts::group).mapToLong(Long::parseLong).toArray();
            return new Receipt(n[0], n[1], n[2], n[3], n[4]);
        }

        static Receipt sum(List<Receipt> receipts) {
            return receipts.stream().reduce(new Receipt(0, 0, 0, 0, 0), Receipt::plus);
        }

        private Receipt plus(Receipt other) {
            return new Receipt(received + other.received, inserted + other.inserted, unchanged + other.unchanged,
                    corrected + other.corrected, rejected + other.rejected);
        }

        /** Every row has exactly one verdict. */
        boolean addsUp() {
            return received == inserted + unchanged + corrected + rejected;
        }
    }

    /** Java on the jar, in {@code folder}, without a setting of whoever runs the tests. */
    static ProcessBuilder process(Path folder, String... arguments) {
        if (!Files.isRegularFile(JAR)) {
            throw new AssertionError(JAR + " is not there; ./mvnw verify packages it before these tests");
        }
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g", "-jar", JAR.toString()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("ENVD_") || name.startsWith("QUARKUS_"));
        return builder;
    }

    static Started start(Path folder, String command, URI server, Path keyFile, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of(command, "--server", server.toString(), "--key-file", keyFile.toString()));
        all.addAll(Arrays.asList(arguments));
        Path out = Files.createTempFile(folder, command + "-", ".out");
        Path err = Files.createTempFile(folder, command + "-", ".err");
        return new Started(process(folder, all.toArray(String[]::new)).redirectOutput(out.toFile()).redirectError(err.toFile()).start(), out, err);
    }

    static Ended ended(Started command) throws IOException, InterruptedException {
        if (!command.process().waitFor(MINUTES_FOR_A_COMMAND, TimeUnit.MINUTES)) {
            command.process().destroyForcibly().waitFor();
            throw new AssertionError("the command did not end:\n" + Files.readString(command.err()));
        }
        return new Ended(command.process().exitValue(), Files.readString(command.out()), Files.readString(command.err()));
    }
}
