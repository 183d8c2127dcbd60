package org.envdisclosure.cli;

import picocli.CommandLine.Command;

@Command(
        name = "env-disclosure",
        description = {"Client of an env-disclosure service: bulk import and API keys.", "",
            "env-disclosure stands for 'java -jar quarkus-app/quarkus-run.jar'; without arguments that starts the service itself."},
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        usageHelpAutoWidth = true,
        footer = {"", "'env-disclosure COMMAND --help' explains a command."})
final class EnvDisclosureCommand {
}
