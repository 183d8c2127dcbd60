package org.envdisclosure.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

import org.envdisclosure.cli.mapping.Mapping;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = {"Sends files to a dataset of the service, in the order given, each as one batch.",
            "",
            "Prints a line per file: received = inserted + unchanged + corrected + rejected. Sending a file again is harmless: "
                + "what is stored already counts as unchanged.", ""},
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        customSynopsis = "env-disclosure import --dataset=ID [OPTIONS] FILE...",
        sortOptions = false,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every row was taken", "1:some rows were rejected", "2:failed: bad usage, unreadable file, no answer, refused"},
        footer = {"", "Example:",
            "  env-disclosure import --dataset air-hourly --layout cnemc \\",
            "    --key-file data/admin.key cnemc-*.csv.gz"})
final class ImportCommand implements Callable<Integer> {

    private static final Pattern DATASET_ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final Shell shell;

    @Option(names = "--dataset", required = true, paramLabel = "ID",
            description = "The dataset to import into, such as air-hourly or air-stations.")
    String dataset = "";

    @Mixin
    MappingOption mapping = new MappingOption();

    @Option(names = "--layout", paramLabel = "NAME",
            description = "How the columns are arranged: native (the service's own names; the default) or a source's, such as cnemc or china-sites.")
    @Nullable String layout;

    @Option(names = "--data-status", paramLabel = "STATUS",
            description = "realtime (the service's default), preliminary, reviewed or final. A lower status never overwrites a higher one.")
    @Nullable String dataStatus;

    @Option(names = "--mode", paramLabel = "MODE",
            description = "atomic: one bad row rejects its whole file. Without it the good rows are taken.")
    @Nullable String mode;

    @Option(names = "--content-type", paramLabel = "TYPE",
            description = "csv, json, ndjson or a media type; for the standard input and for names that end otherwise.")
    @Nullable String contentType;

    @Option(names = "--rejects", paramLabel = "FILE",
            description = "Write all rejected rows with their reasons here: NDJSON if it ends in .ndjson or .jsonl, else CSV.")
    @Nullable Path rejects;

    @Option(names = "--retries", paramLabel = "N", defaultValue = "3",
            description = "Send a file again up to N times when the service is busy or away (default: ${DEFAULT-VALUE}).")
    int retries = 3;

    @Option(names = "--progress", negatable = true,
            description = "Show a progress bar, or don't. Default: on a terminal only.")
    @Nullable Boolean progress;

    @Mixin
    ServiceOptions serviceOptions = new ServiceOptions();

    @Parameters(arity = "1..*", paramLabel = "FILE",
            description = "Files ending in .csv, .json, .ndjson or .jsonl, plain or with .gz behind; - is the standard input.")
    List<String> files = List.of();

    ImportCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (retries < 0) {
            throw serviceOptions.wrongUsage("--retries is %d, it takes 0 or more".formatted(retries));
        }
        Service service = serviceOptions.service(shell);
        RetryPolicy policy = new RetryPolicy(retries);
        FileImport fileImport = new FileImport(service, path(), query(), policy, mapping());
        Map<Source, String> sources = sources();
        List<String> troubles = sources.keySet().stream().flatMap(source -> source.trouble().stream()).toList();
        if (!troubles.isEmpty()) {
            troubles.forEach(shell.err()::println);
            shell.err().println("nothing was sent");
            return ExitCode.FAILED;
        }
        return new ImportRun(shell, service, fileImport, policy, progress == null ? shell.terminal() : progress).all(sources, rejects);
    }

    /** Each with the media type it is sent as, in the order given. */
    private Map<Source, String> sources() {
        Map<Source, String> sources = new LinkedHashMap<>();
        files.forEach(file -> {
            Source source = new Source(file, shell.in());
            sources.put(source, mediaType(source));
        });
        if (files.stream().filter(Source.STANDARD_INPUT::equals).count() > 1) {
            throw serviceOptions.wrongUsage("the standard input (-) is given twice; it can be read once");
        }
        return sources;
    }

    private @Nullable Mapping mapping() {
        if (mapping.isGiven() && (layout != null || contentType != null)) {
            throw serviceOptions.wrongUsage("--mapping makes the dataset's own columns and names the form of the files itself; leave out "
                    + (layout != null ? "--layout" : "--content-type"));
        }
        if (mapping.isGiven() && "atomic".equals(mode) && files.contains(Source.STANDARD_INPUT)) {
            throw serviceOptions.wrongUsage("--mode atomic with --mapping reads a file twice, and the standard input (-) can be read once");
        }
        try {
            return mapping.read(dataset);
        } catch (IllegalArgumentException wrong) {
            throw serviceOptions.wrongUsage(String.valueOf(wrong.getMessage()));
        }
    }

    private String mediaType(Source source) {
        try {
            if (mapping.isGiven()) {
                return MappedImport.NDJSON;
            }
            if (contentType != null) {
                return RowFormat.mediaType(contentType);
            }
            return source.format().map(RowFormat::mediaType).orElseThrow(() -> new IllegalArgumentException(
                    source.label() + ": its name does not tell the format; give --content-type csv, json or ndjson"));
        } catch (IllegalArgumentException unclear) {
            throw serviceOptions.wrongUsage(unclear.getMessage());
        }
    }

    /** {@code air-cities-hourly} is read and written at {@code /air/cities/hourly}. */
    private String path() {
        if (!DATASET_ID.matcher(dataset).matches()) {
            throw serviceOptions.wrongUsage("--dataset is '%s', it takes an id such as air-hourly".formatted(dataset));
        }
        return "/" + dataset.replace('-', '/');
    }

    private Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        putGiven(query, "layout", layout);
        putGiven(query, "data_status", dataStatus);
        putGiven(query, "mode", mode);
        return query;
    }

    private static void putGiven(Map<String, String> query, String name, @Nullable String value) {
        if (value != null) {
            query.put(name, value);
        }
    }
}
