package org.envdisclosure.platform.register;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.envdisclosure.platform.ingest.ManualReceipts;
import org.envdisclosure.platform.ingest.StoredTable.Field;
import org.envdisclosure.platform.revision.ReactiveLedger;
import org.envdisclosure.platform.web.WriteCondition;
import org.hibernate.reactive.mutiny.Mutiny;

/** Writes one entry at a time, as people edit a register. */
@ApplicationScoped
class RegisterWriter {

    private static final String VERSIONS = "FROM %s WHERE code = :code ORDER BY validFrom";
    private static final String ARCHIVE = """
            INSERT INTO %1$s_history (%3$s, revision, revision_reason, batch_id, superseded_revision)
            SELECT %3$s, revision, revision_reason, batch_id, CAST(? AS bigint)
              FROM %1$s
             WHERE %2$s = ? AND valid_from = ?
            """;

    private final ReactiveLedger ledger;
    private final Dependents dependents;

    RegisterWriter(ReactiveLedger ledger, Dependents dependents) {
        this.ledger = ledger;
        this.dependents = dependents;
    }

    /**
     * What became of an entry.
     *
     * @param versions of the code, with the entry
     * @param target   the version it speaks of
     * @param created  whether the code was not known before
     */
    record Written<V extends Version>(Versions<V> versions, V target, boolean created) {
    }

    /** Whoever writes, and on which condition. */
    record Author(String keyName, WriteCondition condition) {
    }

    /**
     * Enters a code, a version of it or a correction of one, in a transaction of its own.
     *
     * @throws org.envdisclosure.platform.problem.ApiProblem 412 when the condition does not hold, 400 for a wrong entry
     */
    <V extends Version> Uni<Written<V>> put(Register<V> register, String code, RegisterEntry entry, Author author) {
        return ledger.change(register.dataset(), dependents.of(register.dataset()), change -> versions(register, change.session(), code)
                .invoke(versions -> author.condition().require(versions.revision()))
                .chain(versions -> register.reading(change.session(), entry.cells())
                        .map(reading -> versions.edit(entry.row(versions.newest(), reading)))
                        .call(edit -> edit.isEmpty() ? Uni.createFrom().voidItem() : publish(register, change, edit, author.keyName(), entry.raw()))
                        .chain(edit -> versions(register, change.session(), code)
                                .map(after -> new Written<>(after, edit.target(), versions.isEmpty())))));
    }

    private static <V extends Version> Uni<Versions<V>> versions(Register<V> register, Mutiny.Session session, String code) {
        return session.createSelectionQuery(VERSIONS.formatted(register.entity().getSimpleName()), register.entity()).setParameter("code", code)
                .getResultList().map(found -> new Versions<>(register, code, found));
    }

    /** Superseded states go to the history before the session writes the new ones over them. */
    private static <V extends Version> Uni<Void> publish(Register<V> register, ReactiveLedger.Change change, Versions.Edit<V> edit, String keyName,
                                                         String raw) {
        UUID batch = UUID.randomUUID();
        return archive(register, change, edit.superseded())
                .invoke(() -> edit.apply(change.revision(), batch))
                .chain(() -> edit.created() ? change.session().persist(edit.target()) : Uni.createFrom().voidItem())
                .chain(() -> change.session().flush())
                // searches what follows, which may take long: whoever publishes anything waits from the stamp on
                .chain(() -> register.followedBy(change.revision()).map(change::execute).orElseGet(() -> Uni.createFrom().voidItem()))
                .chain(() -> change.stamp(batch))
                .chain(() -> ManualReceipts.write(change, batch, keyName, raw, edit.created()));
    }

    private static <V extends Version> Uni<Void> archive(Register<V> register, ReactiveLedger.Change change, List<V> superseded) {
        String archive = ARCHIVE.formatted(register.table().name(), register.codeColumn(),
                register.table().staged().stream().map(Field::name).collect(Collectors.joining(", ")));
        return Multi.createFrom().iterable(superseded)
                .onItem().transformToUniAndConcatenate(version ->
                        change.execute(archive, change.revision(), version.code, version.validFrom).replaceWith(version))
                .collect().asList()
                .replaceWithVoid();
    }
}
