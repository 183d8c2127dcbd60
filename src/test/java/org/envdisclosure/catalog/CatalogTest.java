package org.envdisclosure.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.All;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.ColumnType;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.measure.FlagReason;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class CatalogTest {

    private static final Map<ColumnType, String> BASE = Map.of(ColumnType.CODE, "string", ColumnType.TEXT, "string", ColumnType.DECIMAL, "decimal",
            ColumnType.INTEGER, "integer", ColumnType.BOOLEAN, "boolean", ColumnType.INSTANT, "dateTimeStamp", ColumnType.DATE, "date",
            ColumnType.CODE_LIST, "string", ColumnType.RECORDS, "json");

    @Inject
    @All
    List<Dataset> datasets;

    @Test
    void the_catalogue_lists_every_dataset_with_a_distribution_for_every_format() {
        JsonPath catalog = get("/api/v1/catalog", "*/*", "application/ld+json");

        assertThat(catalog.getString("'@type'")).isEqualTo("dcat:Catalog");
        assertThat(catalog.<String>getList("'dcat:dataset'.'dct:identifier'"))
                .containsExactlyElementsOf(datasets.stream().map(Dataset::id).sorted().toList());
        for (Dataset dataset : datasets) {
            String entry = "'dcat:dataset'.find { it.'dct:identifier' == '" + dataset.id() + "' }.";
            assertThat(catalog.<String>getList(entry + "'dcat:distribution'.'dct:format'.'rdfs:label'"))
                    .startsWith(dataset.formats().stream().sorted().map(format -> format.mediaType()).toArray(String[]::new));
            assertThat(catalog.<String>getList(entry + "'dct:title'.'@value'")).containsExactly(dataset.title().zh(), dataset.title().en());
            assertThat(catalog.getString(entry + "'dct:license'.'@id'")).isEqualTo(dataset.licence());
        }
        assertThat(catalog.getString("'dcat:service'[0].'dcat:endpointDescription'.'@id'")).isEqualTo("/api/v1/openapi");
        assertThat(catalog.<String>getList("'dct:publisher'.'foaf:name'.'@value'"))
                .containsExactly("本服务的运行单位（名称未设置）", "The operator of this service (name not set)");
    }

    @Test
    void an_entry_says_how_often_and_where() {
        JsonPath hourly = get("/api/v1/datasets/air-hourly", "application/ld+json", "application/ld+json");

        assertThat(hourly.getString("'dct:accrualPeriodicity'.'@id'")).endsWith("/frequency/HOURLY");
        assertThat(hourly.getString("'dcat:temporalResolution'.'@value'")).isEqualTo("PT1H");
        assertThat(hourly.getString("'dcat:distribution'[1].'dcat:downloadURL'.'@id'")).isEqualTo("/api/v1/air/hourly?format=csv");
        assertThat(hourly.<String>getList("'dcat:distribution'.findAll { it.'@id'.contains('#months-') }.'dcat:accessURL'.'@id'"))
                .containsExactly("/api/v1/archives?dataset=air-hourly&format=csv.gz", "/api/v1/archives?dataset=air-hourly&format=parquet");
        assertThat(hourly.getString("'dcat:distribution'[1].'dcat:mediaType'.'@id'")).isEqualTo("https://www.iana.org/assignments/media-types/text/csv");
    }

    @Test
    void the_time_covered_and_the_last_change_follow_the_data() {
        stored("/api/v1/air/stations", "station_code,name,city_code,valid_from,valid_to\nCATA-1,Catalogue station,998801,1999-01-01,2001-03-01\n");
        stored("/api/v1/air/hourly", "station_code,observed_at,pm25\nCATA-1,2001-02-03T04:00:00+08:00,12\n");

        JsonPath hourly = get("/api/v1/datasets/air-hourly", "*/*", "application/ld+json");

        assertThat(hourly.getString("'dct:temporal'.'dcat:startDate'.'@value'")).isLessThanOrEqualTo("2001-02-03T04:00:00+08:00");
        assertThat(hourly.getString("'dct:temporal'.'dcat:endDate'.'@value'")).isGreaterThanOrEqualTo("2001-02-03T04:00:00+08:00");
        assertThat(hourly.getString("'dct:modified'.'@value'")).matches("20\\d\\d-\\d\\d-\\d\\dT.*\\+08:00");
    }

    private static void stored(String path, String csv) {
        RestAssured.given().header("X-API-Key", TestDatabase.ADMIN_KEY).contentType("text/csv; charset=utf-8").body(csv).post(path).then().statusCode(200);
    }

    @Test
    void every_columns_json_is_the_declaration() {
        for (Dataset dataset : datasets) {
            JsonPath described = get("/api/v1/datasets/" + dataset.id() + "/columns.json", "*/*", "application/csvm+json");

            assertThat(described.<String>getList("tableSchema.columns.name")).containsExactlyElementsOf(dataset.columns().stream().map(Column::name).toList());
            assertThat(described.<String>getList("tableSchema.primaryKey")).containsExactlyElementsOf(dataset.key());
            List<Map<String, Object>> all = described.getList("tableSchema.columns");
            for (int i = 0; i < dataset.columns().size(); i++) {
                Column column = dataset.columns().get(i);
                Map<String, Object> told = all.get(i);
                assertThat(base(told.get("datatype"))).as(column.name()).isEqualTo(BASE.get(column.type()));
                assertThat(told.get("schema:unitText")).as(column.name()).isEqualTo(column.unit());
                assertThat(told.get("dc:source")).as(column.name()).isEqualTo(column.source());
                assertThat(told.get("separator")).as(column.name()).isEqualTo(column.type() == ColumnType.CODE_LIST ? ";" : null);
                assertThat(told.get("required")).as(column.name()).isEqualTo(dataset.key().contains(column.name()));
                assertThat(told.get("null")).as(column.name()).isEqualTo("");
                assertThat(told.get("titles")).isEqualTo(Map.of("und", column.name(), "zh", column.description().zh(), "en", column.description().en()));
            }
        }
    }

    private static Object base(Object datatype) {
        return datatype instanceof Map<?, ?> map ? map.get("base") : datatype;
    }

    @Test
    void a_few_columns_in_their_own_words() {
        JsonPath hourly = get("/api/v1/datasets/air-hourly/columns.json", "application/json", "application/json");
        String column = "tableSchema.columns.find { it.name == '%s' }.";

        assertThat(hourly.getString(column.formatted("pm25") + "datatype")).isEqualTo("decimal");
        assertThat(hourly.getString(column.formatted("observed_at") + "datatype.format")).isEqualTo("yyyy-MM-ddTHH:mm:ssXXX");
        assertThat(hourly.getString(column.formatted("beyond_index") + "datatype.format")).isEqualTo("true|false");
        assertThat(hourly.getString(column.formatted("data_status") + "datatype.format")).isEqualTo("realtime|preliminary|reviewed|final");
        assertThat(hourly.<String>getList(column.formatted("flags") + "'schema:valueReference'.'schema:value'")).hasSize(FlagReason.values().length)
                .startsWith("missing", "not_monitored");
        assertThat(hourly.<String>getList(column.formatted("flags") + "'schema:valueReference'[2].'schema:description'.'@value'"))
                .containsExactly("负值，视为无效", "A negative value was received and is not used.");
    }

    @Test
    void the_list_leads_to_entry_and_columns() {
        JsonPath list = get("/api/v1/datasets", "*/*", "application/json");

        assertThat(list.<String>getList("data.id")).containsExactlyElementsOf(datasets.stream().map(Dataset::id).sorted().toList());
        list.<String>getList("data.columns").forEach(path -> RestAssured.get(path).then().statusCode(200));
        list.<String>getList("data.entry").forEach(path -> RestAssured.get(path).then().statusCode(200));
    }

    @Test
    void what_the_caller_has_is_not_sent_again_and_head_has_no_body() {
        String path = "/api/v1/datasets/air-hourly/columns.json";
        String etag = RestAssured.get(path).header("ETag");

        assertThat(etag).matches("\"[A-Za-z0-9_-]{20}\"");
        RestAssured.given().header("If-None-Match", etag).get(path).then().statusCode(304);
        Response head = RestAssured.head(path);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.header("ETag")).isEqualTo(etag);
        assertThat(head.asByteArray()).isEmpty();
    }

    @Test
    void what_is_not_there_or_not_known_is_a_problem() {
        refused(RestAssured.get("/api/v1/datasets/nothing"), 404, "not-found");
        refused(RestAssured.get("/api/v1/datasets/nothing/columns.json"), 404, "not-found");
        refused(RestAssured.get("/api/v1/catalog?lang=zh"), 400, "unknown-parameter");
        refused(RestAssured.given().accept("text/turtle").get("/api/v1/catalog"), 406, "not-acceptable");
    }

    private static void refused(Response answer, int status, String slug) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("type")).isEqualTo("/api/v1/problems/" + slug);
    }

    private static JsonPath get(String path, String accept, String contentType) {
        Response answer = RestAssured.given().accept(accept).get(path);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith(contentType);
        return new JsonPath(answer.asString());
    }
}
