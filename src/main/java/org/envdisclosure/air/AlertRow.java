package org.envdisclosure.air;

import java.time.Instant;
import java.util.List;
import org.envdisclosure.platform.entry.Cells;
import org.envdisclosure.platform.sql.CopyText;
import org.jspecify.annotations.Nullable;

/**
 * One warning as received.
 *
 * @param number   the issuer's own, or null
 * @param endsAt   null while open-ended
 * @param liftedAt null unless it was lifted, or will be
 */
record AlertRow(KnownCities.City city, Instant issuedAt, @Nullable String number, String color, Instant startsAt, @Nullable Instant endsAt,
                @Nullable String measures, @Nullable Instant liftedAt) {

    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_MEASURES = 4_000;

    /** @param latest moment of issue that is not yet of the future */
    static AlertRow of(Cells cells, KnownCities cities, Instant latest) throws Cells.Refused {
        KnownCities.City city = cities.of(cells);
        Instant issuedAt = ForecastCells.issuedAt(cells, latest);
        String color = Cells.needed("color", cells.word("color", AlertTable.COLORS));
        Instant startsAt = Cells.needed("starts_at", cells.instant("starts_at"));
        Instant endsAt = cells.instant("ends_at");
        if (endsAt != null && !endsAt.isAfter(startsAt)) {
            throw new Cells.Refused("ends_at_not_after_starts_at");
        }
        Instant liftedAt = cells.instant("lifted_at");
        if (liftedAt != null && liftedAt.isBefore(issuedAt)) {
            throw new Cells.Refused("lifted_before_issue");
        }
        return new AlertRow(city, issuedAt, cells.text("alert_id", LONGEST_NUMBER), color, startsAt, endsAt,
                cells.lines("measures", LONGEST_MEASURES), liftedAt);
    }

    /** Columns a header cannot be without. */
    static List<String> needed() {
        return List.of("issued_at", "color", "starts_at");
    }

    /** Writes the staged columns of {@link AlertTable#ISSUED}. */
    void write(CopyText out) {
        out.text(city.code()).instant(issuedAt)
                .text(number).text(color).instant(startsAt).instant(endsAt).text(measures).instant(liftedAt)
                .text(city.name());
    }
}
