package org.envdisclosure.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "revoke",
        description = {"Revokes an API key: from now on the service refuses it. This cannot be undone.", ""},
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        sortOptions = false,
        usageHelpAutoWidth = true)
final class KeysRevokeCommand implements Callable<Integer> {

    private final Shell shell;

    @Parameters(paramLabel = "ID", description = "The key's id, as 'keys list' shows it; not the key itself.")
    String id = "";

    @Mixin
    ServiceOptions serviceOptions = new ServiceOptions();

    KeysRevokeCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws NoAnswer, RefusedCall {
        new KeyRegister(serviceOptions.service(shell)).revoke(id);
        shell.out().println("revoked " + Printable.line(id));
        return ExitCode.ALL_TAKEN;
    }
}
