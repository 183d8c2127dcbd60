package org.envdisclosure.source.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.source.record.SupervisionService.RECORDS;
import static org.envdisclosure.source.record.SupervisionService.decide;
import static org.envdisclosure.source.record.SupervisionService.get;
import static org.envdisclosure.source.record.SupervisionService.one;
import static org.envdisclosure.source.record.SupervisionService.reading;
import static org.envdisclosure.source.record.SupervisionService.record;
import static org.envdisclosure.source.record.SupervisionService.take;
import static org.envdisclosure.source.record.SupervisionService.withdraw;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.DatasetOperation;
import org.envdisclosure.platform.dataset.Format;
import org.junit.jupiter.api.Test;

/** What nobody may read leaves by no public path, format, feed, past state or search; what was withdrawn leaves its key, when and why alone. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class PrivacyWallTest {

    /** Of nobody; division 110101, birth dates of 1990, right check digits. */
    private static final String ID_NUMBER = "110101199003070038";
    private static final String TELEPHONE = "13911119999";
    private static final String PERSON = "示密名";
    private static final List<String> SECRETS = List.of(ID_NUMBER, TELEPHONE, PERSON, "密址", "139-1111-9999");
    private static final List<String> WITHDRAWN = List.of("撤前标题", "撤前事实", "撤前文号", "withdrawn-file");
    private static final List<String> IDS = List.of("pw-masked", "pw-held", "pw-decided", "pw-corrected", "pw-withdrawn", "pw-file");
    private static final String SOURCE = "pw-source";
    /** What an endpoint must be asked with to answer at all. */
    private static final Map<String, String> REQUIRED = Map.of("/changes", "since=2001-01-01", "/air/nearby", "lat=30.5&lon=111.3", "/air/aqi", "pm25=10");
    private static final Set<Integer> ANSWERS = Set.of(200, 404, 410);

    @Inject
    @All
    List<Dataset> datasets;

    @Inject
    @All
    List<DatasetOperation> operations;

    @Inject
    AgroalDataSource database;

    private final List<String> files = new ArrayList<>();
    private int looked;

    private void everythingHasArrived() throws SQLException {
        SourceRow.enter(database, SOURCE);
        String source = ",\"source_id\":\"" + SOURCE + "\"";
        take(record("pw-masked", "penalty", source + ",\"party_name\":\"" + PERSON + "\",\"party_type\":\"natural_person\",\"party_id_no\":\"" + ID_NUMBER + "\",\"party_phone\":\"" + TELEPHONE
                + "\",\"party_address\":\"密址\""));
        take(record("pw-held", "penalty", source + ",\"facts\":\"" + PERSON + "电话" + TELEPHONE + "\"").replace("示例记录", "身份证" + ID_NUMBER));
        take(record("pw-decided", "penalty", source + ",\"facts\":\"证件" + ID_NUMBER + "，电话139-1111-9999\",\"decision\":\"罚" + TELEPHONE + "\""));
        decide("pw-decided", "mask");
        take(record("pw-corrected", "complaint", source + ",\"outcome\":\"甲\""));
        take(record("pw-corrected", "complaint", source + ",\"outcome\":\"电话" + TELEPHONE + "\",\"complainant_name\":\"" + PERSON + "\""));
        take(record("pw-withdrawn", "order", source + ",\"facts\":\"撤前事实\"").replace("示例记录", "撤前标题").replace("示环〔2026〕7号", "撤前文号"));
        files.add(upload("pw-withdrawn", "withdrawn-file.txt", "撤前事实"));
        take(record("pw-withdrawn", "order", source + ",\"facts\":\"撤前事实之二\"").replace("示例记录", "撤前标题").replace("示环〔2026〕7号", "撤前文号"));
        withdraw("pw-withdrawn", "wall");
        take(record("pw-file", "inspection", source));
        files.add(upload("pw-file", "notes.txt", "联系人" + TELEPHONE));
        files.add(upload("pw-file", ID_NUMBER + ".txt", "没有问题"));
        files.add(upload("pw-masked", "decision.txt", "对" + PERSON + "的处罚"));
    }

    private static String upload(String record, String name, String text) {
        Response answer = SupervisionService.writing().contentType("text/plain").body(text.getBytes(StandardCharsets.UTF_8))
                .post(RECORDS + "/" + record + "/attachments?name=" + name);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.jsonPath().getString("data.sha256");
    }

    @Test
    void nothing_personal_and_nothing_withdrawn_leaves_by_any_public_path() throws SQLException {
        everythingHasArrived();
        assertThat(one("pw-masked").getString("data.party_name")).isEqualTo("示某");
        assertThat(one("pw-decided").getString("data.facts")).isEqualTo("证件***，电话***");
        assertThat(one("pw-corrected").getString("data.outcome")).isEqualTo("甲");

        everyDatasetInEveryForm();
        everyOperationOfTheDocument();
        everyRecord();
        everyWordThatIsSearched();

        assertThat(looked).isGreaterThan(150);
    }

    private void everyDatasetInEveryForm() {
        List<Dataset> all = new ArrayList<>(datasets);
        operations.stream().map(DatasetOperation::dataset).filter(dataset -> !dataset.isConfidential()).forEach(all::add);
        for (Dataset dataset : all) {
            for (String path : filled(dataset.path())) {
                for (Format format : dataset.formats()) {
                    looks(path + "?limit=10000&format=" + format.wire());
                }
            }
        }
        long newest = get(RECORDS + "?limit=1").getLong("meta.revision");
        for (Dataset dataset : datasets.stream().filter(dataset -> dataset.id().startsWith("supervision")).toList()) {
            for (long revision = Math.max(0, newest - 30); revision <= newest; revision++) {
                looks(dataset.path() + "?limit=10000&as_of=revision:" + revision);
                looks(dataset.path() + "?format=csv&as_of=revision:" + revision);
            }
            looks(dataset.path() + "?limit=10000&updated_since=2001-01-01");
            looks(dataset.path() + "?limit=10000&order=desc&count=exact");
        }
    }

    /** A path that needs a key is closed; every other one is looked at for each of the records. */
    private void everyOperationOfTheDocument() {
        Map<String, Map<String, Map<String, Object>>> paths = reading().get("/openapi?format=json").jsonPath().getMap("paths");
        paths.forEach((template, methods) -> {
            Map<String, Object> operation = methods.get("get");
            String below = template.replaceFirst("^/api/v1", "");
            // a stream of events has no end; it tells ids of datasets, numbers and moments, and StreamTest holds it to that
            if (operation == null || "stream".equals(operation.get("operationId"))) {
                return;
            } else if (operation.containsKey("x-required-role")) {
                assertThat(reading().get(below.replaceAll("\\{[^}]*}", "x")).statusCode()).as(template).isEqualTo(401);
            } else {
                filled(below).forEach(this::looks);
            }
        });
    }

    private void everyRecord() {
        long newest = get(RECORDS + "?limit=1").getLong("meta.revision");
        for (String id : IDS) {
            for (long revision = Math.max(0, newest - 30); revision <= newest; revision++) {
                looks(RECORDS + "/" + id + "?as_of=revision:" + revision);
            }
        }
        for (String kind : RecordKind.WORDS) {
            looks("/supervision/feeds/" + kind);
        }
        assertThat(reading().get("/supervision/feeds/order").asString()).doesNotContain("pw-withdrawn", "wall");
        assertThat(get("/sources/" + SOURCE + "/timeline").getList("data.item")).contains("pw-masked").doesNotContain("pw-withdrawn", "pw-held");
        assertThat(reading().get("/sources/" + SOURCE + "/timeline?format=csv").asString()).doesNotContain("pw-withdrawn", "wall");
        assertThat(reading().get(RECORDS + "/pw-held").statusCode()).isEqualTo(404);
        assertThat(reading().get(RECORDS + "/pw-withdrawn/attachments/" + files.get(0)).statusCode()).isEqualTo(410);
        for (String file : files.subList(1, files.size())) {
            assertThat(reading().get(RECORDS + "/pw-file/attachments/" + file).statusCode()).isEqualTo(404);
            assertThat(reading().get(RECORDS + "/pw-masked/attachments/" + file).statusCode()).isEqualTo(404);
        }
    }

    private void everyWordThatIsSearched() {
        for (String word : List.of(ID_NUMBER, TELEPHONE, PERSON, "撤前标题", "撤前文号")) {
            assertThat(get(RECORDS + "?q=" + URLEncoder.encode(word, StandardCharsets.UTF_8)).getList("data")).as(word).isEmpty();
        }
    }

    /** The paths a template stands for. */
    private List<String> filled(String template) {
        List<String> paths = new ArrayList<>(List.of(template));
        paths = each(paths, "{record_id}", IDS);
        paths = each(paths, "{kind}", RecordKind.WORDS);
        paths = each(paths, "{sha256}", files);
        paths = each(paths, "{source_id}", List.of(SOURCE));
        return paths.stream().map(path -> path.replaceAll("\\{[^}]*}", "x")).toList();
    }

    private static List<String> each(List<String> paths, String part, List<String> values) {
        return paths.stream().flatMap(path -> path.contains(part) ? values.stream().map(value -> path.replace(part, value)) : Stream.of(path)).toList();
    }

    private void looks(String path) {
        String required = REQUIRED.get(path.replaceFirst("\\?.*", ""));
        String asked = required == null ? path : path + (path.contains("?") ? "&" : "?") + required;
        Response answer = reading().get(asked);
        assertThat(answer.statusCode()).as("%s: %s", asked, answer.asString()).matches(status -> ANSWERS.contains(status) || status == 400 && path.contains("/x"));
        looked++;
        String body = answer.asString();
        String headers = answer.headers().toString();
        for (String secret : SECRETS) {
            assertThat(body.contains(secret)).as("%s in the body of %s", secret, path).isFalse();
            assertThat(headers.contains(secret)).as("%s in the headers of %s", secret, path).isFalse();
        }
        for (String gone : WITHDRAWN) {
            assertThat(body.contains(gone)).as("%s in the body of %s", gone, path).isFalse();
        }
    }
}
