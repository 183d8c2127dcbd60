package org.envdisclosure.cli;

import java.util.List;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.JsonNode;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        description = {"Lists the API keys, revoked ones too. Of a key itself only the first characters are known.", ""},
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        sortOptions = false,
        usageHelpAutoWidth = true)
final class KeysListCommand implements Callable<Integer> {

    private final Shell shell;

    @Option(names = "--json", description = "Print a JSON array instead of a table.")
    boolean json;

    @Mixin
    ServiceOptions serviceOptions = new ServiceOptions();

    KeysListCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws NoAnswer, RefusedCall {
        List<JsonNode> keys = new KeyRegister(serviceOptions.service(shell)).list();
        if (json) {
            shell.out().println(Reply.JSON.createArrayNode().addAll(keys));
        } else {
            KeyTable.lines(keys).forEach(shell.out()::println);
        }
        return ExitCode.ALL_TAKEN;
    }
}
