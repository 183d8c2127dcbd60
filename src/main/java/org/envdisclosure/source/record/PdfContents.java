package org.envdisclosure.source.record;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;

/** Every object of a PDF, looked at once: what tells of its making goes, what runs goes, what is written beside the pages is collected. */
final class PdfContents {

    /** Metadata, other programs' notes, scripts and what starts them, files within the file. */
    private static final List<String> TAKEN_OUT = List.of("Metadata", "PieceInfo", "LastModified", "OpenAction", "AA", "JS", "JavaScript", "EmbeddedFiles", "EF", "AF", "XFA", "RichMediaContent",
            "Launch", "URLS", "SpiderInfo", "Threads", "AuthEvent", "Perms", "Legal", "DSS", "Collection");
    /** ISO 32000-1, 12.6.4: actions that do more than lead within the document or to an address. */
    private static final Set<String> RUNNING = Set.of("JavaScript", "Launch", "ImportData", "SubmitForm", "ResetForm", "GoToE", "Rendition", "Movie", "Sound", "RichMediaExecute", "Hide", "Trans");
    private static final Set<String> CARRYING = Set.of("FileAttachment", "RichMedia", "Movie", "Screen", "Sound", "3D");
    /** Pixels of all pictures together: fewer are rules and bullets. A scan may be cut into strips, each of them low. */
    private static final int SMALL = 1024;
    private static final int TILING = 1;

    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<COSBase> waiting = new ArrayDeque<>();
    private final StringBuilder strings = new StringBuilder();
    private long pixels;
    private boolean drawnBesideThePages;

    private PdfContents() {
    }

    static PdfContents cleaned(COSDictionary trailer) {
        PdfContents contents = new PdfContents();
        contents.waiting.add(trailer);
        while (!contents.waiting.isEmpty()) {
            contents.visit(contents.waiting.poll());
        }
        return contents;
    }

    /** What annotations, form fields, outlines and alternative texts say. */
    String strings() {
        return strings.toString();
    }

    /** Whether there are pictures, or contents that are drawn over a page or fill an area of it, which nobody reads as text. */
    boolean hasMoreToSee() {
        return pixels >= SMALL || drawnBesideThePages;
    }

    private void visit(COSBase base) {
        COSBase object = base instanceof COSObject reference ? reference.getObject() : base;
        if (object == null || !seen.add(object)) {
            return;
        }
        if (object instanceof COSDictionary dictionary) {
            clean(dictionary);
            waiting.addAll(dictionary.getValues());
        } else if (object instanceof COSArray array) {
            array.forEach(entry -> {
                if (entry != null) {
                    waiting.add(entry);
                }
            });
        } else if (object instanceof COSString string) {
            collect(string.getString());
        }
    }

    private void clean(COSDictionary dictionary) {
        TAKEN_OUT.forEach(name -> dictionary.removeItem(COSName.getPDFName(name)));
        if (RUNNING.contains(name(dictionary, "S")) && !(dictionary instanceof COSStream)) {
            dictionary.clear();
        } else if (CARRYING.contains(name(dictionary, "Subtype"))) {
            dictionary.clear();
        } else if (dictionary instanceof COSStream && name(dictionary, "Subtype").equals("Image")) {
            long size = Math.max(1L, dictionary.getInt(COSName.WIDTH, SMALL)) * Math.max(1L, dictionary.getInt(COSName.HEIGHT, SMALL));
            pixels = Math.min(SMALL, pixels + size);
        }
        lookBesideThePages(dictionary);
    }

    /** ISO 32000-1, 12.5.5 and 8.7.3: a stamp shows its appearance, not its text. */
    private void lookBesideThePages(COSDictionary dictionary) {
        if (name(dictionary, "Subtype").equals("Link")) {
            dictionary.removeItem(COSName.AP);
        }
        drawnBesideThePages |= dictionary.containsKey(COSName.AP) || dictionary.getInt(COSName.PATTERN_TYPE, 0) == TILING;
    }

    private static String name(COSDictionary dictionary, String key) {
        String name = dictionary.getNameAsString(COSName.getPDFName(key));
        return name == null ? "" : name;
    }

    /** Strings that are bytes, such as identifiers, are no text. */
    private void collect(String text) {
        if (!text.isBlank() && text.chars().noneMatch(character -> Character.isISOControl(character) && !Character.isWhitespace(character))) {
            strings.append(text).append('\n');
        }
    }
}
