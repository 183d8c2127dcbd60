package org.envdisclosure.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** What became of one file. */
sealed interface Outcome {

    int exitCode();

    /** The cause may pass by itself; sending again is harmless, as ingest is idempotent. */
    boolean mayPass();

    /** The cause lies in the call or the service and not in this file: the next one would fare no better. */
    boolean endsTheImport();

    /** How long the service asked to be left alone, if it did. */
    default Optional<Duration> askedToWait() {
        return Optional.empty();
    }

    void tell(ImportReport report);

    /** Nothing more will be asked of it. */
    default void close() {
        // most hold nothing
    }

    /**
     * The service answered with a receipt, or there was nothing to send it.
     *
     * @param mapped what a mapping refused on the way, if there was one; whoever has the outcome closes it
     */
    record Received(Receipt receipt, Duration took, @Nullable MappedImport mapped) implements Outcome {

        /** How many of the rejected rows the service has seen and keeps. */
        long rejectedByTheService() {
            return receipt.rejected() - (mapped == null ? 0 : mapped.neverSent());
        }

        @Override
        public int exitCode() {
            return receipt.rejected() == 0 ? ExitCode.ALL_TAKEN : ExitCode.SOME_REJECTED;
        }

        @Override
        public boolean mayPass() {
            return false;
        }

        @Override
        public boolean endsTheImport() {
            return false;
        }

        @Override
        public void tell(ImportReport report) {
            report.received(receipt, took);
        }

        @Override
        public void close() {
            if (mapped != null) {
                mapped.close();
            }
        }
    }

    /** The service answered, but with no receipt. */
    record Refused(Reply reply) implements Outcome {

        private static final Set<Integer> BUSY_OR_AWAY = Set.of(429, 502, 503, 504);
        private static final Set<Integer> ABOUT_THIS_BATCH = Set.of(400, 408, 409, 413, 415, 422, 500);

        @Override
        public int exitCode() {
            return ExitCode.FAILED;
        }

        @Override
        public boolean mayPass() {
            return BUSY_OR_AWAY.contains(reply.status());
        }

        @Override
        public boolean endsTheImport() {
            return !ABOUT_THIS_BATCH.contains(reply.status());
        }

        @Override
        public Optional<Duration> askedToWait() {
            return reply.retryAfter();
        }

        @Override
        public void tell(ImportReport report) {
            if (reply.successful()) {
                report.failed("%d, but the answer is no receipt; is --server an env-disclosure service, and does --dataset take data?".formatted(
                        reply.status()));
            } else {
                report.refused(Problem.of(reply), reply.retryAfter());
            }
        }
    }

    /** No answer came. */
    record Unanswered(NoAnswer why) implements Outcome {

        @Override
        public int exitCode() {
            return ExitCode.FAILED;
        }

        @Override
        public boolean mayPass() {
            return true;
        }

        @Override
        public boolean endsTheImport() {
            return true;
        }

        @Override
        public void tell(ImportReport report) {
            report.failed(String.valueOf(why.getMessage()));
        }
    }

    /** The file could not be read to its end; the service keeps nothing of a cut body. */
    record Unreadable(String why) implements Outcome {

        @Override
        public int exitCode() {
            return ExitCode.FAILED;
        }

        @Override
        public boolean mayPass() {
            return false;
        }

        @Override
        public boolean endsTheImport() {
            return false;
        }

        @Override
        public void tell(ImportReport report) {
            report.failed(why);
        }
    }
}
