package org.envdisclosure.platform.operation;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** UP once migrations and the sample are done; the port opens after that, so DOWN is seen only when this order breaks. */
@Singleton
@Startup
@Readiness
class StartHealth implements HealthCheck {

    private final Pulse pulse;

    StartHealth(Pulse pulse) {
        this.pulse = pulse;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("start").status(pulse.isBegun()).build();
    }
}
