package org.envdisclosure.source.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.source.record.SupervisionService.RECORDS;
import static org.envdisclosure.source.record.SupervisionService.TELEPHONE;
import static org.envdisclosure.source.record.SupervisionService.decision;
import static org.envdisclosure.source.record.SupervisionService.get;
import static org.envdisclosure.source.record.SupervisionService.good;
import static org.envdisclosure.source.record.SupervisionService.held;
import static org.envdisclosure.source.record.SupervisionService.one;
import static org.envdisclosure.source.record.SupervisionService.reading;
import static org.envdisclosure.source.record.SupervisionService.record;
import static org.envdisclosure.source.record.SupervisionService.take;
import static org.envdisclosure.source.record.SupervisionService.withdraw;
import static org.envdisclosure.source.record.SupervisionService.writing;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.envdisclosure.platform.attachment.AttachmentStore;
import org.envdisclosure.platform.attachment.AttachmentSweep;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;

/** Files of records: cleaned, looked through, given out, held. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class RecordFilesTest {

    @Inject
    AttachmentSweep sweep;

    private static Response upload(String record, String name, String type, byte[] file) {
        return writing().contentType(type).body(file).post(RECORDS + "/" + record + "/attachments?name=" + name);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] pdf(String text) throws IOException {
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            document.addPage(page);
            document.getDocumentInformation().setAuthor("somebody in the office");
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('hello')"));
            if (!text.isEmpty()) {
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.newLineAtOffset(72, 720);
                    content.showText(text);
                    content.endText();
                }
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private static int status(String record, String sha256) {
        return reading().get(RECORDS + "/" + record + "/attachments/" + sha256).statusCode();
    }

    @Test
    void a_text_is_listed_and_given_out_with_its_type_and_in_parts() {
        take(record("ff-text", "order", ""));

        Response taken = upload("ff-text", "decision.txt", "text/plain", text("责令改正"));

        assertThat(taken.statusCode()).as(taken.asString()).isEqualTo(201);
        String sha256 = AttachmentStore.sha256(text("责令改正"));
        assertThat(taken.jsonPath().getString("data.state")).isEqualTo("published");
        assertThat(one("ff-text").getList("data.attachments")).isEqualTo(List.of(Map.of("name", "decision.txt", "media_type", "text/plain", "bytes", 12, "sha256", sha256,
                "url", "/api/v1/supervision/records/ff-text/attachments/" + sha256)));
        Response file = reading().get(RECORDS + "/ff-text/attachments/" + sha256);
        assertThat(file.asByteArray()).isEqualTo(text("责令改正"));
        assertThat(file.contentType()).isEqualToIgnoringCase("text/plain;charset=UTF-8");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.header("ETag")).isEqualTo("\"" + sha256 + "\"");
        assertThat(reading().header("Range", "bytes=3-5").get(RECORDS + "/ff-text/attachments/" + sha256).asByteArray()).isEqualTo(text("令"));
        assertThat(upload("ff-text", "decision.txt", "text/plain", text("责令改正")).statusCode()).isEqualTo(200);
        assertThat(one("ff-text").getList("data.attachments")).hasSize(1);
    }

    @Test
    void a_correction_keeps_the_files_and_a_withdrawal_closes_them() {
        take(record("ff-keep", "order", ""));
        String sha256 = upload("ff-keep", "a.csv", "text/csv", text("item,value\n")).jsonPath().getString("data.sha256");

        take(record("ff-keep", "order", ",\"facts\":\"乙\""));
        assertThat(one("ff-keep").getList("data.attachments")).hasSize(1);
        withdraw("ff-keep", "error");

        assertThat(status("ff-keep", sha256)).isEqualTo(410);
        assertThat(one("ff-keep").getList("data.attachments")).isEmpty();
        good(writing().delete(RECORDS + "/ff-keep/withdrawal?reason=mistake"));
        assertThat(status("ff-keep", sha256)).isEqualTo(200);
    }

    @Test
    void a_file_with_a_telephone_number_is_held_until_somebody_decides() {
        take(record("ff-held", "order", ""));
        Response taken = upload("ff-held", "notes.txt", "text/plain", text("联系" + TELEPHONE));
        String sha256 = taken.jsonPath().getString("data.sha256");

        assertThat(taken.jsonPath().getString("data.state")).isEqualTo("held");
        assertThat(status("ff-held", sha256)).isEqualTo(404);
        assertThat(one("ff-held").getList("data.attachments")).isEmpty();
        Map<String, Object> review = held("ff-held").get(0);
        assertThat(review).containsEntry("subject", "attachment").containsEntry("name", "notes.txt").containsEntry("sha256", sha256);
        assertThat(writing().get("/supervision/reviews/" + review.get("review_id") + "/file").asString()).isEqualTo("联系" + TELEPHONE);
        assertThat(reading().get("/supervision/reviews/" + review.get("review_id") + "/file").statusCode()).isEqualTo(401);
        assertThat(decision(String.valueOf(review.get("review_id")), "mask").statusCode()).isEqualTo(409);

        good(decision(String.valueOf(review.get("review_id")), "publish"));

        assertThat(status("ff-held", sha256)).isEqualTo(200);
        assertThat(one("ff-held").getList("data.attachments.name")).containsExactly("notes.txt");
        assertThat(decision(String.valueOf(review.get("review_id")), "publish").statusCode()).isEqualTo(409);
    }

    @Test
    void a_name_can_be_covered_and_a_refused_file_stays_away() {
        take(record("ff-name", "order", ""));
        upload("ff-name", TELEPHONE + ".txt", "text/plain", text("没有问题"));
        good(decision(String.valueOf(held("ff-name").get(0).get("review_id")), "mask"));
        assertThat(one("ff-name").getList("data.attachments.name")).containsExactly("***.txt");

        String sha256 = upload("ff-name", "x.txt", "text/plain", text(TELEPHONE)).jsonPath().getString("data.sha256");
        good(decision(String.valueOf(held("ff-name").get(0).get("review_id")), "refuse"));

        assertThat(status("ff-name", sha256)).isEqualTo(404);
        assertThat(upload("ff-name", "x.txt", "text/plain", text(TELEPHONE)).jsonPath().getString("data.state")).isEqualTo("refused");
        assertThat(held("ff-name")).isEmpty();
    }

    @Test
    void a_file_of_a_record_that_is_held_appears_with_the_record() {
        take(record("ff-wait", "order", ",\"facts\":\"电话" + TELEPHONE + "\""));
        String sha256 = upload("ff-wait", "a.txt", "text/plain", text("没有问题")).jsonPath().getString("data.sha256");
        upload("ff-wait", "b.txt", "text/plain", text(TELEPHONE));
        assertThat(status("ff-wait", sha256)).isEqualTo(404);

        for (Map<String, Object> review : held("ff-wait")) {
            good(decision(String.valueOf(review.get("review_id")), "publish"));
        }

        assertThat(status("ff-wait", sha256)).isEqualTo(200);
        assertThat(one("ff-wait").getList("data.attachments.name")).containsExactly("a.txt", "b.txt");
    }

    @Test
    void the_name_of_a_masked_person_is_found_in_a_file() {
        take(record("ff-person", "penalty", ",\"party_name\":\"示密人\",\"party_type\":\"natural_person\""));

        assertThat(upload("ff-person", "d.txt", "text/plain", text("对示密人的处罚")).jsonPath().getString("data.state")).isEqualTo("held");
    }

    @Test
    void a_name_that_only_an_earlier_content_gave_is_found_in_a_file() {
        take(record("ff-earlier", "complaint", ",\"complainant_name\":\"示来电\""));
        take(record("ff-earlier", "complaint", ",\"outcome\":\"已处理\""));

        Response taken = upload("ff-earlier", "d.txt", "text/plain", text("示来电反映"));

        assertThat(taken.jsonPath().getString("data.state")).isEqualTo("held");
        assertThat(held("ff-earlier").get(0).get("hits").toString()).contains("own_field").contains("示来电");
    }

    @Test
    void files_wait_again_when_more_of_their_record_becomes_known_that_nobody_may_read() {
        take(record("ff-grow", "complaint", ",\"outcome\":\"已处理\""));
        String sha256 = upload("ff-grow", "d.txt", "text/plain", text("示来电反映")).jsonPath().getString("data.sha256");
        assertThat(status("ff-grow", sha256)).isEqualTo(200);

        assertThat(take(record("ff-grow", "complaint", ",\"outcome\":\"已处理\",\"complainant_name\":\"示来电\"")).getInt("corrected")).isEqualTo(1);

        assertThat(status("ff-grow", sha256)).isEqualTo(404);
        assertThat(one("ff-grow").getList("data.attachments")).isEmpty();
        assertThat(get(RECORDS + "/ff-grow/revisions").getList("data.revision_reason")).containsExactly(null, "attachment", "attachment");
        Map<String, Object> review = held("ff-grow").get(0);
        assertThat(review.get("hits")).isEqualTo(List.of(Map.of("field", "content", "kind", "own_field", "text", "", "from", 0, "to", 0)));
        good(decision(String.valueOf(review.get("review_id")), "publish"));
        assertThat(status("ff-grow", sha256)).isEqualTo(200);
        assertThat(take(record("ff-grow", "complaint", ",\"outcome\":\"已处理\",\"complainant_name\":\"示来电\"")).getInt("unchanged")).isEqualTo(1);
        assertThat(status("ff-grow", sha256)).as("nothing new became known").isEqualTo(200);
    }

    @Test
    void files_wait_again_also_when_what_tells_it_is_held() {
        take(record("ff-grow-2", "complaint", ",\"outcome\":\"已处理\""));
        String sha256 = upload("ff-grow-2", "d.txt", "text/plain", text("示来电反映")).jsonPath().getString("data.sha256");

        assertThat(take(record("ff-grow-2", "complaint", ",\"outcome\":\"示来电的反映已处理\",\"complainant_name\":\"示来电\"")).getInt("held")).isEqualTo(1);

        assertThat(status("ff-grow-2", sha256)).isEqualTo(404);
        assertThat(one("ff-grow-2").getList("data.attachments")).isEmpty();
        assertThat(one("ff-grow-2").getString("data.outcome")).isEqualTo("已处理");
    }

    @Test
    void a_published_file_is_taken_down_alone() {
        take(record("ff-down", "order", ""));
        String sha256 = upload("ff-down", "a.txt", "text/plain", text("没有问题")).jsonPath().getString("data.sha256");
        upload("ff-down", "b.txt", "text/plain", text("留下"));
        String review = good(writing().get("/supervision/reviews?state=published&record=ff-down")).getString("data.find { it.name == 'a.txt' }.review_id");
        assertThat(decision(review, "publish").statusCode()).isEqualTo(409);

        assertThat(good(decision(review, "refuse")).getInt("corrected")).isEqualTo(1);

        assertThat(status("ff-down", sha256)).isEqualTo(404);
        assertThat(one("ff-down").getList("data.attachments.name")).containsExactly("b.txt");
        assertThat(get(RECORDS + "/ff-down/revisions").getList("data.revision_reason")).containsExactly(null, "attachment", "attachment", "attachment");
        assertThat(decision(review, "refuse").statusCode()).isEqualTo(409);
        assertThat(upload("ff-down", "a.txt", "text/plain", text("没有问题")).jsonPath().getString("data.state")).isEqualTo("refused");
    }

    @Test
    void a_pdf_is_cleaned_of_its_author_and_of_what_runs() throws IOException {
        take(record("ff-pdf", "order", ""));
        Response taken = upload("ff-pdf", "decision.pdf", "application/pdf", pdf("A decision of the sample bureau"));

        assertThat(taken.jsonPath().getString("data.state")).as(taken.asString()).isEqualTo("published");
        byte[] file = reading().get(RECORDS + "/ff-pdf/attachments/" + taken.jsonPath().getString("data.sha256")).asByteArray();
        assertThat(new String(file, StandardCharsets.ISO_8859_1)).startsWith("%PDF-").doesNotContain("somebody in the office").doesNotContain("app.alert").doesNotContain("JavaScript");
        try (PDDocument read = Loader.loadPDF(file)) {
            assertThat(read.getNumberOfPages()).isEqualTo(1);
            assertThat(read.getDocumentInformation().getAuthor()).isNull();
            assertThat(read.getDocumentCatalog().getOpenAction()).isNull();
        }
        assertThat(PdfFile.prepared(pdf("Same")).bytes()).as("written the same each time").isEqualTo(PdfFile.prepared(pdf("Same")).bytes());
    }

    @Test
    void what_cannot_be_read_waits_for_somebody_to_look() throws IOException {
        take(record("ff-look", "order", ""));

        assertThat(upload("ff-look", "p.png", "image/png", picture()).jsonPath().getString("data.state")).isEqualTo("held");
        assertThat(upload("ff-look", "scan.pdf", "application/pdf", pdf("")).jsonPath().getString("data.state")).isEqualTo("held");
        assertThat(upload("ff-look", "phone.pdf", "application/pdf", pdf("call " + TELEPHONE)).jsonPath().getString("data.state")).isEqualTo("held");
        assertThat(held("ff-look").stream().map(review -> review.get("hits").toString())).anySatisfy(hits -> assertThat(hits).contains("mobile_phone"))
                .anySatisfy(hits -> assertThat(hits).contains("unreadable"));
    }

    @Test
    void what_is_no_such_file_is_refused() {
        take(record("ff-bad", "order", ""));

        assertThat(upload("ff-bad", "a.pdf", "application/pdf", text("no pdf")).statusCode()).isEqualTo(415);
        assertThat(upload("ff-bad", "a.pdf", "application/pdf", text("%PDF-1.7\nbroken")).statusCode()).isEqualTo(422);
        assertThat(upload("ff-bad", "a.png", "image/png", text("no png")).statusCode()).isEqualTo(415);
        assertThat(upload("ff-bad", "a.txt", "text/plain", new byte[] {(byte) 0xC4, (byte) 0xE3}).statusCode()).isEqualTo(415);
        assertThat(upload("ff-bad", "a.exe", "application/octet-stream", text("MZ")).statusCode()).isEqualTo(415);
        assertThat(upload("ff-bad", "a%2Fb.txt", "text/plain", text("x")).statusCode()).isEqualTo(400);
        assertThat(upload("ff-nobody", "a.txt", "text/plain", text("x")).statusCode()).isEqualTo(404);
        assertThat(reading().contentType("text/plain").body(text("x")).post(RECORDS + "/ff-bad/attachments?name=a.txt").statusCode()).isEqualTo(401);
    }

    @Test
    void the_sweep_leaves_files_of_records_alone() throws SQLException, IOException {
        take(record("ff-sweep", "order", ""));
        String sha256 = upload("ff-sweep", "a.txt", "text/plain", text("留下")).jsonPath().getString("data.sha256");

        assertThat(sweep.removeUnnamed(List.of(sha256))).isZero();

        assertThat(status("ff-sweep", sha256)).isEqualTo(200);
    }
}
