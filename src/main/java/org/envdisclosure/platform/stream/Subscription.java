package org.envdisclosure.platform.stream;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.revision.RevisionBoard;
import org.jspecify.annotations.Nullable;

/** The datasets a reader wants to be told of. What rests on the revisions of others is told under its own name when any of those moves. */
public final class Subscription {

    private static final String STATE = "state";
    private static final String REVISION = "revision";

    private final List<Dataset> datasets;
    private final SortedSet<String> revised = new TreeSet<>();

    public Subscription(Collection<Dataset> wanted) {
        this.datasets = wanted.stream().sorted(Comparator.comparing(Dataset::id)).toList();
        datasets.forEach(dataset -> revised.addAll(dataset.restsOn()));
    }

    /** Where everything stands that this is about. */
    Position now(RevisionBoard board) {
        return Position.of(board, revised);
    }

    /** Whether a reader was told more than this replica knows. */
    boolean isAhead(Position told, RevisionBoard board) {
        return now(board).isBehind(told, revised);
    }

    /** The same, going back nowhere: for as long as this replica may only not have heard yet what another one has told. */
    Position notBehind(Position told, RevisionBoard board) {
        return now(board).notBehind(told, revised);
    }

    /**
     * Where a reader begins.
     *
     * @param problem why he begins anew though he sent the id of an event; null where he sent none
     */
    String state(Position now, @Nullable Map<String, Object> problem) {
        Map<String, @Nullable Object> heads = new LinkedHashMap<>();
        for (Dataset dataset : datasets) {
            Map<String, @Nullable Object> head = new LinkedHashMap<>();
            head.put("revision", now.at(dataset.restsOn().get(0)).revision());
            head.put("published_at", News.text(News.publishedAt(dataset, now)));
            heads.put(dataset.id(), head);
        }
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("datasets", heads);
        if (problem != null) {
            data.put("problem", problem);
        }
        return EventText.event(STATE, now.id(), data);
    }

    /**
     * Everything that is new between two positions, empty when nothing is. Only the last event has an id: whoever is cut off before
     * it goes on from where he was, and is told the others again.
     */
    String news(Position told, Position now) {
        List<News> all = datasets.stream().flatMap(dataset -> News.of(dataset, told, now).stream()).toList();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < all.size(); i++) {
            text.append(EventText.event(REVISION, i == all.size() - 1 ? now.id() : null, all.get(i).members()));
        }
        return text.toString();
    }
}
