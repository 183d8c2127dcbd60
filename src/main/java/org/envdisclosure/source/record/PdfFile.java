package org.envdisclosure.source.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;

/** A PDF: read, cleaned of metadata and of everything that runs, written anew, so that nothing of earlier versions is left in it either. */
final class PdfFile {

    private static final String FONT_CACHE = "pdfbox.fontcache";
    private static final int MOST_PAGES = 2_000;
    private static final int LONGEST_TEXT = 5_000_000;
    private static final byte[] MAGIC = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    /** What begins the identifier of a written file, so that the same file is written the same. */
    private static final long NO_MOMENT = 0L;

    static {
        // the list of the machine's fonts is a file of its own; a home that cannot be written to is not asked for it
        if (System.getProperty(FONT_CACHE) == null) {
            System.setProperty(FONT_CACHE, System.getProperty("java.io.tmpdir"));
        }
    }

    private PdfFile() {
    }

    /** @throws ApiProblem 415 for what is no PDF, 422 for one that is encrypted, damaged or too long */
    static PreparedFile prepared(byte[] file) {
        if (!Arrays.equals(file, 0, Math.min(MAGIC.length, file.length), MAGIC, 0, MAGIC.length)) {
            throw FileIntake.notWhatItSays("PDF");
        }
        try (PDDocument document = Loader.loadPDF(file)) {
            if (document.isEncrypted()) {
                throw refused("PDF 已加密；请发送未加密的文件", "the PDF is encrypted; send one that is not");
            } else if (document.getNumberOfPages() > MOST_PAGES) {
                throw refused("PDF 超过 %d 页".formatted(MOST_PAGES), "the PDF has more than %d pages".formatted(MOST_PAGES));
            }
            return prepared(document);
        } catch (IOException | RuntimeException damaged) {
            if (damaged instanceof ApiProblem problem) {
                throw problem;
            }
            throw refused("PDF 已损坏或无法读取", "the PDF is damaged or cannot be read");
        }
    }

    private static PreparedFile prepared(PDDocument document) throws IOException {
        document.setDocumentInformation(new PDDocumentInformation());
        PdfContents contents = PdfContents.cleaned(document.getDocument().getTrailer());
        document.getDocument().getTrailer().removeItem(COSName.ID);
        document.setDocumentId(NO_MOMENT);
        StringBuilder text = new StringBuilder(contents.strings());
        boolean readable = !contents.hasMoreToSee() && document.getNumberOfPages() > 0;
        PdfText reading = new PdfText();
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
            String ofPage = reading.of(document, page);
            readable &= !ofPage.isBlank();
            text.append('\n').append(ofPage);
            if (text.length() > LONGEST_TEXT) {
                throw refused("PDF 文字过多", "the PDF has too much text");
            }
        }
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        document.save(written);
        return new PreparedFile(written.toByteArray(), text.toString(), readable && reading.isComplete());
    }

    private static ApiProblem refused(String zh, String en) {
        return ProblemType.UNREADABLE_FILE.because(zh, en);
    }
}
