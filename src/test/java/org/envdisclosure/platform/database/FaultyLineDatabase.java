package org.envdisclosure.platform.database;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.LinkedHashMap;
import java.util.Map;

/** A database of its own at the other end of a {@link FaultyLine}. */
public final class FaultyLineDatabase implements QuarkusTestResourceLifecycleManager {

    private final DatabaseUrl real = TestDatabase.fresh();
    private final FaultyLine line = new FaultyLine(real.host(), real.port());

    @Override
    public Map<String, String> start() {
        Map<String, String> properties = new LinkedHashMap<>(new DatabaseUrl("127.0.0.1", line.port(), real.database(), real.user(),
                real.password(), real.options()).quarkusProperties());
        properties.put("envd.rate-limit", "20");
        properties.put("envd.trusted-proxies", "127.0.0.1");
        return properties;
    }

    @Override
    public void inject(TestInjector tests) {
        tests.injectIntoFields(line, new TestInjector.MatchesType(FaultyLine.class));
    }

    @Override
    public void stop() {
        line.cut();
    }
}
