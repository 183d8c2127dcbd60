package org.envdisclosure.platform.operation;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.envdisclosure.platform.time.ChinaTime;

/** The one thing that can turn a started service DOWN: a database that does not answer. */
@Singleton
@Readiness
class DatabaseHealth implements HealthCheck {

    private final Pulse pulse;

    DatabaseHealth(Pulse pulse) {
        this.pulse = pulse;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database").status(pulse.isDatabaseAnswering())
                .withData("last_answer", ChinaTime.format(pulse.lastAnswer())).build();
    }
}
