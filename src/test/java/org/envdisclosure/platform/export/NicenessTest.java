package org.envdisclosure.platform.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NicenessTest {

    /** proc(5), counted behind the name, which may hold anything but a closing bracket. */
    private static final int NICE = 16;

    @BeforeEach
    void on_linux() {
        assumeTrue(Files.isSymbolicLink(Path.of("/proc/thread-self")) && Files.isExecutable(Path.of("/usr/bin/renice")), "Linux with renice");
    }

    private static int nice(String path) {
        try {
            String stat = Files.readString(Path.of(path));
            return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[NICE]);
        } catch (IOException e) {
            throw new AssertionError(path, e);
        }
    }

    private static int niceOfThisThread() {
        return nice("/proc/thread-self/stat");
    }

    @Test
    void the_threads_of_the_lane_step_back_and_no_other() throws Exception {
        int before = niceOfThisThread();
        LaneThreads threads = new LaneThreads(2, new Niceness(7));
        CompletableFuture<Integer> aside = new CompletableFuture<>();

        assertThat(threads.places().submit(NicenessTest::niceOfThisThread).get(10, TimeUnit.SECONDS)).isEqualTo(before + 7);
        threads.aside(() -> aside.complete(niceOfThisThread()));
        assertThat(aside.get(10, TimeUnit.SECONDS)).isEqualTo(before);
        assertThat(niceOfThisThread()).isEqualTo(before);
        threads.stop();
    }

    @Test
    void zero_leaves_things_as_they_are() throws Exception {
        ExecutorService places = new LaneThreads(1, new Niceness(0)).places();

        assertThat(places.submit(NicenessTest::niceOfThisThread).get(10, TimeUnit.SECONDS)).isEqualTo(niceOfThisThread());
        places.shutdown();
    }

    @Test
    void a_process_steps_back() throws Exception {
        Process process = new ProcessBuilder("sleep", "30").start();
        try {
            new Niceness(5).of(process.pid());

            assertThat(nice("/proc/" + process.pid() + "/stat")).isEqualTo(niceOfThisThread() + 5);
        } finally {
            process.destroy();
        }
    }
}
