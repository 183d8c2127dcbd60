package org.envdisclosure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Map;

import org.envdisclosure.cli.RemoteService.Answer;
import org.envdisclosure.cli.RemoteService.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeysCommandTest {

    private static final String FIRST = """
            {"id":1,"name":"首席管理员","role":"admin","prefix":"envd_ab","created_at":"2026-05-01T13:00:00+08:00",\
            "last_used_at":"2026-05-02T08:00:00+08:00","revoked_at":null}""";
    private static final String SECOND = """
            {"id":12,"name":"nightly import","role":"ingest","prefix":"envd_cd","created_at":"2026-05-01T14:00:00+08:00",\
            "last_used_at":null,"revoked_at":"2026-05-03T00:00:00+08:00"}""";

    private final RemoteService server = new RemoteService();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_new_key_is_printed_once_on_the_output() {
        server.answers(Answer.json(201, "{\"id\":12,\"name\":\"夜间 \\\"x\\\"\",\"role\":\"ingest\",\"prefix\":\"envd_cd\",\"key\":\"envd_cd91\"}"));

        Run run = keys("create", "--name", "夜间 \"x\"", "--role", "ingest");

        Request request = server.onlyRequest();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.uri()).isEqualTo("/api/v1/keys");
        assertThat(request.header("Content-Type")).isEqualTo("application/json");
        assertThat(request.header("X-API-Key")).isEqualTo(Run.KEY);
        assertThat(request.text()).isEqualTo("{\"name\":\"夜间 \\\"x\\\"\",\"role\":\"ingest\"}");
        assertThat(run.exitCode()).isZero();
        assertThat(run.outLines()).containsExactly("id=12 name=夜间 \"x\" role=ingest", "key=envd_cd91");
        assertThat(run.errLines()).containsExactly("The key is shown this once. Keep it where only its user can read it.");
    }

    @Test
    void a_new_key_as_json_is_the_answer_of_the_service() {
        server.answers(Answer.json(201, "{\"id\":12,\"key\":\"envd_cd91\"}"));

        Run run = keys("create", "--name", "n", "--role", "admin", "--json");

        assertThat(run.outLines()).containsExactly("{\"id\":12,\"key\":\"envd_cd91\"}");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void the_list_is_a_table_that_stands_straight_with_chinese_names() {
        server.answers(Answer.json(200, "{\"data\":[" + FIRST + "," + SECOND + "],\"page\":{\"limit\":100,\"next_cursor\":null}}"));

        Run run = keys("list");

        assertThat(server.onlyRequest().method() + " " + server.onlyRequest().uri()).isEqualTo("GET /api/v1/keys");
        assertThat(run.exitCode()).isZero();
        assertThat(run.outLines()).containsExactly(
                "ID  NAME            ROLE    PREFIX   CREATED_AT                 LAST_USED_AT               REVOKED_AT",
                "1   首席管理员      admin   envd_ab  2026-05-01T13:00:00+08:00  2026-05-02T08:00:00+08:00  -",
                "12  nightly import  ingest  envd_cd  2026-05-01T14:00:00+08:00  -                          2026-05-03T00:00:00+08:00");
    }

    @Test
    void a_long_list_is_read_to_its_last_page() {
        server.answers(
                Answer.json(200, "{\"data\":[" + FIRST + "],\"page\":{\"next_cursor\":\"a+/=\"}}"),
                Answer.json(200, "{\"data\":[" + SECOND + "],\"page\":{\"next_cursor\":null}}"));

        Run run = keys("list", "--json");

        assertThat(server.requests()).extracting(Request::uri).containsExactly("/api/v1/keys", "/api/v1/keys?cursor=a%2B%2F%3D");
        assertThat(run.outLines()).containsExactly("[" + FIRST + "," + SECOND + "]");
    }

    @Test
    void a_plain_array_is_a_list_too() {
        server.answers(Answer.json(200, "[" + SECOND + "]"));

        assertThat(keys("list", "--json").outLines()).containsExactly("[" + SECOND + "]");
    }

    @Test
    void a_key_is_revoked_by_its_id() {
        server.answers(new Answer(204, Map.of(), ""));

        Run run = keys("revoke", "a/12");

        assertThat(server.onlyRequest().method() + " " + server.onlyRequest().uri()).isEqualTo("DELETE /api/v1/keys/a%2F12");
        assertThat(run.exitCode()).isZero();
        assertThat(run.outLines()).containsExactly("revoked a/12");
    }

    @Test
    void a_refusal_is_told_in_the_words_of_the_service() {
        server.answers(Answer.problem(400, "{\"title\":\"Bad role\",\"detail\":\"role is 'x'\",\"errors\":[{\"pointer\":\"/role\",\"detail\":\"ingest or admin\"}]}"));

        Run run = keys("create", "--name", "n", "--role", "x");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.errLines()).containsExactly("failed: 400 Bad role: role is 'x' (/role: ingest or admin)");
    }

    @Test
    void an_answer_without_a_key_is_not_reported_as_a_new_one() {
        server.answers(new Answer(200, Map.of(), "<html>log in</html>"));

        Run run = keys("create", "--name", "n", "--role", "ingest");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errLines()).containsExactly("failed: the answer holds no key; is --server an env-disclosure service?");
    }

    @Test
    void a_list_that_is_none_is_not_shown_as_empty() {
        server.answers(new Answer(200, Map.of(), "<html>log in</html>"));

        Run run = keys("list");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errLines()).containsExactly("failed: the answer holds no keys; is --server an env-disclosure service?");
    }

    @Test
    void a_service_that_is_not_there_is_a_failure() {
        server.answers(new Answer(204, Map.of(), ""));
        server.close();

        Run run = keys("list");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errLines()).containsExactly(
                "failed: no connection to " + server.url() + ": refused or unreachable; does the service run there?");
    }

    private Run keys(String command, String... more) {
        String[] args = new String[more.length + 4];
        args[0] = "keys";
        args[1] = command;
        args[2] = "--server";
        args[3] = server.url();
        System.arraycopy(more, 0, args, 4, more.length);
        return Run.with(InputStream.nullInputStream(), Map.of("ENVD_API_KEY", Run.KEY), args);
    }
}
