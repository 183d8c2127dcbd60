package org.envdisclosure.source.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDInlineImage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.junit.jupiter.api.Test;

/** Whether the text of a PDF is all there is to see. */
class PdfFileTest {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    /** Draws something on a page that has a line of text already. */
    @FunctionalInterface
    private interface Drawing {
        void on(PDDocument document, PDPage page, PDPageContentStream content) throws IOException;
    }

    private static byte[] pdf(Drawing drawing) throws IOException {
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                write(content, new PDType1Font(Standard14Fonts.FontName.HELVETICA), "A decision of the sample bureau");
                drawing.on(document, page, content);
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    private static void write(PDPageContentStream content, PDFont font, String text) throws IOException {
        content.beginText();
        content.setFont(font, 12);
        content.newLineAtOffset(72, 720);
        content.showText(text);
        content.endText();
    }

    private static byte[] withComposite(String text) throws IOException {
        return pdf((document, page, content) -> {
            try (InputStream font = PDFont.class.getResourceAsStream(FONT)) {
                write(content, PDType0Font.load(document, font, true), text);
            }
        });
    }

    private static byte[] withoutUnicode(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDResources resources = document.getPage(0).getResources();
            for (COSName name : resources.getFontNames()) {
                resources.getFont(name).getCOSObject().removeItem(COSName.TO_UNICODE);
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] withPicture(int width, int height) throws IOException {
        return pdf((document, page, content) ->
                content.drawImage(LosslessFactory.createFromImage(document, new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB)), 72, 500));
    }

    private static byte[] withAnnotation(PDAnnotation annotation) throws IOException {
        return pdf((document, page, content) -> {
            PDAppearanceStream stamp = new PDAppearanceStream(document);
            stamp.setBBox(new PDRectangle(100, 20));
            stamp.setResources(new PDResources());
            PDAppearanceDictionary appearance = new PDAppearanceDictionary();
            appearance.setNormalAppearance(stamp);
            annotation.setRectangle(new PDRectangle(72, 500, 100, 20));
            annotation.setAppearance(appearance);
            page.getAnnotations().add(annotation);
        });
    }

    private static boolean readable(byte[] file) {
        return PdfFile.prepared(file).readable();
    }

    @Test
    void text_alone_is_readable() throws IOException {
        assertThat(readable(pdf((document, page, content) -> { }))).isTrue();
        assertThat(PdfFile.prepared(withComposite("composite")).text()).contains("sample bureau").contains("composite");
        assertThat(readable(withComposite("composite"))).isTrue();
    }

    @Test
    void glyphs_without_characters_behind_them_are_not_readable() throws IOException {
        byte[] file = withoutUnicode(withComposite("composite"));

        assertThat(PdfFile.prepared(file).text()).contains("sample bureau").doesNotContain("composite");
        assertThat(readable(file)).isFalse();
    }

    @Test
    void a_low_strip_of_a_scan_is_a_picture_and_a_bullet_is_none() throws IOException {
        assertThat(readable(withPicture(1700, 16))).isFalse();
        assertThat(readable(withPicture(16, 1700))).isFalse();
        assertThat(readable(withPicture(20, 20))).isTrue();
    }

    @Test
    void many_small_pictures_are_one_that_was_cut_up() throws IOException {
        byte[] tiles = pdf((document, page, content) -> {
            for (int tile = 0; tile < 4; tile++) {
                BufferedImage picture = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
                picture.setRGB(0, 0, tile);
                content.drawImage(LosslessFactory.createFromImage(document, picture), 72 + 20 * tile, 500);
            }
        });

        assertThat(readable(tiles)).isFalse();
    }

    @Test
    void a_picture_within_the_content_is_a_picture() throws IOException {
        byte[] file = pdf((document, page, content) -> {
            PDInlineImage picture = new PDInlineImage(new COSDictionary(), new byte[40 * 40], page.getResources());
            picture.setWidth(40);
            picture.setHeight(40);
            picture.setBitsPerComponent(8);
            picture.setColorSpace(PDDeviceGray.INSTANCE);
            content.drawImage(picture, 72, 500);
        });

        assertThat(readable(file)).isFalse();
    }

    @Test
    void what_an_annotation_shows_is_not_read_as_text() throws IOException {
        assertThat(readable(withAnnotation(new PDAnnotationRubberStamp()))).isFalse();
        assertThat(readable(withAnnotation(new PDAnnotationLink()))).isTrue();
    }

    @Test
    void a_link_keeps_no_appearance() throws IOException {
        try (PDDocument document = Loader.loadPDF(PdfFile.prepared(withAnnotation(new PDAnnotationLink())).bytes())) {
            assertThat(document.getPage(0).getAnnotations()).hasSize(1);
            assertThat(document.getPage(0).getAnnotations().get(0).getAppearance()).isNull();
        }
    }
}
