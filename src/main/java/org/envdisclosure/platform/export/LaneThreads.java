package org.envdisclosure.platform.export;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** The threads of the lane: one for each place, which may block, and one beside them that cancels and times out. */
final class LaneThreads {

    private static final int SECONDS_TO_STOP = 4;

    private final ExecutorService places;
    private final ScheduledThreadPoolExecutor aside = new ScheduledThreadPoolExecutor(1, named("export-aside"));

    LaneThreads(int places, Niceness niceness) {
        ThreadFactory export = named("export");
        this.places = Executors.newFixedThreadPool(places, task -> export.newThread(() -> {
            niceness.ofThisThread();
            task.run();
        }));
        aside.setRemoveOnCancelPolicy(true);
    }

    ExecutorService places() {
        return places;
    }

    /** Soon, on the thread beside the places; for short tasks. */
    void aside(Runnable task) {
        aside.execute(task);
    }

    Future<?> asideAfter(Duration delay, Runnable task) {
        return aside.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    void asideEvery(Duration period, Runnable task) {
        aside.scheduleWithFixedDelay(task, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Lets what was cut come to its end, but not for ever. */
    void stop() throws InterruptedException {
        places.shutdown();
        places.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS);
        aside.shutdown();
        aside.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS);
    }

    private static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
