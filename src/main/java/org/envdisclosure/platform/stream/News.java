package org.envdisclosure.platform.stream;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.time.ChinaTime;
import org.jspecify.annotations.Nullable;

/**
 * A dataset answers otherwise than when its reader was last told.
 *
 * @param revision    of the dataset, as {@code meta.revision} counts it
 * @param previous    the one its reader was told of before; the same where only something else changed that the answers rest on, null where he was told none
 * @param publishedAt of the newest of all revisions the answers rest on
 * @param since       asking for what changed after this moment misses nothing; null where only everything anew does, as after a restore of the database
 */
record News(String dataset, long revision, @Nullable Long previous, @Nullable Instant publishedAt, @Nullable Instant since) {

    /** What is new for a reader of {@code dataset}, if anything is. */
    static Optional<News> of(Dataset dataset, Position told, Position now) {
        List<String> moved = dataset.restsOn().stream().filter(id -> now.at(id).isOtherThan(told.at(id))).toList();
        if (moved.isEmpty()) {
            return Optional.empty();
        }
        String counted = dataset.restsOn().get(0);
        long previous = told.at(counted).revision();
        return Optional.of(new News(dataset.id(), now.at(counted).revision(), previous == 0 ? null : previous, publishedAt(dataset, now), since(moved, told, now)));
    }

    /** When anything a dataset's answers rest on was last published; null where nothing was. */
    static @Nullable Instant publishedAt(Dataset dataset, Position now) {
        return dataset.restsOn().stream().map(id -> now.at(id).publishedAt()).filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
    }

    /** The earliest moment, for what has moved need not have been heard of at the same one. */
    private static @Nullable Instant since(List<String> moved, Position told, Position now) {
        Instant earliest = null;
        for (String id : moved) {
            Instant moment = told.at(id).publishedAt();
            boolean setBack = now.at(id).revision() <= told.at(id).revision();
            if (setBack || moment == null) {
                return null;
            }
            earliest = earliest == null || moment.isBefore(earliest) ? moment : earliest;
        }
        return earliest;
    }

    Map<String, @Nullable Object> members() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("dataset", dataset);
        members.put("revision", revision);
        members.put("previous", previous);
        members.put("published_at", text(publishedAt));
        members.put("since", text(since));
        return members;
    }

    static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : ChinaTime.format(moment);
    }
}
