package org.envdisclosure.platform.operation;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.envdisclosure.platform.time.ChinaTime;

/** What data there is and how old. Always UP: a replica that is taken out of service cannot show that the feed has stopped. */
@Singleton
@Readiness
class DataHealth implements HealthCheck {

    private final DataFacts facts;
    private final Clock clock;

    DataHealth(DataFacts facts, Clock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        Instant now = clock.instant();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("data").up();
        facts.datasets().forEach(fact -> tell(response, fact, now));
        facts.queues().forEach(fact -> response
                .withData(fact.queue() + ".waiting", fact.waiting())
                .withData(fact.queue() + ".lag_seconds", fact.lag(now).toSeconds()));
        return response.build();
    }

    private static void tell(HealthCheckResponseBuilder response, DatasetFact fact, Instant now) {
        response.withData(fact.dataset() + ".revision", fact.revision()).withData(fact.dataset() + ".empty", fact.isEmpty());
        if (fact.newest() != null) {
            response.withData(fact.dataset() + ".newest", ChinaTime.format(fact.newest()))
                    .withData(fact.dataset() + ".age_minutes", fact.age(now).toMinutes());
        }
    }
}
