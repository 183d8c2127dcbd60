package org.envdisclosure.platform.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The server process that a cluster's {@code postmaster.pid} names: it may be alive, long dead, or its number may belong to a
 * stranger by now (after a reboot, or in a new container, where numbers start from 1 again).
 */
record Postmaster(Path cluster, long pid) {

    private static final String FILE = "postmaster.pid";

    static Optional<Postmaster> recordedIn(Path cluster) throws IOException {
        try {
            List<String> lines = Files.readAllLines(cluster.resolve(FILE), UTF_8);
            return lines.isEmpty() || !lines.get(0).strip().matches("-?\\d{1,10}") ? Optional.empty()
                    : Optional.of(new Postmaster(cluster, Math.abs(Long.parseLong(lines.get(0).strip()))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Whether the process is a PostgreSQL server of this very folder; only then may it be sent a signal. */
    boolean isServing() {
        return process().map(ProcessHandle::info).filter(this::isPostgres).filter(this::worksInCluster).isPresent();
    }

    /** Whether some process has the number, be it the server or a stranger. */
    boolean numberIsTaken() {
        return process().isPresent();
    }

    /**
     * Makes PostgreSQL see that the file is old when its number belongs to a stranger: it would refuse to start otherwise.
     * Our own number, that of the new server's grandparent, is one it knows to be none of a server. Deleting the file
     * would also lose the key in it, by which PostgreSQL finds sessions of the dead server that are still at work.
     */
    void disown() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(cluster.resolve(FILE), UTF_8));
        lines.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(cluster.resolve(FILE), lines, UTF_8);
    }

    private Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    }

    private boolean isPostgres(ProcessHandle.Info info) {
        return info.command().map(command -> Path.of(command).getFileName().toString())
                .filter(name -> name.startsWith("postgres")).isPresent();
    }

    /** Windows does not tell the arguments; there the name of the program has to do. */
    private boolean worksInCluster(ProcessHandle.Info info) {
        return info.arguments().map(arguments -> List.of(arguments).contains(cluster.toString())).orElse(true);
    }
}
