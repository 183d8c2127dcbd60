package org.envdisclosure.cli;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which service, and with which key: the same options for every command. */
final class ServiceOptions {

    @Option(names = "--server", paramLabel = "URL", defaultValue = "http://127.0.0.1:8080",
            description = {"Address of the service.", "Default: ${DEFAULT-VALUE}"})
    URI server = URI.create("http://127.0.0.1:8080");

    @Option(names = "--key", paramLabel = "KEY",
            description = "API key. Visible in the list of processes: prefer --key-file or the variable ENVD_API_KEY.")
    @Nullable String key;

    @Option(names = "--key-file", paramLabel = "FILE",
            description = "File with the API key as its only line, such as data/admin.key.")
    @Nullable Path keyFile;

    @Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "600",
            description = "Give up after this long without a byte sent or an answer (default: ${DEFAULT-VALUE}).")
    int timeoutSeconds = 600;

    @Spec(Target.MIXEE)
    @Nullable CommandSpec command;

    /** @throws ParameterException when an option cannot be meant, in words that never repeat a key */
    Service service(Shell shell) {
        try {
            if (timeoutSeconds < 1) {
                throw new IllegalArgumentException("--timeout is %d, it takes 1 or more seconds".formatted(timeoutSeconds));
            }
            ApiKey apiKey = ApiKey.of(key, keyFile, shell.environment());
            return new Service(ServiceAddress.of(server), apiKey, Duration.ofSeconds(timeoutSeconds));
        } catch (IllegalArgumentException wrong) {
            throw wrongUsage(wrong.getMessage());
        }
    }

    ParameterException wrongUsage(String sentence) {
        return new ParameterException(requireNonNull(command).commandLine(), sentence);
    }
}
