package org.envdisclosure.cli;

import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

/**
 * The door of the command line.
 *
 * <p>Exit codes: 0 done (of an import: every row taken), 1 some rows rejected, 2 failed.
 */
public final class CommandLineEntry {

    private CommandLineEntry() {
    }

    /**
     * Runs one command to its end on this process's streams and answers the exit code; never exits, never throws.
     *
     * @param args as given after the jar; {@code --help} tells what there is
     */
    public static int run(String[] args) {
        return run(args, Shell.ofThisProcess());
    }

    static int run(String[] args, Shell shell) {
        int code = commandLine(shell).execute(args);
        shell.out().flush();
        shell.err().flush();
        return code;
    }

    private static CommandLine commandLine(Shell shell) {
        CommandLine keys = new CommandLine(new KeysCommand())
                .addSubcommand(new KeysCreateCommand(shell))
                .addSubcommand(new KeysListCommand(shell))
                .addSubcommand(new KeysRevokeCommand(shell));
        return new CommandLine(new EnvDisclosureCommand())
                .addSubcommand(new ImportCommand(shell))
                .addSubcommand(keys)
                .setOut(shell.out())
                .setErr(shell.err())
                .setColorScheme(Help.defaultColorScheme(shell.terminal() ? Ansi.AUTO : Ansi.OFF))
                .setParameterExceptionHandler(new UsageErrors())
                .setExecutionExceptionHandler(UsageErrors::failed);
    }
}
