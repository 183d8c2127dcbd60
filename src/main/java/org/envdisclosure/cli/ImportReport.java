package org.envdisclosure.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.envdisclosure.cli.Receipt.Reject;

/** Tells about one file: its line of counts on the output, everything else on the error stream. */
final class ImportReport {

    private static final int SHOWN_REJECTS = 10;

    private final Shell shell;
    private final String label;
    private final boolean showBar;
    private final ServiceAddress address;

    ImportReport(Shell shell, String label, boolean showBar, ServiceAddress address) {
        this.shell = shell;
        this.label = label;
        this.showBar = showBar;
        this.address = address;
    }

    SendingBar bar(Upload upload) {
        return showBar ? SendingBar.on(shell.err(), label, upload) : SendingBar.none(upload);
    }

    void received(Receipt receipt, Duration took) {
        StringBuilder line = new StringBuilder("%s: received=%d inserted=%d unchanged=%d corrected=%d rejected=%d batch=%s took=%s".formatted(
                label, receipt.received(), receipt.inserted(), receipt.unchanged(), receipt.corrected(), receipt.rejected(),
                Printable.line(receipt.batchId()), seconds(took)));
        receipt.others().forEach((name, count) -> line.append(' ').append(Printable.line(name)).append('=').append(count));
        shell.out().println(line);
        receipt.rejects().stream().limit(SHOWN_REJECTS).forEach(this::rejected);
    }

    private void rejected(Reject row) {
        String raw = row.raw().isEmpty() ? "" : ": " + Printable.excerpt(row.raw());
        problem("line " + Printable.line(row.line()) + ": " + Printable.excerpt(row.reason()) + raw);
    }

    /** Where the rows are that were not shown. */
    void moreRejects(Outcome.Received received) {
        Receipt receipt = received.receipt();
        long hidden = receipt.rejected() - Math.min(SHOWN_REJECTS, receipt.rejects().size());
        if (hidden > 0 && received.mapped() != null) {
            problem("%d more rejected rows; give --rejects FILE to see them all".formatted(hidden));
        } else if (hidden > 0) {
            problem("%d more rejected rows; all of them: %s (needs the key), or give --rejects FILE".formatted(
                    hidden, address.at(RejectsFile.path(receipt), Map.of())));
        }
    }

    void refused(Problem problem, Optional<Duration> wait) {
        failed(problem.sentence());
        problem.details().forEach(detail -> problem("  " + detail));
        wait.ifPresent(pause -> problem("  the service asks to wait %d s".formatted(pause.toSeconds())));
    }

    void failed(String sentence) {
        problem("failed: " + sentence);
    }

    void tryingAgain(Duration pause, int retry, int retries) {
        problem("trying again in %d s (%d of %d)".formatted(pause.toSeconds(), retry, retries));
    }

    void problem(String sentence) {
        PrintWriter err = shell.err();
        err.println(label + ": " + sentence);
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.2fs", took.toMillis() / 1000.0);
    }
}
