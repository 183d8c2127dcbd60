package org.envdisclosure.air;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.envdisclosure.place.Divisions;
import org.envdisclosure.platform.ingest.ManualReceipts;
import org.envdisclosure.platform.ingest.StoredTable.Field;
import org.envdisclosure.platform.revision.ReactiveLedger;
import org.envdisclosure.platform.web.WriteCondition;
import org.hibernate.reactive.mutiny.Mutiny;

/** Writes one station at a time, as people edit the register. */
@ApplicationScoped
class StationRegister {

    private static final String VERSIONS = "FROM AirStation WHERE stationCode = :code ORDER BY validFrom";
    private static final String ARCHIVE = """
            INSERT INTO air_stations_history (%1$s, revision, revision_reason, batch_id, superseded_revision)
            SELECT %1$s, revision, revision_reason, batch_id, CAST(? AS bigint)
              FROM air_stations
             WHERE station_code = ? AND valid_from = ?
            """.formatted(AirTables.STATIONS.staged().stream().map(Field::name).collect(Collectors.joining(", ")));

    private final ReactiveLedger ledger;
    private final RegisterDependents dependents;

    StationRegister(ReactiveLedger ledger, RegisterDependents dependents) {
        this.ledger = ledger;
        this.dependents = dependents;
    }

    /**
     * What became of an entry.
     *
     * @param versions of the station, with the entry
     * @param target   the version it speaks of
     * @param created  whether the station was not known before
     */
    record Written(StationVersions versions, AirStation target, boolean created) {
    }

    /** Whoever writes, and on which condition. */
    record Author(String keyName, WriteCondition condition) {
    }

    /**
     * Enters a station, a version of it or a correction of one, in a transaction of its own.
     *
     * @throws org.envdisclosure.platform.problem.ApiProblem 412 when the condition does not hold, 400 for a wrong entry
     */
    Uni<Written> put(String code, StationEntry entry, Author author) {
        return ledger.change("air-stations", dependents.ids(), change -> versions(change.session(), code)
                .invoke(versions -> author.condition().require(versions.revision()))
                .chain(versions -> row(change.session(), entry, versions)
                        .map(versions::edit)
                        .call(edit -> edit.isEmpty() ? Uni.createFrom().voidItem() : publish(change, edit, author.keyName(), entry.raw()))
                        .chain(edit -> versions(change.session(), code).map(after -> new Written(after, edit.target(), versions.isEmpty())))));
    }

    private static Uni<StationVersions> versions(Mutiny.Session session, String code) {
        return session.createSelectionQuery(VERSIONS, AirStation.class).setParameter("code", code).getResultList()
                .map(found -> new StationVersions(code, found));
    }

    private static Uni<StationRow> row(Mutiny.Session session, StationEntry entry, StationVersions versions) {
        return Divisions.read(session, Objects.requireNonNullElse(entry.cityToLookUp(), ""))
                .map(divisions -> entry.row(versions.newest(), divisions));
    }

    /** Superseded states go to the history before the session writes the new ones over them. */
    private static Uni<Void> publish(ReactiveLedger.Change change, StationVersions.Edit edit, String keyName, String raw) {
        UUID batch = UUID.randomUUID();
        return archive(change, edit.superseded())
                .invoke(() -> edit.apply(change.revision(), batch))
                .chain(() -> edit.created() ? change.session().persist(edit.target()) : Uni.createFrom().voidItem())
                .chain(() -> change.session().flush())
                .chain(() -> change.stamp(batch))
                .chain(() -> ManualReceipts.write(change, batch, keyName, raw, edit.created()))
                .chain(() -> change.execute(StationPlan.QUEUE.formatted(change.revision())));
    }

    private static Uni<Void> archive(ReactiveLedger.Change change, List<AirStation> superseded) {
        return Multi.createFrom().iterable(superseded)
                .onItem().transformToUniAndConcatenate(version ->
                        change.execute(ARCHIVE, change.revision(), version.stationCode, version.validFrom).replaceWith(version))
                .collect().asList()
                .replaceWithVoid();
    }
}
