package org.envdisclosure.cli;

import picocli.CommandLine.Command;

@Command(
        name = "keys",
        description = "Makes, lists and revokes the API keys of the service; needs a key with the role admin.",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        usageHelpAutoWidth = true)
final class KeysCommand {
}
