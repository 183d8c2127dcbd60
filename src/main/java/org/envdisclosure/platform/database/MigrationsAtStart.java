package org.envdisclosure.platform.database;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.List;

/** Migrates before anything else in the service begins; the HTTP port opens after it. */
@ApplicationScoped
class MigrationsAtStart {

    private final AgroalDataSource database;
    private final List<GeneratedSql> generated;

    MigrationsAtStart(AgroalDataSource database, @All List<GeneratedSql> generated) {
        this.database = database;
        this.generated = generated;
    }

    void migrate(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start) {
        MigrationRunner.migrate(database, generated);
    }
}
