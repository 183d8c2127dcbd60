package org.envdisclosure.platform.ingest;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/** Bytes a piece of work allocates on this thread: unlike the used heap, the same in every run. */
final class Allocation {

    /** Work that reads. */
    interface Work {
        void run() throws IOException;
    }

    private Allocation() {
    }

    static long during(Work work) throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
