package org.envdisclosure.platform.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs initdb, pg_ctl and postgres. Their words go to files, never to a pipe: the server outlives the command that starts it,
 * and may outlive us.
 */
final class PostgresPrograms {

    private final Path home;
    private final ServerAccount account;
    private final Path logs;

    PostgresPrograms(Path home, ServerAccount account, Path logs) {
        this.home = home;
        this.account = account;
        this.logs = logs;
    }

    Path home() {
        return home;
    }

    ServerAccount account() {
        return account;
    }

    /** Of the programs, as in the name of the cluster's folder. */
    int majorVersion() {
        Path output = logs.resolve("postgresql-version.log");
        run(output, Duration.ofSeconds(30), "postgres", "--version");
        String version = read(output).replaceAll(".*\\(PostgreSQL\\) (\\d+)[^$]*", "$1").strip();
        return Integer.parseInt(version);
    }

    void run(Path output, Duration limit, String program, String... arguments) {
        int exit = exitCode(output, limit, program, arguments);
        if (exit != 0) {
            throw new DatabaseUnavailableException(program + " ended with " + exit + ":\n" + read(output).strip());
        }
    }

    int exitCode(Path output, Duration limit, String program, String... arguments) {
        List<String> command = new ArrayList<>(account.prefix());
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        settle(builder.environment());
        try {
            Process process = builder.start();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new DatabaseUnavailableException(program + " did not end within " + limit.toSeconds() + " s:\n"
                        + read(output).strip());
            }
            return process.exitValue();
        } catch (IOException e) {
            throw new DatabaseUnavailableException(program + " cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailableException("interrupted while " + program + " was running", e);
        }
    }

    /** An operator's own PGPORT, PGDATA or locale must not reach our server. */
    private static void settle(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_") || name.equals("LANG"));
        environment.put("LC_ALL", "C");
    }

    private static String read(Path output) {
        try {
            return Files.exists(output) ? new String(Files.readAllBytes(output), UTF_8) : "";
        } catch (IOException e) {
            return "(" + output + " cannot be read: " + e.getMessage() + ")";
        }
    }
}
