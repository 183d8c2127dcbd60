package org.envdisclosure.cli;

/** The service answered a small call with a problem; the message is its own words on one line. */
final class RefusedCall extends Exception {

    private static final long serialVersionUID = 1L;

    RefusedCall(Problem problem) {
        super(problem.details().isEmpty() ? problem.sentence() : problem.sentence() + " (" + String.join("; ", problem.details()) + ")");
    }
}
