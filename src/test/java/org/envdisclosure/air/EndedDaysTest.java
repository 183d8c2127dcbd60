package org.envdisclosure.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.envdisclosure.air.AirService.at;
import static org.envdisclosure.air.AirService.station;
import static org.envdisclosure.air.AirService.take;
import static org.envdisclosure.air.HourFile.Air.AT_THE_LIMIT;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.ingest.Stage;
import org.envdisclosure.platform.rollup.Drained;
import org.envdisclosure.platform.sql.Transactions;
import org.envdisclosure.platform.time.ChinaTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Days end although no data comes. Every clock here runs in a transaction that is rolled back. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class EndedDaysTest {

    @Inject
    Transactions transactions;

    @Inject
    CompletenessConfig config;

    @Inject
    CompletenessMonths months;

    @FunctionalInterface
    private interface Work {
        void in(Connection connection) throws Exception;
    }

    /** As it was when {@code through} was the last day that had ended. */
    private static void rolledBack(String through, Work work) throws Exception {
        Drained.queues();
        try (Connection connection = AirService.database().getConnection()) {
            connection.setAutoCommit(false);
            try {
                execute(connection, "UPDATE air_days_ended SET through = " + through);
                work.in(connection);
            } finally {
                connection.rollback();
            }
        }
    }

    private int tick(Connection connection, String local) throws SQLException {
        return new EndedDays(transactions, Clock.fixed(at(local), ZoneOffset.UTC), config).follow(connection);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /** What waits of a station. */
    private static String queued(Connection connection, String station) throws SQLException {
        return text(connection, "SELECT coalesce(string_agg(DISTINCT bucket_day::text, ' ' ORDER BY bucket_day::text), '') FROM rollup_queue "
                + "WHERE dataset = 'air-completeness' AND bucket_key = '" + station + "'");
    }

    /** Computes a month of a station as it would be published now. */
    private String computed(Connection connection, String station, String month) throws Exception {
        execute(connection, "CREATE TEMPORARY TABLE IF NOT EXISTS rollup_due (bucket_key text COLLATE \"C\", bucket_day date) ON COMMIT DELETE ROWS");
        execute(connection, "DELETE FROM rollup_due; INSERT INTO rollup_due VALUES ('" + station + "', '" + month + "-01')");
        Stage stage = Stage.open(connection, CompletenessTables.MONTHS);
        execute(connection, "DELETE FROM stage_air_completeness");
        months.compute(connection, stage);
        stage.complete();
        return text(connection, "SELECT string_agg(hours_expected || ' ' || hours_valid || ' ' || valid_rate || ' ' || array_to_string(gaps, ','), '') "
                + "FROM stage_air_completeness WHERE pollutant = 'NO2'");
    }

    private static void silentFromJune29(String code) {
        take("/air/stations", station(code, code, ""));
        new HourFile().days(code, LocalDate.of(2026, 6, 27), 2, AT_THE_LIMIT).sent();
    }

    @Test
    void a_silence_grows_as_the_clock_passes_midnight_and_the_hour_in_which_the_last_hour_may_be_published() throws Exception {
        silentFromJune29("ed01");
        rolledBack("'2026-06-28'", connection -> {
            assertThat(computed(connection, "ed01", "2026-06")).isEqualTo("48 48 100.0 ");

            assertThat(tick(connection, "2026-06-29T23:59:59")).isZero();
            assertThat(tick(connection, "2026-06-30T00:59:59")).isZero();
            assertThat(queued(connection, "ed01")).isEmpty();

            assertThat(tick(connection, "2026-06-30T01:00:00")).isPositive();
            assertThat(queued(connection, "ed01")).isEqualTo("2026-06-01");
            assertThat(computed(connection, "ed01", "2026-06")).isEqualTo("72 48 66.7 2026-06-29T00:00:00+08:00/2026-06-30T00:00:00+08:00");

            tick(connection, "2026-07-01T01:00:00");
            assertThat(computed(connection, "ed01", "2026-06")).isEqualTo("96 48 50.0 2026-06-29T00:00:00+08:00/2026-07-01T00:00:00+08:00");
            assertThat(computed(connection, "ed01", "2026-07")).as("no day of July has ended").isNull();
            assertThat(queued(connection, "ed01")).isEqualTo("2026-06-01");

            tick(connection, "2026-07-02T01:00:00");
            assertThat(queued(connection, "ed01")).isEqualTo("2026-06-01 2026-07-01");
            assertThat(computed(connection, "ed01", "2026-06")).isEqualTo("96 48 50.0 2026-06-29T00:00:00+08:00/2026-07-01T00:00:00+08:00");
            assertThat(computed(connection, "ed01", "2026-07")).isEqualTo("24 0 0.0 2026-07-01T00:00:00+08:00/2026-07-02T00:00:00+08:00");
        });
    }

    @Test
    void a_day_that_has_ended_is_queued_once_however_often_it_is_asked() throws Exception {
        silentFromJune29("ed02");
        rolledBack("'2026-06-28'", connection -> {
            assertThat(tick(connection, "2026-06-30T06:00:00")).isPositive();
            assertThat(tick(connection, "2026-06-30T06:00:10")).isZero();
            // a replica whose clock is behind takes nothing back
            assertThat(tick(connection, "2026-06-29T23:00:00")).isZero();
            assertThat(text(connection, "SELECT through FROM air_days_ended")).isEqualTo("2026-06-29");
            assertThat(text(connection, "SELECT count(*) FROM rollup_queue WHERE dataset = 'air-completeness' AND bucket_key = 'ed02'")).isEqualTo("1");
        });
    }

    @Test
    void a_service_that_was_down_catches_up_with_every_month_it_has_missed() throws Exception {
        silentFromJune29("ed03");
        rolledBack("'2026-06-28'", connection -> {
            assertThat(tick(connection, "2026-09-15T12:00:00")).isPositive();
            assertThat(queued(connection, "ed03")).isEqualTo("2026-06-01 2026-07-01 2026-08-01 2026-09-01");
            assertThat(computed(connection, "ed03", "2026-09")).isEqualTo("336 0 0.0 2026-09-01T00:00:00+08:00/2026-09-15T00:00:00+08:00");
        });
    }

    @Test
    void where_no_day_was_ever_noted_every_station_owes_its_months_from_the_first_hour_on() throws Exception {
        silentFromJune29("ed04");
        rolledBack("NULL", connection -> {
            assertThat(tick(connection, "2026-08-02T12:00:00")).isPositive();
            assertThat(queued(connection, "ed04")).isEqualTo("2026-06-01 2026-07-01 2026-08-01");
        });
    }

    @Test
    void a_clock_far_ahead_ends_no_day_that_the_database_has_not_ended() throws Exception {
        rolledBack("'2026-06-28'", connection -> {
            tick(connection, "2126-06-30T01:00:00");
            assertThat(text(connection, "SELECT through = (clock_timestamp() AT TIME ZONE INTERVAL '+08:00')::date - 1 FROM air_days_ended")).isEqualTo("t");
        });
    }

    @Test
    void an_hour_that_comes_while_its_day_ends_waits_for_the_note_or_is_seen_by_it() throws Exception {
        silentFromJune29("ed05");
        try (Connection batch = AirService.database().getConnection(); Connection ending = AirService.database().getConnection()) {
            batch.setAutoCommit(false);
            ending.setAutoCommit(false);
            try {
                execute(batch, "SELECT through FROM air_days_ended FOR SHARE");
                execute(ending, "SET LOCAL lock_timeout = '200ms'");
                assertThat(text(ending, "SELECT through FROM air_days_ended")).as("reading waits for nobody").isNotBlank();
                assertThat(refused(ending)).as("a day ends after the batch").isEqualTo("55P03");
            } finally {
                batch.rollback();
                ending.rollback();
            }
        }
    }

    @Test
    @Timeout(30)
    void a_day_does_not_wait_long_for_a_batch_that_holds_it() throws Exception {
        String inTwoDays = LocalDate.now(ChinaTime.OFFSET).plusDays(2) + "T12:00:00";
        try (Connection batch = AirService.database().getConnection(); Connection ending = AirService.database().getConnection()) {
            batch.setAutoCommit(false);
            ending.setAutoCommit(false);
            try {
                execute(batch, "SELECT through FROM air_days_ended FOR SHARE");
                assertThatThrownBy(() -> tick(ending, inTwoDays)).isInstanceOfSatisfying(SQLException.class, busy -> assertThat(busy.getSQLState()).isEqualTo("55P03"));
            } finally {
                batch.rollback();
                ending.rollback();
            }
        }
    }

    @Test
    void first_hours_that_a_service_of_before_took_in_are_found_and_followed() throws Exception {
        take("/air/stations", "{\"station_code\":\"ed06\",\"name\":\"ed06\",\"city_code\":\"ed06c\",\"city_name\":\"ed06c\"}");
        new HourFile().days("ed06", LocalDate.of(2026, 6, 27), 2, AT_THE_LIMIT).sent();
        rolledBack("'2026-06-28'", connection -> {
            assertThat(FirstHours.areBehind(connection)).isFalse();
            execute(connection, "UPDATE air_first_hours SET first_hour = '2026-06-28T05:00+08' WHERE station_code = 'ed06'");
            assertThat(FirstHours.areBehind(connection)).isTrue();

            assertThat(EndedDays.followFirstHours(connection)).isEqualTo(1);

            assertThat(text(connection, "SELECT first_hour = '2026-06-27T01:00+08' FROM air_first_hours WHERE station_code = 'ed06'")).isEqualTo("t");
            assertThat(queued(connection, "ed06")).isEqualTo("2026-06-01");
            assertThat(text(connection, "SELECT from_day || ' ' || to_day FROM air_city_hour_queue WHERE city_code = 'ed06c'")).isEqualTo("2026-06-27 2026-06-28");
            assertThat(FirstHours.areBehind(connection)).isFalse();
        });
    }

    private static String refused(Connection ending) {
        try {
            execute(ending, "SELECT through FROM air_days_ended FOR UPDATE");
            return "not refused";
        } catch (SQLException refused) {
            return refused.getSQLState();
        }
    }
}
