package org.envdisclosure.platform.export;

import io.quarkus.logging.Log;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * How much downloads step back on the processor for everything else, as Linux counts it (nice): they take all that nobody wants, and
 * little of what somebody does. Where that cannot be had, they run like everything else.
 *
 * @param level 0 for like everything else, to 19
 */
record Niceness(int level) {

    private static final Path THIS_THREAD = Path.of("/proc/thread-self");
    private static final int SECONDS_TO_SAY_SO = 2;

    /** For as long as the calling thread lives. */
    void ofThisThread() {
        if (level > 0 && Files.isSymbolicLink(THIS_THREAD)) {
            try {
                of(Long.parseLong(Files.readSymbolicLink(THIS_THREAD).getFileName().toString()));
            } catch (IOException unknown) {
                Log.debugf("a download's thread is not known to the system: %s", unknown.getMessage());
            }
        }
    }

    /** For as long as it lives. On Linux a thread has a number as a process has, and a share of the processor of its own. */
    void of(long process) {
        if (level <= 0) {
            return;
        }
        try {
            Process renice = new ProcessBuilder("renice", "-n", String.valueOf(level), "-p", String.valueOf(process))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            renice.waitFor(SECONDS_TO_SAY_SO, TimeUnit.SECONDS);
        } catch (IOException absent) {
            Log.debugf("downloads run like everything else: %s", absent.getMessage());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
