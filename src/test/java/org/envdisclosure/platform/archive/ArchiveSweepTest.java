package org.envdisclosure.platform.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.platform.archive.ProbedMonth.MARCH;
import static org.envdisclosure.platform.archive.ProbedMonth.execute;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class ArchiveSweepTest {

    @Inject
    AgroalDataSource database;

    @Inject
    ArchiveJob job;

    @Inject
    ArchiveSweep sweep;

    @Inject
    ArchiveStore store;

    @Test
    void a_file_that_was_written_anew_and_listed_since_the_sweep_looked_stays() throws Exception {
        try (Connection connection = database.getConnection()) {
            // Given
            ProbedMonth probe = ProbedMonth.in(connection, "relisted");
            job.build(probe.dataset(), MARCH);
            execute(connection, "DELETE FROM archive WHERE dataset = 'probe-relisted'; DELETE FROM archive_piece WHERE dataset = 'probe-relisted'");
            List<Path> files = aged(probe);
            assertThat(sweep.unneeded(probe.archived())).containsExactlyInAnyOrderElementsOf(files).hasSize(3);
            // When
            assertThat(job.build(probe.dataset(), MARCH)).isTrue();
            int removed = sweep.remove(probe.archived(), files);
            // Then
            assertThat(removed).isZero();
            assertThat(files).allSatisfy(file -> assertThat(file).exists());
        }
    }

    /** As with a grace that is shorter than a build takes. */
    @Test
    void files_of_a_month_that_is_being_built_stay() throws Exception {
        try (Connection builder = database.getConnection()) {
            ProbedMonth probe = ProbedMonth.in(builder, "building");
            Path unlisted = store.path("probe-building", "probe-building_2026-03_r1_00000000.csv.gz");
            Path half = unlisted.resolveSibling("probe-building_2026-03_r1.0.arriving");
            Path other = unlisted.resolveSibling("probe-building_2026-04_r1_00000000.csv.gz");
            Path nobodys = unlisted.resolveSibling("notes.txt");
            Files.createDirectories(unlisted.getParent());
            for (Path file : List.of(unlisted, half, other, nobodys)) {
                Files.write(file, new byte[] {31});
            }
            aged(probe);
            builder.setAutoCommit(false);
            assertThat(ArchiveLedger.claim(builder, probe.archived(), MARCH)).isTrue();

            assertThat(sweep.sweep(probe.dataset())).isEqualTo(1);

            assertThat(other).doesNotExist();
            assertThat(List.of(unlisted, half, nobodys)).allSatisfy(file -> assertThat(file).exists());
            builder.rollback();
            builder.setAutoCommit(true);
            assertThat(sweep.sweep(probe.dataset())).as("the build has stopped").isEqualTo(2);
            assertThat(nobodys).exists();
        }
    }

    private List<Path> aged(ProbedMonth probe) throws IOException {
        try (Stream<Path> files = store.files(probe.dataset().id())) {
            List<Path> all = files.toList();
            for (Path file : all) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
            }
            return all;
        }
    }
}
