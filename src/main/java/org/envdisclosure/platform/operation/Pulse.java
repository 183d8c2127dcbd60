package org.envdisclosure.platform.operation;

import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.envdisclosure.platform.web.WaitingRequests;

/**
 * Whether the service has begun and its database answers. Asked once a second in the background, so that a probe costs nothing
 * and never waits, however many probe and however the database hangs.
 */
@Singleton
class Pulse {

    private static final int ANSWER_SECONDS = 2;
    /** Without an answer for so long the database counts as gone, also when no attempt has come to its end. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AgroalDataSource database;
    private final Clock clock;
    private final WaitingRequests requests;
    private volatile Instant lastAnswer = Instant.EPOCH;
    private volatile boolean answering;
    private volatile boolean begun;

    Pulse(AgroalDataSource database, Clock clock, WaitingRequests requests) {
        this.database = database;
        this.clock = clock;
        this.requests = requests;
    }

    /** After everything else of the start: migrations, sample, first key, revision board. */
    void begin(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) StartupEvent start) {
        ask();
        begun = true;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void ask() {
        try (Connection connection = database.getConnection()) {
            if (!connection.isValid(ANSWER_SECONDS)) {
                missed("no answer within " + ANSWER_SECONDS + " s");
                return;
            }
            answered();
        } catch (SQLException failure) {
            missed(failure.getMessage());
        }
    }

    /** Whether migrations and the sample are done. */
    boolean isBegun() {
        return begun;
    }

    boolean isDatabaseAnswering() {
        return answering && lastAnswer.isAfter(clock.instant().minus(PATIENCE));
    }

    Instant lastAnswer() {
        return lastAnswer;
    }

    private void answered() {
        if (begun && !answering) {
            Log.info("the database answers again");
        }
        lastAnswer = clock.instant();
        answering = true;
    }

    private void missed(String reason) {
        if (answering) {
            Log.warnf("the database does not answer; not ready until it does: %s", reason);
        }
        answering = false;
        requests.giveUp();
    }
}
