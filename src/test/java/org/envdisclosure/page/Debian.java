package org.envdisclosure.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A machine of that family, where root installs what is missing; elsewhere every answer is no. */
final class Debian {

    private static final Path APT_GET = Path.of("/usr/bin/apt-get");

    private Debian() {
    }

    static boolean installs() {
        return Files.isExecutable(APT_GET) && isRoot();
    }

    /** Whose sandbox of processes Chromium cannot use. */
    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Names of {@code program} are looked up along the PATH. */
    static Optional<Path> program(String program) {
        for (String folder : System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(":")) {
            Path file = Path.of(folder, program);
            if (Files.isExecutable(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /** @throws AssertionError with what apt-get said */
    static void install(String... packages) {
        List<String> command = new ArrayList<>(List.of(APT_GET.toString(), "install", "-yq", "--no-install-recommends"));
        command.addAll(List.of(packages));
        said(APT_GET.toString(), "update", "-q");
        said(command.toArray(String[]::new));
    }

    /** What a command printed, which must end well. */
    static String said(String... command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            Process process = builder.start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", command) + " failed:\n" + said);
            }
            return said;
        } catch (IOException failure) {
            throw new AssertionError(String.join(" ", command), failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", stopping);
        }
    }
}
