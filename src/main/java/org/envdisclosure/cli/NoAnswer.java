package org.envdisclosure.cli;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;

import javax.net.ssl.SSLException;

import org.jspecify.annotations.Nullable;

/** The service gave no answer: not reached, fallen silent, or gone in the middle. The message is for the operator. */
final class NoAnswer extends Exception {

    private static final long serialVersionUID = 1L;

    private NoAnswer(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    static NoAnswer from(ServiceAddress address, Throwable cause) {
        return new NoAnswer(words(address.server(), cause), cause);
    }

    static NoAnswer after(ServiceAddress address, Duration silence) {
        return new NoAnswer("no answer from %s, and nothing has moved for %d s".formatted(address.server(), silence.toSeconds()), null);
    }

    // the HTTP client leaves most of these messages empty
    private static String words(String server, Throwable cause) {
        if (cause instanceof HttpConnectTimeoutException) {
            return "no connection to %s in time".formatted(server);
        }
        if (hasCause(cause, UnresolvedAddressException.class) || hasCause(cause, UnknownHostException.class)) {
            return "the host of %s is unknown".formatted(server);
        }
        if (cause instanceof ConnectException) {
            return "no connection to %s: refused or unreachable; does the service run there?".formatted(server);
        }
        if (hasCause(cause, SSLException.class)) {
            return "no secure connection to %s: %s".formatted(server, Printable.line(String.valueOf(cause.getMessage())));
        }
        return "the connection to %s broke off before an answer: %s".formatted(server, deepestMessage(cause));
    }

    // "broken pipe" says more than the parser's "received no bytes" around it
    private static String deepestMessage(Throwable thrown) {
        Throwable deepest = thrown;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return Printable.line(deepest.getMessage() == null ? deepest.toString() : deepest.getMessage());
    }

    private static boolean hasCause(Throwable thrown, Class<? extends Throwable> type) {
        for (Throwable one = thrown; one != null; one = one.getCause()) {
            if (type.isInstance(one)) {
                return true;
            }
        }
        return false;
    }
}
