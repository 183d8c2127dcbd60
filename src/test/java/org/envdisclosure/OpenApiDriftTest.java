package org.envdisclosure;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;

/** The committed contract is the one the service serves. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class OpenApiDriftTest {

    private static final Path COMMITTED = Path.of("openapi", "openapi.yaml");

    @Test
    void the_committed_document_is_the_one_served() throws IOException {
        String served = RestAssured.given().accept("application/yaml").get("/api/v1/openapi").then().statusCode(200).extract().asString();
        if (Boolean.getBoolean("openapi.update")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, served);
        }

        assertThat(Files.readString(COMMITTED).lines())
                .as("openapi/openapi.yaml differs from what the service serves; when the change is meant, write it anew with"
                        + " ./mvnw test -Dtest=OpenApiDriftTest -Dopenapi.update=true and commit it")
                .containsExactlyElementsOf(served.lines().toList());
    }

    @Test
    void the_page_that_shows_it_is_there() {
        String page = RestAssured.get("/swagger-ui/").then().statusCode(200).extract().asString();

        assertThat(page).contains("'/api/v1/openapi'").contains("swagger-ui-bundle.js");
    }
}
