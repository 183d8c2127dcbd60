package org.envdisclosure.catalog.problems;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.StringReader;
import java.util.Arrays;
import javax.xml.parsers.DocumentBuilderFactory;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class ProblemPagesTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void every_type_leads_to_a_page_in_both_languages(ProblemType type) throws Exception {
        Response answer = RestAssured.given().accept(BROWSER).get(type.uri());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("text/html;charset=UTF-8");
        Document page = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(answer.asString())));
        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        assertThat(page.getElementsByTagName("main").item(0).getTextContent()).contains(type.title().zh(), type.title().en(),
                type.explanation().zh(), type.explanation().en(), type.uri(), "\"status\" : " + type.status());
    }

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void a_program_gets_json(ProblemType type) {
        Response answer = RestAssured.get(type.uri());

        assertThat(answer.contentType()).startsWith("application/json");
        assertThat(answer.jsonPath().getInt("data.status")).isEqualTo(type.status());
        assertThat(answer.jsonPath().getString("example.type")).isEqualTo(type.uri());
    }

    @Test
    void the_list_names_all_types_and_the_stylesheet_is_served() {
        assertThat(RestAssured.get("/api/v1/problems").jsonPath().<String>getList("data.type"))
                .containsExactlyElementsOf(Arrays.stream(ProblemType.values()).map(ProblemType::uri).toList());
        assertThat(RestAssured.given().accept(BROWSER).get("/api/v1/problems").asString()).contains("<h1>问题类型 ", "/api/v1/problems/exports-busy");
        assertThat(RestAssured.get("/problems.css").contentType()).startsWith("text/css");
    }

    @Test
    void an_unknown_type_is_a_problem_itself() {
        Response answer = RestAssured.given().accept(BROWSER).get("/api/v1/problems/no-such-thing");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.jsonPath().getString("type")).isEqualTo("/api/v1/problems/not-found");
    }
}
