package org.envdisclosure.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Sends one source as one batch, again where that may help, and answers what became of it. */
final class FileImport {

    private final Service service;
    private final String path;
    private final Map<String, String> query;
    private final RetryPolicy retries;

    /**
     * @param path  the dataset's, below {@code /api/v1}
     * @param query layout, data status and mode, as far as they are given
     */
    FileImport(Service service, String path, Map<String, String> query, RetryPolicy retries) {
        this.service = service;
        this.path = path;
        this.query = query;
        this.retries = retries;
    }

    Outcome send(Source source, String contentType, ImportReport report) {
        for (int retry = 1;; retry++) {
            Outcome outcome = attempt(source, contentType, report);
            Optional<Duration> pause = retries.pauseBefore(retry, outcome);
            if (pause.isEmpty() || !source.canBeSentAgain()) {
                return outcome;
            }
            outcome.tell(report);
            report.tryingAgain(pause.get(), retry, retries.retries());
            if (!RetryPolicy.slept(pause.get())) {
                return outcome;
            }
        }
    }

    private Outcome attempt(Source source, String contentType, ImportReport report) {
        long start = System.nanoTime();
        try {
            Upload upload = source.open(contentType);
            try (SendingBar bar = report.bar(upload)) {
                return outcome(upload, bar, start);
            } finally {
                source.release();
            }
        } catch (IOException unreadable) {
            return new Outcome.Unreadable(FileTrouble.words(unreadable));
        }
    }

    private Outcome outcome(Upload upload, SendingBar bar, long start) {
        try {
            Reply reply = service.upload(path, query, upload, bar);
            return Receipt.of(reply)
                    .<Outcome>map(receipt -> new Outcome.Received(receipt, Duration.ofNanos(System.nanoTime() - start)))
                    .orElseGet(() -> new Outcome.Refused(reply));
        } catch (NoAnswer broken) {
            @Nullable IOException ofTheFile = upload.bytes().failure();
            return ofTheFile == null ? new Outcome.Unanswered(broken) : new Outcome.Unreadable(FileTrouble.words(ofTheFile));
        }
    }
}
