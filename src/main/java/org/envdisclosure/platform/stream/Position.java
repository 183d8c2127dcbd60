package org.envdisclosure.platform.stream;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.envdisclosure.platform.revision.Heard;
import org.envdisclosure.platform.revision.RevisionBoard;
import org.jspecify.annotations.Nullable;

/**
 * Where a reader stands: the newest revision of each dataset he was told of. As text it is the id of an event, so that any replica
 * can go on from it and none remembers anybody: {@code air-hourly:124.hnpjhats5c,air-stations:7.hmshp31ts0}, the moment of the revision in
 * microseconds since 1970 to base 36; without moments it is understood too. Where nothing was published it is {@code -}, for an empty id
 * would be none.
 *
 * @param heads by dataset, only those with revisions
 */
record Position(SortedMap<String, Head> heads) {

    private static final String NOWHERE = "-";
    private static final int DIGITS = 36;
    private static final Pattern PART = Pattern.compile("([a-z0-9-]{1,64}):(\\d{1,15})(?:\\.([0-9a-z]{1,11}))?");

    /**
     * The newest revision of a dataset.
     *
     * @param revision    0 where nothing was published
     * @param publishedAt null where it is not known
     */
    record Head(long revision, @Nullable Instant publishedAt) {

        static final Head NONE = new Head(0, null);

        /** Whether it is a later one, or one that took its place: a database restored from its backup gives a number anew, at another moment. */
        boolean isOtherThan(Head told) {
            return revision != told.revision || publishedAt != null && told.publishedAt != null && !publishedAt.equals(told.publishedAt);
        }

        private static Head of(Heard heard) {
            return heard.revision() == 0 ? NONE : new Head(heard.revision(), heard.publishedAt());
        }
    }

    /** Where a reader of these datasets stands who has just been told everything this replica knows. */
    static Position of(RevisionBoard board, Collection<String> datasets) {
        SortedMap<String, Head> heads = new TreeMap<>();
        for (String dataset : datasets) {
            Head head = Head.of(board.heard(dataset));
            if (head.revision > 0) {
                heads.put(dataset, head);
            }
        }
        return new Position(heads);
    }

    /** What an id stands for; empty where it is none of ours. */
    static Optional<Position> parse(String id) {
        SortedMap<String, Head> heads = new TreeMap<>();
        if (!id.equals(NOWHERE)) {
            for (String part : id.split(",", -1)) {
                Matcher head = PART.matcher(part);
                if (!head.matches() || heads.put(head.group(1), new Head(Long.parseLong(head.group(2)), moment(head.group(3)))) != null) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new Position(heads));
    }

    /** The id of an event after which a reader stands here. */
    String id() {
        return heads.isEmpty() ? NOWHERE : heads.entrySet().stream().map(Position::part).collect(Collectors.joining(","));
    }

    /** The newest revision of a dataset; {@link Head#NONE} where there is none. */
    Head at(String dataset) {
        return heads.getOrDefault(dataset, Head.NONE);
    }

    /** Whether a reader was told more of any of these datasets than this replica knows. */
    boolean isBehind(Position told, Collection<String> datasets) {
        return datasets.stream().anyMatch(dataset -> at(dataset).revision < told.at(dataset).revision);
    }

    /** This, and what {@code told} has of the datasets in which this is behind it. */
    Position notBehind(Position told, Collection<String> datasets) {
        SortedMap<String, Head> later = new TreeMap<>(heads);
        datasets.stream().filter(dataset -> at(dataset).revision < told.at(dataset).revision).forEach(dataset -> later.put(dataset, told.at(dataset)));
        return new Position(later);
    }

    private static String part(Map.Entry<String, Head> entry) {
        Instant moment = entry.getValue().publishedAt;
        String number = entry.getKey() + ':' + entry.getValue().revision;
        return moment == null ? number : number + '.' + Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, moment), DIGITS);
    }

    private static @Nullable Instant moment(@Nullable String digits) {
        return digits == null ? null : Instant.EPOCH.plus(Long.parseLong(digits, DIGITS), ChronoUnit.MICROS);
    }
}
