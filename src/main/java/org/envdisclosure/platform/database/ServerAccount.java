package org.envdisclosure.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * As whom the server's programs run. PostgreSQL refuses to be root, so a service that is root steps down for them:
 * first choice is {@code unshare -U}, a user namespace without a mapping, in which the programs are nobody in particular and
 * have no privilege, while every file still belongs to root and no path on the way needs opening to others. Where namespaces
 * are forbidden (a container's default profile) {@code setpriv} takes the account {@code postgres} or {@code nobody}, and
 * the folders become its own. Both replace themselves by the program, so that no process stands between it and us.
 *
 * @param prefix what stands before every command; empty for an ordinary user
 * @param owner  whose the server's folders must be; empty when whatever we make is right
 */
record ServerAccount(List<String> prefix, Optional<Owner> owner) {

    private static final Path ACCOUNTS = Path.of("/etc/passwd");

    record Owner(int uid, int gid) {
    }

    static ServerAccount ofThisProcess() {
        if (!ProcessHandle.current().info().user().equals(Optional.of("root"))) {
            return new ServerAccount(List.of(), Optional.empty());
        }
        if (works("unshare", "-U", "true")) {
            return new ServerAccount(List.of("unshare", "-U"), Optional.of(new Owner(0, 0)));
        }
        return Stream.of("postgres", "nobody").flatMap(name -> account(name).stream()).map(ServerAccount::steppingDownTo)
                .filter(account -> works(Stream.concat(account.prefix.stream(), Stream.of("true")).toArray(String[]::new)))
                .findFirst()
                .orElseThrow(() -> new DatabaseUnavailableException("The embedded PostgreSQL does not run as root, and neither"
                        + " 'unshare -U' nor 'setpriv' works here. Start the service as an ordinary user, or name a database"
                        + " with " + DatabaseSettings.URL + "."));
    }

    static ServerAccount steppingDownTo(Owner owner) {
        return new ServerAccount(
                List.of("setpriv", "--reuid=" + owner.uid, "--regid=" + owner.gid, "--clear-groups"), Optional.of(owner));
    }

    /** Hands a folder and all in it to the server's account, where it is not its own yet. */
    void own(Path folder) throws IOException {
        if (owner.isPresent() && (int) Files.getAttribute(folder, "unix:uid") != owner.get().uid) {
            try (Stream<Path> tree = Files.walk(folder)) {
                for (Path path : (Iterable<Path>) tree::iterator) {
                    Files.setAttribute(path, "unix:gid", owner.get().gid);
                    Files.setAttribute(path, "unix:uid", owner.get().uid);
                }
            }
        }
    }

    private static Optional<Owner> account(String name) {
        try (Stream<String> lines = Files.lines(ACCOUNTS)) {
            return lines.map(line -> line.split(":")).filter(fields -> fields.length > 3 && fields[0].equals(name))
                    .map(fields -> new Owner(Integer.parseInt(fields[2]), Integer.parseInt(fields[3]))).findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean works(String... command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
