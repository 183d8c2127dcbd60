package org.envdisclosure.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may not: told before a byte of the body is read. And keys that cannot be made. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class BadKeysTest {

    private static final String NOBODY = "X-None: 1";

    private static Aftermath aftermath;

    @BeforeAll
    static void watch() {
        TestKeys.enter();
        aftermath = Aftermath.watched();
    }

    @AfterAll
    static void nothing_is_left_behind() {
        aftermath.isClean();
    }

    /** The head announces 10 MB, of which nothing is ever sent. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "no key              | POST   | /air/hourly   | X-None: 1                       | 401 | X-API-Key is missing",
        "an empty key        | POST   | /air/hourly   | X-API-Key:                      | 401 | X-API-Key is missing",
        "a wrong key         | POST   | /air/hourly   | X-API-Key: nobody's             | 401 | X-API-Key holds no valid key",
        "a key of SQL        | POST   | /air/hourly   | X-API-Key: ' OR '1'='1          | 401 | X-API-Key holds no valid key",
        "a key of bytes      | POST   | /air/hourly   | X-API-Key: éÿ                   | 401 | X-API-Key holds no valid key",
        "a revoked key       | POST   | /air/hourly   | X-API-Key: badinput-revoked-key | 401 | X-API-Key holds no valid key",
        "a key elsewhere     | POST   | /air/hourly   | Authorization: Bearer badinput-ingest-key | 401 | X-API-Key is missing",
        "no key for stations | POST   | /air/stations | X-None: 1                       | 401 | X-API-Key is missing",
        "no key for keys     | POST   | /keys         | X-None: 1                       | 401 | X-API-Key is missing",
        "a lesser key        | POST   | /keys         | X-API-Key: badinput-ingest-key  | 403 | this needs the role admin, the key has ingest",
        "a lesser key to list | GET   | /keys         | X-API-Key: badinput-ingest-key  | 403 | this needs the role admin",
        "a lesser key to revoke | DELETE | /keys/1    | X-API-Key: badinput-ingest-key  | 403 | this needs the role admin",
        "no key for a receipt | GET   | /ingest/batches/1 | X-None: 1                   | 401 | X-API-Key is missing"})
    void who_may_not(String name, String method, String path, String header, int status, String words) throws IOException {
        try (Socket socket = Wire.open()) {
            Wire.send(socket, Wire.head(method, Wire.API + path, header, "Content-Type: application/json", "Content-Length: 10485760"));

            Answer answer = Wire.answer(socket.getInputStream()).isProblem(status, words);

            assertThat(answer.headers().get("www-authenticate")).isEqualTo(status == 401 ? "X-API-Key" : null);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "nothing                | ~~                                          | /name",
        "null                   | null                                        | /name",
        "an array               | []                                          | /name",
        "a number               | 5                                           | /name",
        "an empty object        | {}                                          | /name",
        "no name                | {\"role\":\"ingest\"}                       | /name",
        "an empty name          | {\"name\":\"\",\"role\":\"ingest\"}         | /name",
        "a blank name           | {\"name\":\"  \",\"role\":\"ingest\"}       | /name",
        "a name of an object    | {\"name\":{\"a\":1},\"role\":\"ingest\"}    | /name",
        "a name with a tab      | {\"name\":\"a\\tb\",\"role\":\"ingest\"}    | /name",
        "a name with NUL        | {\"name\":\"a\\u0000b\",\"role\":\"ingest\"} | /name",
        "a name with half a pair | {\"name\":\"a\\ud800b\",\"role\":\"ingest\"} | /name",
        "no role                | {\"name\":\"badinput\"}                     | /role",
        "an unknown role        | {\"name\":\"badinput\",\"role\":\"root\"}   | /role",
        "a role in capitals     | {\"name\":\"badinput\",\"role\":\"ADMIN\"}  | /role",
        "a list of roles        | {\"name\":\"badinput\",\"role\":[\"admin\"]} | /role",
        "half an object         | {\"name\":\"badinput\",                     | none",
        "single quotes          | {'name':'badinput'}                         | none",
        "two objects            | {\"name\":\"badinput\",\"role\":\"root\"}{} | none"})
    void no_key_is_made(String name, String body, String pointer) {
        Answer answer = Wire.post("/keys", Wire.utf8(body == null ? "" : body), TestKeys.ADMIN, "Content-Type: application/json");

        answer.isProblem(400, "");
        if (!pointer.equals("none")) {
            answer.pointing(pointer);
        }
    }

    @Test
    void a_name_of_101_characters_or_a_body_of_10_000_levels_makes_no_key() {
        String longName = "{\"name\":\"%s\",\"role\":\"ingest\"}".formatted("x".repeat(101));

        Wire.post("/keys", Wire.utf8(longName), TestKeys.ADMIN, "Content-Type: application/json").isProblem(400, "1 to 100 characters").pointing("/name");
        Wire.post("/keys", Wire.utf8("[".repeat(10_000)), TestKeys.ADMIN, "Content-Type: application/json").isProblem(400, "");
        Wire.post("/keys", Wire.bytes("{\"name\":\"\u00e9\"}"), TestKeys.ADMIN, "Content-Type: application/json").isProblem(400, "");
        Wire.post("/keys", Wire.utf8("name=x&role=admin"), TestKeys.ADMIN, "Content-Type: application/x-www-form-urlencoded").isProblem(415, "");
        Wire.post("/keys", Wire.utf8("{}"), TestKeys.ADMIN, NOBODY).isProblem(400, "");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "DELETE, /keys/1",
        "DELETE, /keys/00000000-0000-0000-0000-000000000000",
        "DELETE, /keys/'%20OR%201=1--",
        "DELETE, /keys/%F0%9F%98%80",
        "GET,    /ingest/batches/1",
        "GET,    /ingest/batches/00000000-0000-0000-0000-000000000000",
        "GET,    /ingest/batches/00000000-0000-0000-0000-000000000000/rejects",
        "GET,    /ingest/batches/not-an-id/rejects?format=csv",
        "GET,    /ingest/batches/99999999999999999999-1-1-1-1"})
    void an_id_there_is_not(String method, String path) {
        Wire.request(method, path, TestKeys.ADMIN).isProblem(404, "there is no");
    }

    @Test
    void a_receipt_takes_no_parameter() {
        for (String parameter : List.of("foo", "format", "limit")) {
            Wire.get("/ingest/batches/00000000-0000-0000-0000-000000000000?" + parameter + "=1", TestKeys.ADMIN).isProblem(400, "no parameter").naming(parameter);
        }
    }
}
