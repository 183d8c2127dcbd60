package org.envdisclosure.page;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * A page as its reader prints it on A4.
 *
 * @param smallest height of a letter in points
 * @param sheetWidth in points, as everything here
 * @param rightmost where the text that reaches furthest ends
 */
record Paper(int sheets, String text, double smallest, double sheetWidth, double rightmost) {

    static Paper of(Page page) {
        try (PDDocument document = Loader.loadPDF(page.pdf(new Page.PdfOptions().setFormat("A4").setPrintBackground(true)))) {
            Ink ink = new Ink();
            StringWriter text = new StringWriter();
            ink.writeText(document, text);
            return new Paper(document.getNumberOfPages(), text.toString(), ink.smallest, document.getPage(0).getMediaBox().getWidth(), ink.rightmost);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final class Ink extends PDFTextStripper {

        private double smallest = Double.MAX_VALUE;
        private double rightmost;

        @Override
        protected void writeString(String text, List<TextPosition> positions) throws IOException {
            for (TextPosition letter : positions) {
                if (!letter.getUnicode().isBlank()) {
                    smallest = Math.min(smallest, Math.abs(letter.getYScale()));
                    rightmost = Math.max(rightmost, (double) letter.getXDirAdj() + letter.getWidthDirAdj());
                }
            }
            super.writeString(text, positions);
        }
    }
}
