package org.envdisclosure.air;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The versions of one station and what one more entry does to them, as {@link StationPlan} does it to many: an entry with the
 * first day of a version corrects it, any other is a new version; a version ends where the next begins.
 */
final class StationVersions {

    private final String code;
    private final List<AirStation> versions;

    /** @param versions oldest first */
    StationVersions(String code, List<AirStation> versions) {
        this.code = code;
        this.versions = versions;
    }

    /** By station, the first day of its newest version, as {@link StationCells} wants it. */
    Map<String, LocalDate> newest() {
        return versions.isEmpty() ? Map.of() : Map.of(code, versions.get(versions.size() - 1).validFrom);
    }

    /** Of the newest change of any version; null when there is none. */
    @Nullable Long revision() {
        return versions.stream().map(version -> version.revision).max(Long::compare).orElse(null);
    }

    /** The newest version that has begun on {@code day}; null when there is none. */
    @Nullable AirStation begun(LocalDate day) {
        return versions.stream().filter(version -> !version.validFrom.isAfter(day)).reduce((older, newer) -> newer).orElse(null);
    }

    boolean isEmpty() {
        return versions.isEmpty();
    }

    /**
     * What an entry changes.
     *
     * @param target    the version it speaks of; not yet in the session when {@code created}
     * @param created   whether that version is new
     * @param differs   whether it says anything new of the version
     * @param shortened earlier versions that end where it begins
     */
    record Edit(StationRow row, AirStation target, boolean created, boolean differs, List<AirStation> shortened) {

        boolean isEmpty() {
            return !created && !differs && shortened.isEmpty();
        }

        /** Versions whose state is superseded. */
        List<AirStation> superseded() {
            List<AirStation> superseded = new ArrayList<>(shortened);
            if (!created && differs) {
                superseded.add(target);
            }
            return superseded;
        }

        void apply(long revision, UUID batch) {
            if (created || differs) {
                fill(target, row);
                target.batchId = batch;
                publish(target, revision, created ? null : "resend");
            }
            for (AirStation earlier : shortened) {
                earlier.validTo = row.validFrom();
                publish(earlier, revision, "recalculation");
            }
        }
    }

    Edit edit(StationRow said) {
        LocalDate start = said.validFrom();
        LocalDate next = versions.stream().map(version -> version.validFrom).filter(start::isBefore).findFirst().orElse(null);
        LocalDate end = next != null && (said.validTo() == null || said.validTo().isAfter(next)) ? next : said.validTo();
        StationRow row = said.endingOn(end);
        AirStation known = versions.stream().filter(version -> version.validFrom.equals(start)).findFirst().orElse(null);
        List<AirStation> shortened = versions.stream()
                .filter(version -> version.validFrom.isBefore(start) && (version.validTo == null || version.validTo.isAfter(start))).toList();
        AirStation target = known != null ? known : new AirStation();
        return new Edit(row, target, known == null, !says(target, row), shortened);
    }

    private static void publish(AirStation version, long revision, @Nullable String reason) {
        version.revision = revision;
        version.revisionReason = reason;
    }

    private static void fill(AirStation version, StationRow row) {
        version.stationCode = row.stationCode();
        version.validFrom = row.validFrom();
        version.validTo = row.validTo();
        version.name = row.name();
        version.nameEn = row.nameEn();
        version.cityCode = row.cityCode();
        version.cityName = row.cityName();
        version.divisionCode = row.divisionCode();
        version.longitude = row.longitude();
        version.latitude = row.latitude();
        version.datum = row.datum();
        version.elevation = row.elevation();
        version.siteType = row.siteType();
        version.controlLevel = row.controlLevel();
        version.inCityEvaluation = row.inCityEvaluation();
        version.measuredPollutants = row.measuredPollutants() == null ? null : row.measuredPollutants().toArray(String[]::new);
        version.operator = row.operator();
    }

    private static boolean says(AirStation version, StationRow row) {
        return Objects.equals(texts(version), Arrays.asList(row.name(), row.nameEn(), row.cityCode(), row.cityName(), row.divisionCode(),
                row.datum(), row.siteType(), row.controlLevel(), row.operator(), row.validTo(), row.inCityEvaluation(), row.measuredPollutants()))
                && same(version.longitude, row.longitude()) && same(version.latitude, row.latitude()) && same(version.elevation, row.elevation());
    }

    private static List<@Nullable Object> texts(AirStation version) {
        return Arrays.asList(version.name, version.nameEn, version.cityCode, version.cityName, version.divisionCode, version.datum, version.siteType,
                version.controlLevel, version.operator, version.validTo, version.inCityEvaluation,
                version.measuredPollutants == null ? null : Arrays.asList(version.measuredPollutants));
    }

    /** Numerically: 109.0 is 109. */
    private static boolean same(@Nullable BigDecimal left, @Nullable BigDecimal right) {
        return left == null || right == null ? left == right : left.compareTo(right) == 0;
    }
}
