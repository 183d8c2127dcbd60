package org.envdisclosure;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each wall meets code that breaks it and code that is near it and allowed. */
class WallsCanFailTest {

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} may not know {1}")
    @CsvSource({
        "noise, air", "noise, catalog", "noise, cli", "noise, site", "place, noise", "place, catalog", "place, site", "catalog, noise", "catalog, place",
        "catalog, site", "site, noise", "site, place", "site, catalog", "site, cli", "platform.sql, site",
        "platform.sql, noise", "platform.sql, place", "platform.sql, catalog", "platform.sql, cli", "cli, platform.time", "cli, place"})
    void a_room_that_knows_what_it_may_not(String from, String to) throws IOException {
        assertThat(broken(Walls.ROOMS_KNOW_ONLY_WHAT_THEY_MAY, knowing(from, to))).isTrue();
    }

    @ParameterizedTest(name = "{0} may know {1}")
    @CsvSource({
        "noise, place", "noise, platform.sql", "noise, noise.rules", "place, platform.sql", "catalog, platform.sql", "site, platform.web",
        "platform.web, platform.sql", "cli, cli"})
    void a_room_that_knows_what_it_may(String from, String to) throws IOException {
        assertThat(broken(Walls.ROOMS_KNOW_ONLY_WHAT_THEY_MAY, knowing(from, to))).isFalse();
    }

    @Test
    void a_dataset_that_knows_the_entry_point() throws IOException {
        assertThat(broken(Walls.ROOMS_KNOW_ONLY_WHAT_THEY_MAY,
                "package org.envdisclosure.noise; class Wrong { Object use = org.envdisclosure.Main.class; }")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "java.time.Clock", "java.sql.Connection", "java.io.InputStream", "java.net.URI", "io.smallrye.mutiny.Uni",
        "com.fasterxml.jackson.databind.JsonNode", "jakarta.inject.Inject", "io.quarkus.logging.Log",
        "org.envdisclosure.platform.time.ChinaTime", "org.envdisclosure.air.rules.Iaqi[]"})
    void a_rule_that_is_not_pure(String used) throws IOException {
        assertThat(broken(Walls.RULES_ARE_PURE, rule(used))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "java.time.LocalDate", "java.math.BigDecimal", "java.util.List", "int[]", "org.jspecify.annotations.Nullable",
        "org.envdisclosure.platform.measure.HalfEven"})
    void a_rule_that_is_pure(String used) throws IOException {
        assertThat(broken(Walls.RULES_ARE_PURE, rule(used))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "io.vertx.mutiny.sqlclient.Pool", "io.vertx.sqlclient.Pool", "io.vertx.sqlclient.SqlClient", "io.vertx.pgclient.PgConnection",
        "io.agroal.api.AgroalDataSource", "javax.sql.DataSource", "org.postgresql.PGConnection", "java.sql.DriverManager"})
    void a_dataset_that_holds_the_pool(String pool) throws IOException {
        assertThat(broken(Walls.DATASETS_HOLD_NO_POOL, using("noise", pool))).isTrue();
        assertThat(broken(Walls.DATASETS_HOLD_NO_POOL, using("noise.rules", pool))).isTrue();
    }

    @Test
    void a_dataset_is_handed_a_connection_and_only_the_platform_has_the_pool() throws IOException {
        assertThat(broken(Walls.DATASETS_HOLD_NO_POOL, using("noise", "java.sql.Connection"))).isFalse();
        assertThat(broken(Walls.DATASETS_HOLD_NO_POOL, using("platform.sql", "javax.sql.DataSource"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "io.smallrye.mutiny.Uni.createFrom().item(1).await().indefinitely();",
        "io.smallrye.mutiny.Uni.createFrom().item(1).subscribe().with(one -> { });",
        "io.smallrye.mutiny.Uni.createFrom().item(1).subscribeAsCompletionStage();",
        "io.smallrye.mutiny.Multi.createFrom().items(1).subscribe().with(one -> { });",
        "io.smallrye.mutiny.Multi.createFrom().items(1).subscribe().asStream();",
        "Runnable later = () -> io.smallrye.mutiny.Uni.createFrom().item(1).await().indefinitely();",
        "java.util.function.Function<io.smallrye.mutiny.Uni<String>, Object> wait = io.smallrye.mutiny.Uni::await;"})
    void code_that_waits_or_subscribes(String statement) throws IOException {
        assertThat(broken(Walls.NOBODY_WAITS_OR_SUBSCRIBES, method("", statement))).isTrue();
        assertThat(broken(Walls.NOBODY_WAITS_OR_SUBSCRIBES, method("io.quarkus.runtime.ShutdownEvent stop", statement))).isTrue();
    }

    @Test
    void start_up_may_wait_and_a_latch_is_no_uni() throws IOException {
        assertThat(broken(Walls.NOBODY_WAITS_OR_SUBSCRIBES, method("io.quarkus.runtime.StartupEvent start",
                "io.smallrye.mutiny.Uni.createFrom().item(1).await().indefinitely();"))).isFalse();
        assertThat(broken(Walls.NOBODY_WAITS_OR_SUBSCRIBES, method("", "new java.util.concurrent.CountDownLatch(0).await();"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "java.time.Instant.now();", "java.time.LocalDate.now();", "java.time.LocalDate.now(java.time.ZoneOffset.UTC);",
        "java.time.OffsetDateTime.now();", "java.time.Clock.systemUTC();", "java.time.Clock.systemDefaultZone();",
        "java.time.Clock.tickSeconds(java.time.ZoneOffset.UTC);", "System.currentTimeMillis();", "new java.util.Date();",
        "java.util.Calendar.getInstance();", "java.util.function.Supplier<Object> now = java.time.Instant::now;"})
    void code_that_reads_the_time_from_the_machine(String statement) throws IOException {
        assertThat(broken(Walls.ONE_CLOCK, method("", statement))).isTrue();
    }

    @Test
    void the_one_clock_is_made_in_its_room_and_asked_everywhere() throws IOException {
        assertThat(broken(Walls.ONE_CLOCK, "package org.envdisclosure.platform.time; class Made { Object clock = java.time.Clock.systemUTC(); }")).isFalse();
        assertThat(broken(Walls.ONE_CLOCK, method("java.time.Clock clock", "clock.instant(); java.time.LocalDate.now(clock); System.nanoTime();"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "int calls;", "static int calls;", "private String last;", "final int[] counts = {0};", "static final int[] COUNTS = {0};",
        "final java.util.Map<String, String> cache = java.util.Map.of();", "static final java.util.HashMap<String, String> CACHE = new java.util.HashMap<>();",
        "final java.util.concurrent.atomic.AtomicLong hits = new java.util.concurrent.atomic.AtomicLong();",
        "final StringBuilder log = new StringBuilder();"})
    void a_resource_that_holds_state(String field) throws IOException {
        assertThat(broken(Walls.RESOURCES_HOLD_NO_STATE, resource(field))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "static final String WORD = \"a\";", "static final java.util.List<String> WORDS = java.util.List.of();",
        "final java.time.Clock clock = null;"})
    void a_resource_that_holds_constants_and_collaborators(String field) throws IOException {
        assertThat(broken(Walls.RESOURCES_HOLD_NO_STATE, resource(field))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "throw new jakarta.ws.rs.WebApplicationException(400);", "throw new jakarta.ws.rs.NotFoundException();",
        "java.util.function.Supplier<RuntimeException> missing = jakarta.ws.rs.NotFoundException::new;"})
    void code_that_throws_a_web_application_exception(String statement) throws IOException {
        assertThat(broken(Walls.NOBODY_THROWS_WEB_APPLICATION_EXCEPTIONS, method("", statement))).isTrue();
    }

    @Test
    void a_web_application_exception_may_be_read_but_not_extended() throws IOException {
        assertThat(broken(Walls.NOBODY_THROWS_WEB_APPLICATION_EXCEPTIONS,
                method("jakarta.ws.rs.WebApplicationException refused", "refused.getResponse();"))).isFalse();
        assertThat(broken(Walls.NOBODY_THROWS_WEB_APPLICATION_EXCEPTIONS,
                "package org.envdisclosure.noise; class Wrong extends jakarta.ws.rs.NotFoundException { }")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"util", "helper", "common", "impl"})
    void a_package_named_after_nothing(String name) throws IOException {
        assertThat(broken(Walls.PACKAGES_ARE_NAMED_AFTER_WORK, "package org.envdisclosure.noise." + name + ".deep; class Any { }")).isTrue();
        assertThat(broken(Walls.PACKAGES_ARE_NAMED_AFTER_WORK, "package org.envdisclosure.noise." + name + "ed; class Any { }")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TimeUtil", "TimeUtils", "UtilTime", "ReadingHelper", "HelperOfReadings", "SessionManager", "StationsImpl", "AbstractReading"})
    void a_class_named_after_nothing(String name) throws IOException {
        assertThat(broken(Walls.CLASSES_ARE_NAMED_AFTER_WORK, "package org.envdisclosure.noise; class " + name + " { }")).isTrue();
        assertThat(broken(Walls.CLASSES_ARE_NAMED_AFTER_WORK, "package org.envdisclosure.noise; class Outer { static class " + name + " { } }")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Utility", "Utf8", "Helpful", "Management", "Implied", "Abstraction"})
    void a_class_with_a_name_of_its_own(String name) throws IOException {
        assertThat(broken(Walls.CLASSES_ARE_NAMED_AFTER_WORK, "package org.envdisclosure.noise; class " + name + " { }")).isFalse();
    }

    @Test
    void two_platform_rooms_that_know_each_other() throws IOException {
        String left = "package org.envdisclosure.platform.left; public class Left { org.envdisclosure.platform.right.Right other; }";

        assertThat(broken(Walls.NO_CYCLES_IN_THE_PLATFORM, left,
                "package org.envdisclosure.platform.right; public class Right { org.envdisclosure.platform.left.Left other; }")).isTrue();
        assertThat(broken(Walls.NO_CYCLES_IN_THE_PLATFORM, left, "package org.envdisclosure.platform.right; public class Right { }")).isFalse();
    }

    private boolean broken(ArchRule wall, String... sources) throws IOException {
        Path own = folder.resolve(UUID.randomUUID().toString());
        EvaluationResult result = wall.allowEmptyShould(true).evaluate(WrongCode.in(Files.createDirectories(own), sources));
        return result.hasViolation();
    }

    private static String[] knowing(String from, String to) {
        return new String[] {
            "package org.envdisclosure.%s; class Knowing { Object use = org.envdisclosure.%s.Known.class; }".formatted(from, to),
            "package org.envdisclosure.%s; public class Known { }".formatted(to)};
    }

    private static String rule(String used) {
        return "package org.envdisclosure.noise.rules; class Rule { Object use = %s.class; Rule same; }".formatted(used);
    }

    private static String using(String room, String type) {
        return "package org.envdisclosure.%s; class Using { %s held; }".formatted(room, type);
    }

    private static String method(String parameters, String statement) {
        return "package org.envdisclosure.noise; class Any { void any(%s) throws Exception { %s } }".formatted(parameters, statement);
    }

    private static String resource(String field) {
        return "package org.envdisclosure.noise; @jakarta.ws.rs.Path(\"/noise\") class NoiseResource { %s }".formatted(field);
    }
}
