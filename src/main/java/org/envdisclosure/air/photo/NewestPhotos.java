package org.envdisclosure.air.photo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.envdisclosure.platform.dataset.AsOf;
import org.envdisclosure.platform.dataset.Filter;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.platform.time.TimeRange;
import org.jspecify.annotations.Nullable;

/**
 * {@code latest=true}: the newest view of each camera within the time asked for. One looked for outside of it would change the answer
 * without a revision of the months the answer tells of.
 */
final class NewestPhotos implements Filter {

    private static final Parameter LATEST = new Parameter("latest", LocalizedText.of("true：每个摄像头在所查时段内只取最新一张可以显示的图片",
            "true: only the newest view of each camera that can be shown, within the time asked for"), "true", false);

    @Override
    public List<Parameter> parameters() {
        return List.of(LATEST);
    }

    @Override
    public Sql condition(Map<String, List<String>> given, @Nullable AsOf asOf, Instant now) {
        return condition(given, asOf, now, TimeRange.ALL);
    }

    @Override
    public Sql condition(Map<String, List<String>> given, @Nullable AsOf asOf, Instant now, TimeRange range) {
        String value = String.join(",", given.getOrDefault(LATEST.name(), List.of()));
        Filters.requireWord(LATEST.name(), value, List.of("true", "false"));
        return value.equals("true") ? PhotoTable.newest(asOf, range) : Sql.EMPTY;
    }
}
