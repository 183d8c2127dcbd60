package org.envdisclosure.platform.operation;

import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.SQLException;

/** Keeps the state of the data up to date, apart from the {@link Pulse}: a long backlog takes long to count and says nothing against the database. */
@Singleton
class FactWatch {

    private final AgroalDataSource database;
    private final DataFacts facts;

    FactWatch(AgroalDataSource database, DataFacts facts) {
        this.database = database;
        this.facts = facts;
    }

    /** After everything else of the start, so that the first probe is told. */
    void begin(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) StartupEvent start) {
        look();
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try (Connection connection = database.getConnection()) {
            facts.refresh(connection);
        } catch (SQLException unreachable) {
            // that the database is gone is the pulse's to tell
            Log.debugf("state of the data not looked up: %s", unreachable.getMessage());
        }
    }
}
