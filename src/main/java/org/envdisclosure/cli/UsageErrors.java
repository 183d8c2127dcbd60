package org.envdisclosure.cli;

import java.io.PrintWriter;
import java.util.List;

import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** A wrong call is told in three lines: what is wrong, how the command is called, where the whole help is. */
final class UsageErrors implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        ParameterException first = mistypedFirst(wrong);
        err.println(sentence(first));
        UnmatchedArgumentException.printSuggestions(first, err);
        err.println(command.getHelp().synopsisHeading() + command.getHelp().synopsis(0).strip());
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.FAILED;
    }

    /** For what no command expected: a message without a stack trace, which would say nothing to an operator. */
    static int failed(Exception unexpected, CommandLine command, ParseResult parsed) {
        command.getErr().println("failed: " + Printable.line(String.valueOf(unexpected.getMessage())));
        return ExitCode.FAILED;
    }

    // a mistyped option is also a missing one; the first is what the caller can see
    private static ParameterException mistypedFirst(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        List<String> unmatched = command.getUnmatchedArguments();
        return wrong instanceof MissingParameterException && !unmatched.isEmpty()
                ? new UnmatchedArgumentException(command, unmatched)
                : wrong;
    }

    // what stands behind a mistyped --key= is a secret all the same
    private static String sentence(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().get(0);
            return (unmatched.isUnknownOption() ? "Unknown option: " : "Unknown argument: ") + Printable.line(first.split("=", 2)[0]);
        }
        return Printable.line(String.valueOf(wrong.getMessage()));
    }
}
