package org.envdisclosure.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** All files of one call, one after the other: a later file may correct an earlier one. */
final class ImportRun {

    private final Shell shell;
    private final Service service;
    private final FileImport fileImport;
    private final RetryPolicy retries;
    private final boolean showBar;

    ImportRun(Shell shell, Service service, FileImport fileImport, RetryPolicy retries, boolean showBar) {
        this.shell = shell;
        this.service = service;
        this.fileImport = fileImport;
        this.retries = retries;
        this.showBar = showBar;
    }

    /**
     * @param sources each with its media type, in the order to send them
     * @return the worst exit code of them
     */
    int all(Map<Source, String> sources, @Nullable Path rejectsPath) {
        if (rejectsPath == null) {
            return send(sources, null);
        }
        try (RejectsFile rejects = new RejectsFile(rejectsPath)) {
            return send(sources, rejects);
        } catch (IOException notWritable) {
            shell.err().println("--rejects " + FileTrouble.words(rejectsPath, notWritable));
            return ExitCode.FAILED;
        }
    }

    private int send(Map<Source, String> sources, @Nullable RejectsFile rejects) {
        int worst = ExitCode.ALL_TAKEN;
        int left = sources.size();
        for (Map.Entry<Source, String> each : sources.entrySet()) {
            ImportReport report = new ImportReport(shell, each.getKey().label(), showBar, service.address());
            Outcome outcome = fileImport.send(each.getKey(), each.getValue(), report);
            outcome.tell(report);
            worst = Math.max(worst, Math.max(outcome.exitCode(), rejected(outcome, rejects, each.getKey(), report)));
            outcome.close();
            left--;
            if (outcome.endsTheImport() && left > 0) {
                shell.err().println("stopped; %d of %d files were not sent".formatted(left, sources.size()));
                break;
            }
        }
        return worst;
    }

    private int rejected(Outcome outcome, @Nullable RejectsFile rejects, Source source, ImportReport report) {
        if (!(outcome instanceof Outcome.Received received) || received.receipt().rejected() == 0) {
            return ExitCode.ALL_TAKEN;
        }
        if (rejects == null) {
            report.moreRejects(received);
            return ExitCode.SOME_REJECTED;
        }
        try {
            rejects.append(source.label(), received, service, retries);
            report.problem("all rejected rows are in " + rejects);
            return ExitCode.SOME_REJECTED;
        } catch (IOException broken) {
            report.failed("the rejected rows are not in %s: %s".formatted(rejects, FileTrouble.words(broken)));
            report.moreRejects(received);
            return ExitCode.FAILED;
        }
    }
}
