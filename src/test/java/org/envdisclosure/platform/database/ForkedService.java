package org.envdisclosure.platform.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A JVM of its own that holds an embedded database until it is told to end, or is killed. */
final class ForkedService {

    private static final String READY = "ready";

    private final Process process;

    private ForkedService(Process process) {
        this.process = process;
    }

    /** What runs in the other JVM. */
    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedPostgres.start(new EmbeddedOptions(Path.of(arguments[0]), Path.of(arguments[1]), true));
        System.out.println(READY);
        Thread.sleep(TimeUnit.MINUTES.toMillis(10));
    }

    static ForkedService on(Path dataFolder) throws IOException {
        Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-Xmx256m",
                "-cp", System.getProperty("java.class.path"), ForkedService.class.getName(),
                dataFolder.toString(), TestServer.binaries().toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader words = process.inputReader();
        for (String line = words.readLine(); line != null; line = words.readLine()) {
            if (line.equals(READY)) {
                return new ForkedService(process);
            }
        }
        throw new IOException("the other JVM ended before its database was ready");
    }

    long pid() {
        return process.pid();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** @return how long it took to end after TERM, in milliseconds */
    long terminate() throws InterruptedException {
        long begun = System.nanoTime();
        process.destroy();
        process.waitFor();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }
}
