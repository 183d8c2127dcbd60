package org.envdisclosure.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseUrlTest {

    @Test
    void parts_are_percent_decoded() {
        DatabaseUrl url = parsed(
                "postgresql://env%40bureau:p%40s%2Fs%3A%23+%25%E7%8E%AF@db.example.org:6543/air%20data?sslmode=disable");

        assertThat(url).isEqualTo(new DatabaseUrl("db.example.org", 6543, "air data", "env@bureau", "p@s/s:#+%环",
                Map.of("sslmode", "disable")));
        assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example.org:6543/air%20data?sslmode=disable");
        assertThat(url.reactiveUrl()).isEqualTo("postgresql://db.example.org:6543/air%20data?sslmode=disable");
    }

    @Test
    void the_short_scheme_the_usual_port_and_no_password_will_do() {
        DatabaseUrl url = parsed("postgres://env@localhost/air");

        assertThat(url).isEqualTo(new DatabaseUrl("localhost", 5432, "air", "env", null, Map.of("sslmode", "prefer")));
        assertThat(url.quarkusProperties()).containsOnly(
                Map.entry("quarkus.datasource.jdbc.url", "jdbc:postgresql://localhost:5432/air?sslmode=prefer"),
                Map.entry("quarkus.datasource.reactive.url", "postgresql://localhost:5432/air?sslmode=prefer"),
                Map.entry("quarkus.datasource.reactive.trust-all", "true"),
                Map.entry("quarkus.datasource.username", "env"));
    }

    @Test
    void an_ipv6_address_keeps_its_brackets_in_both_urls() {
        DatabaseUrl url = parsed("postgresql://env:x@[::1]:5433/air");

        assertThat(url.host()).isEqualTo("::1");
        assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://[::1]:5433/air?sslmode=prefer");
        assertThat(url.reactiveUrl()).isEqualTo("postgresql://[::1]:5433/air?sslmode=prefer");
    }

    @Test
    void a_containers_name_may_have_an_underscore() {
        assertThat(parsed("postgresql://env:x@my_db/air").reactiveUrl())
                .isEqualTo("postgresql://my%5Fdb:5432/air?sslmode=prefer");
    }

    @Test
    void each_driver_is_told_of_the_certificate_in_its_own_words() {
        DatabaseUrl url = parsed("postgresql://env:x@db/air?sslmode=verify-full&sslrootcert=/etc/ca.crt&application_name=env");

        assertThat(url.quarkusProperties())
                .containsEntry("quarkus.datasource.jdbc.url",
                        "jdbc:postgresql://db:5432/air?ApplicationName=env&sslmode=verify-full&sslrootcert=%2Fetc%2Fca.crt")
                .containsEntry("quarkus.datasource.reactive.url",
                        "postgresql://db:5432/air?application_name=env&sslmode=verify-full")
                .containsEntry("quarkus.datasource.reactive.trust-certificate-pem", "true")
                .containsEntry("quarkus.datasource.reactive.trust-certificate-pem.certs", "/etc/ca.crt")
                .containsEntry("quarkus.datasource.reactive.hostname-verification-algorithm", "HTTPS");
    }

    @Test
    void encryption_without_a_certificate_trusts_whoever_answers() {
        assertThat(parsed("postgresql://env:x@db/air?sslmode=require").quarkusProperties())
                .containsEntry("quarkus.datasource.reactive.trust-all", "true");
    }

    @Test
    void a_log_shows_no_password() {
        assertThat(parsed("postgresql://env:geheim@db:1/air")).hasToString("postgresql://env@db:1/air");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', value = {
        "mysql://env:geheim@db/air                       | it does not begin with postgresql://",
        "jdbc:postgresql://db/air                        | it does not begin with postgresql://",
        "postgresql://env:geheim@db                      | the name of the database is missing",
        "postgresql://env:geheim@db/                     | the name of the database is missing",
        "postgresql://env:geheim@db/air/x                | there is a '/' too much after the host",
        "postgresql://db:5432/air                        | the user is missing",
        "postgresql://:geheim@db/air                     | the user is missing",
        "postgresql://env:geh/eim@db/air                 | there is a '/' too much after the host",
        "postgresql://env:geh#eim@db/air                 | it holds a plain '#'",
        "postgresql://env:geh%eim@db/air                 | a '%' is not followed by two hexadecimal digits",
        "postgresql://env:geheim@/air                    | the host is missing or not a name or address",
        "postgresql://env:geheim@%2Fvar%2Frun/air        | the host is missing or not a name or address",
        "postgresql://env:geheim@a,b/air                 | it names several hosts; give the one that accepts writes",
        "postgresql://env:geheim@db:0/air                | the port is not a number from 1 to 65535",
        "postgresql://env:geheim@db:65536/air            | the port is not a number from 1 to 65535",
        "postgresql://env:geheim@db:54x2/air             | the port is not a number from 1 to 65535",
        "postgresql://env:geheim@[::1]x/air              | the host is missing or not a name or address",
        "postgresql://env:geheim@db/air?wait=3 | of options it may have sslmode, sslrootcert, application_name; not 'wait'",
        "postgresql://env:geheim@db/air?wait   | of options it may have sslmode, sslrootcert, application_name; not 'wait'",
        "postgresql://env:geheim@db/air?sslmode=on | sslmode is one of disable, allow, prefer, require, verify-ca, verify-full",
        "postgresql://e:geheim@db/a?sslmode=verify-ca | sslmode=verify-ca needs sslrootcert=FILE with the authority's certificate"})
    void a_bad_url_is_refused_with_its_fault_and_without_the_password(String text, String fault) {
        assertThatThrownBy(() -> parsed(text)).isInstanceOf(SettingException.class)
                .hasMessageStartingWith("ENVD_DATABASE_URL cannot be used: " + fault + ". Its form is postgresql://user:")
                .hasMessageNotContaining("geheim");
    }

    private static DatabaseUrl parsed(String text) {
        return DatabaseUrl.parse("ENVD_DATABASE_URL", text);
    }
}
