package org.envdisclosure.cli;

import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.JsonNode;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "create",
        description = {"Makes a new API key and prints it. The service keeps only a hash: it cannot be shown again.", ""},
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        customSynopsis = "env-disclosure keys create --name=NAME --role=ROLE [OPTIONS]",
        sortOptions = false,
        usageHelpAutoWidth = true)
final class KeysCreateCommand implements Callable<Integer> {

    private final Shell shell;

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "Who or what will use it.")
    String name = "";

    @Option(names = "--role", required = true, paramLabel = "ROLE",
            description = "ingest (write data) or admin (also make, list and revoke keys).")
    String role = "";

    @Option(names = "--json", description = "Print the service's answer as JSON.")
    boolean json;

    @Mixin
    ServiceOptions serviceOptions = new ServiceOptions();

    KeysCreateCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws NoAnswer, RefusedCall {
        JsonNode created = new KeyRegister(serviceOptions.service(shell)).create(name, role);
        if (json) {
            shell.out().println(created);
        } else {
            shell.out().printf("id=%s name=%s role=%s%nkey=%s%n", KeyTable.cell(created, "id"), KeyTable.cell(created, "name"),
                    KeyTable.cell(created, "role"), Printable.line(created.path("key").asText()));
            shell.err().println("The key is shown this once. Keep it where only its user can read it.");
        }
        return ExitCode.ALL_TAKEN;
    }
}
