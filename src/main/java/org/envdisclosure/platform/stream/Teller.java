package org.envdisclosure.platform.stream;

import java.util.Map;
import org.envdisclosure.platform.revision.RevisionBoard;
import org.jspecify.annotations.Nullable;

/** What one reader was told, and so what he is to be told next. One thread at a time. */
final class Teller {

    private final Subscription subscription;
    private final RevisionBoard board;
    private final @Nullable Map<String, Object> problem;
    private final long came = System.nanoTime();
    private @Nullable Position told;

    Teller(Subscription subscription, RevisionBoard board, LastEvent last) {
        this.subscription = subscription;
        this.board = board;
        this.told = last.told();
        this.problem = last.problem();
    }

    /** Whether he was told of what this replica has not heard of; it had better look before it takes that for a database set back. */
    boolean isAhead() {
        return told != null && subscription.isAhead(told, board);
    }

    /** Events with what is new since the last call, or where he begins; empty when nothing is. */
    String next() {
        Position before = told;
        if (before == null) {
            told = subscription.now(board);
            return subscription.state(told, problem);
        }
        Position now = board.isReadSince(came) ? subscription.now(board) : subscription.notBehind(before, board);
        told = now;
        return subscription.news(before, now);
    }
}
