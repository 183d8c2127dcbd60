package org.envdisclosure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.envdisclosure.platform.database.TestCluster;

/**
 * The packaged jar as a process of its own: its working folder is the test's, its port the system's choice. Whatever becomes of
 * the test, {@link #close} leaves neither the service nor its database behind.
 */
public final class RunningService implements AutoCloseable {

    /** From pressing the button to the first answer, on a machine with other things to do. */
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://127\\.0\\.0\\.1:\\d+)");

    private final Path folder;
    private final Path log;
    private final Process process;
    private final Thread atExit = new Thread(this::stopAll);
    private URI base = URI.create("http://127.0.0.1");

    private RunningService(Path folder, Path log, Process process) {
        this.folder = folder;
        this.log = log;
        this.process = process;
    }

    /**
     * Starts it as it is after a download, and waits until it is ready.
     *
     * @param folder   its working folder, with {@code data} in it
     * @param settings environment variables
     */
    public static RunningService in(Path folder, Map<String, String> settings) throws IOException, InterruptedException {
        Path log = Files.createTempFile(folder, "service-", ".log");
        ProcessBuilder builder = PackagedJar.process(folder).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(Map.of("QUARKUS_HTTP_HOST", "127.0.0.1", "QUARKUS_HTTP_PORT", "0"));
        builder.environment().putAll(settings);
        RunningService service = new RunningService(folder, log, builder.start());
        Runtime.getRuntime().addShutdownHook(service.atExit);
        try {
            service.awaitReady();
            return service;
        } catch (IOException | InterruptedException | RuntimeException | Error failure) {
            service.close();
            throw failure;
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        long limit = System.nanoTime() + START.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > limit) {
                throw new AssertionError("the service did not start:\n" + Files.readString(log));
            }
            Thread.sleep(50);
        }
    }

    private boolean isReady() throws IOException {
        Matcher listening = LISTENING.matcher(Files.readString(log));
        if (!listening.find()) {
            return false;
        }
        base = URI.create(listening.group(1));
        return client().answer("/q/health/ready").statusCode() == 200;
    }

    /** With address and port, without a path. */
    public URI base() {
        return base;
    }

    /** The administrator's, which the service made and wrote down at its first start. */
    String adminKey() {
        try {
            return Files.readString(keyFile()).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path keyFile() {
        return folder.resolve("data/admin.key");
    }

    /** With the administrator's key. */
    public ServiceClient client() {
        return new ServiceClient(base.toString(), adminKey());
    }

    TestCluster database() {
        return TestCluster.in(folder.resolve("data"));
    }

    /** A command of the jar against this service, until it ends. */
    PackagedJar.Ended run(String command, String... arguments) throws IOException, InterruptedException {
        return PackagedJar.ended(started(command, arguments));
    }

    /** A command of the jar against this service, while it runs. */
    PackagedJar.Started started(String command, String... arguments) throws IOException {
        return PackagedJar.start(folder, command, base, keyFile(), arguments);
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** @return how long service and database took to end after TERM */
    Duration terminate() throws IOException, InterruptedException {
        Optional<ProcessHandle> server = database().server();
        long begun = System.nanoTime();
        process.destroy();
        process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS);
        while (process.isAlive() || server.filter(ProcessHandle::isAlive).isPresent()) {
            if (System.nanoTime() - begun > STOP.toNanos()) {
                throw new AssertionError("still running after " + STOP + ":\n" + log());
            }
            Thread.sleep(20);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** {@code kill -9} of the service alone: its database is left behind. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        stopAll();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private void stopAll() {
        try {
            process.destroy();
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            if (Files.isDirectory(folder.resolve("data"))) {
                database().server().ifPresent(RunningService::end);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Its sessions end by themselves when they see it gone, before the folder is cleared away. */
    private static void end(ProcessHandle server) {
        server.destroyForcibly();
        server.onExit().orTimeout(STOP.toSeconds(), TimeUnit.SECONDS).join();
    }
}
