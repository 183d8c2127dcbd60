package org.envdisclosure.cli;

/** What the caller's script may rely on. */
final class ExitCode {

    /** Everything was taken. */
    static final int ALL_TAKEN = 0;

    /** The service answered with a receipt, and some or all rows are among its rejects. */
    static final int SOME_REJECTED = 1;

    /** Bad usage, an unreadable file, no answer, or an answer that is no receipt. */
    static final int FAILED = 2;

    private ExitCode() {
    }
}
