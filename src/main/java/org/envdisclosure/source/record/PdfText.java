package org.envdisclosure.source.record;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** The text of pages, and whether something was drawn on them that no text tells of. */
final class PdfText extends PDFTextStripper {

    private boolean complete = true;

    PdfText() {
        addOperator(new InlinePicture());
    }

    /** @param page the first is 1 */
    String of(PDDocument document, int page) throws IOException {
        setStartPage(page);
        setEndPage(page);
        return getText(document);
    }

    /** Whether every glyph had a meaning and there was no picture among them. */
    boolean isComplete() {
        return complete;
    }

    /** A glyph without a character behind it is left out of the text or guessed from its code; one that is drawn may be anything. */
    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        complete &= !(font instanceof PDType3Font) && font.toUnicode(code) != null;
        super.showGlyph(matrix, font, code, displacement);
    }

    /** ISO 32000-1, 8.9.7: a picture that stands within the content itself. */
    private final class InlinePicture extends OperatorProcessor {

        InlinePicture() {
            super(PdfText.this);
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) {
            complete = false;
        }

        @Override
        public String getName() {
            return OperatorName.BEGIN_INLINE_IMAGE;
        }
    }
}
