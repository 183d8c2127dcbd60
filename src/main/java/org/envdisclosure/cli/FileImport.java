package org.envdisclosure.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.envdisclosure.cli.mapping.Mapping;
import org.jspecify.annotations.Nullable;

/** Sends one source as one batch, again where that may help, and answers what became of it. */
final class FileImport {

    private static final String ATOMIC = "atomic";

    private final Service service;
    private final String path;
    private final Map<String, String> query;
    private final RetryPolicy retries;
    private final @Nullable Mapping mapping;

    /**
     * @param path    the dataset's, below {@code /api/v1}
     * @param query   layout, data status and mode, as far as they are given
     * @param mapping what the files go through on their way; null where they go as they are
     */
    FileImport(Service service, String path, Map<String, String> query, RetryPolicy retries, @Nullable Mapping mapping) {
        this.service = service;
        this.path = path;
        this.query = query;
        this.retries = retries;
        this.mapping = mapping;
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
        MappedImport mapped = null;
        Outcome outcome;
        try {
            mapped = mapping == null ? null : new MappedImport(mapping);
            outcome = mapped != null && isRefusedWhole(source, contentType)
                    ? new Outcome.Received(refusedWhole(source, contentType, mapped), since(start), mapped)
                    : sent(source, contentType, report, mapped, start);
        } catch (IOException unreadable) {
            outcome = new Outcome.Unreadable(FileTrouble.words(unreadable));
        }
        if (mapped != null && !(outcome instanceof Outcome.Received)) {
            mapped.close();
        }
        return outcome;
    }

    /** A batch that is to be whole is not begun when the mapping cannot take all of it. */
    private boolean isRefusedWhole(Source source, String contentType) throws IOException {
        try {
            return ATOMIC.equals(query.get("mode")) && !MappedImport.takesAll(requireNonNull(mapping), source.open(contentType));
        } finally {
            source.release();
        }
    }

    private static Receipt refusedWhole(Source source, String contentType, MappedImport mapped) throws IOException {
        try {
            return mapped.refuseAll(source.open(contentType));
        } finally {
            source.release();
        }
    }

    private Outcome sent(Source source, String contentType, ImportReport report, @Nullable MappedImport mapped, long start) throws IOException {
        Upload file = source.open(contentType);
        Upload upload = mapped == null ? file : mapped.upload(file);
        try (SendingBar bar = report.bar(upload)) {
            return outcome(upload, bar, mapped, start);
        } finally {
            source.release();
        }
    }

    private Outcome outcome(Upload upload, SendingBar bar, @Nullable MappedImport mapped, long start) throws IOException {
        try {
            Reply reply = service.upload(path, query, upload, bar);
            Optional<Receipt> receipt = Receipt.of(reply);
            if (receipt.isEmpty()) {
                return new Outcome.Refused(reply);
            }
            return new Outcome.Received(mapped == null ? receipt.get() : mapped.receipt(receipt.get()), since(start), mapped);
        } catch (NoAnswer broken) {
            @Nullable IOException ofTheFile = upload.bytes().failure();
            return ofTheFile == null ? new Outcome.Unanswered(broken) : new Outcome.Unreadable(FileTrouble.words(ofTheFile));
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
