package org.envdisclosure.platform.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The versions of one entry and what one more does to them, as {@link RegisterPlan} does it to many: one with the first day of a
 * version corrects it, any other is a new version; a version ends where the next begins that was ever in force.
 *
 * @param <V> the register's entity
 */
final class Versions<V extends Version> {

    private final Register<V> register;
    private final String code;
    private final List<V> versions;

    /** @param versions oldest first */
    Versions(Register<V> register, String code, List<V> versions) {
        this.register = register;
        this.code = code;
        this.versions = versions;
    }

    /** By code, the first day of its newest version, as {@link VersionCells} wants it. */
    Map<String, LocalDate> newest() {
        return versions.isEmpty() ? Map.of() : Map.of(code, versions.get(versions.size() - 1).validFrom);
    }

    /** Of the newest change of any version; null when there is none. */
    @Nullable Long revision() {
        return versions.stream().map(version -> version.revision).max(Long::compare).orElse(null);
    }

    /** The newest version that has begun on {@code day}; null when there is none. */
    @Nullable V begun(LocalDate day) {
        return versions.stream().filter(version -> !version.isNeverInForce()).filter(version -> !version.validFrom.isAfter(day)).reduce((older, newer) -> newer).orElse(null);
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
    record Edit<V extends Version>(Register<V> register, VersionRow row, V target, boolean created, boolean differs, List<V> shortened) {

        boolean isEmpty() {
            return !created && !differs && shortened.isEmpty();
        }

        /** Versions whose state is superseded. */
        List<V> superseded() {
            List<V> superseded = new ArrayList<>(shortened);
            if (!created && differs) {
                superseded.add(target);
            }
            return superseded;
        }

        void apply(long revision, UUID batch) {
            if (created || differs) {
                target.code = row.code();
                target.validFrom = row.validFrom();
                target.validTo = row.validTo();
                register.fill(target, row.values());
                target.batchId = batch;
                publish(target, revision, created ? null : "resend");
            }
            for (V earlier : shortened) {
                earlier.validTo = row.validFrom();
                publish(earlier, revision, "recalculation");
            }
        }

        private static void publish(Version version, long revision, @Nullable String reason) {
            version.revision = revision;
            version.revisionReason = reason;
        }
    }

    Edit<V> edit(VersionRow said) {
        LocalDate start = said.validFrom();
        LocalDate next = versions.stream().filter(version -> !version.isNeverInForce()).map(version -> version.validFrom).filter(start::isBefore).findFirst().orElse(null);
        LocalDate end = next != null && (said.validTo() == null || said.validTo().isAfter(next)) ? next : said.validTo();
        VersionRow row = said.endingOn(end);
        V known = versions.stream().filter(version -> version.validFrom.equals(start)).findFirst().orElse(null);
        List<V> shortened = versions.stream()
                .filter(version -> !row.isNeverInForce() && version.validFrom.isBefore(start) && (version.validTo == null || version.validTo.isAfter(start))).toList();
        V target = known != null ? known : register.create();
        boolean differs = !Objects.equals(target.validTo, row.validTo()) || !VersionRow.same(register.values(target), row.values());
        return new Edit<>(register, row, target, known == null, differs, shortened);
    }
}
