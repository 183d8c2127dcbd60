package org.envdisclosure.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.AirService.writing;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An operator reads warnings as something to look at: an entry that is taken or refused is none. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class StationPutLogTest {

    private static final Logger HIBERNATE = Logger.getLogger("org.hibernate");

    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord record) {
            if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
                warnings.add(record.getMessage());
            }
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    @BeforeEach
    void listen() {
        HIBERNATE.addHandler(listener);
    }

    @AfterEach
    void nobody_listens() {
        HIBERNATE.removeHandler(listener);
    }

    private static int put(String condition, String body) {
        return writing().contentType("application/json").header("If-Match", condition).body(body).put("/air/stations/pt-log").statusCode();
    }

    @Test
    void neither_a_taken_nor_a_refused_entry_is_a_warning() {
        assertThat(StationPutTest.put("pt-log", "{\"name\":\"a\"}").statusCode()).isIn(200, 201);
        assertThat(put("*", "{\"name\":\"b\"}")).isEqualTo(200);
        assertThat(put("*", "{\"name\":\"b\"}")).isEqualTo(200);
        assertThat(put("\"r0-1970-01-01\"", "{\"name\":\"c\"}")).isEqualTo(412);
        assertThat(put("*", "{\"name\":\"a\",\"valid_from\":\"2026-02-30\"}")).isEqualTo(400);

        assertThat(warnings).isEmpty();
    }
}
