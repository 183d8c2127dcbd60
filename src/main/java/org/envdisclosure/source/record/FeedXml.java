package org.envdisclosure.source.record;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.envdisclosure.platform.time.ChinaTime;
import org.jspecify.annotations.Nullable;

/** An Atom document (RFC 4287) of the newest records of a kind. */
final class FeedXml {

    static final String MEDIA_TYPE = "application/atom+xml";
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final XMLStreamWriter out;

    private FeedXml(XMLStreamWriter out) {
        this.out = out;
    }

    /** @param author whose records they are */
    static byte[] of(RecordKind kind, List<FeedEntry> entries, String author) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter writer = XMLOutputFactory.newInstance().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            new FeedXml(writer).feed(kind, entries, author);
            writer.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private void feed(RecordKind kind, List<FeedEntry> entries, String author) throws XMLStreamException {
        out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        out.writeStartElement("feed");
        out.writeDefaultNamespace(ATOM);
        out.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "lang", "zh");
        text("id", "tag:env-disclosure.org,2026:supervision-feeds/" + kind.wire());
        text("title", "污染源监管记录：" + kind.title().zh());
        text("subtitle", "Records of supervision: " + kind.title().en());
        text("updated", ChinaTime.format(entries.stream().map(FeedEntry::updated).max(Comparator.naturalOrder()).orElse(Instant.EPOCH)));
        link("self", "/api/v1/supervision/feeds/" + kind.wire(), MEDIA_TYPE);
        link("alternate", "/api/v1/supervision/records?kind=" + kind.wire() + "&order=desc", "application/json");
        out.writeStartElement("author");
        text("name", author);
        out.writeEndElement();
        for (FeedEntry entry : entries) {
            entry(entry);
        }
        out.writeEndElement();
        out.writeEndDocument();
    }

    private void entry(FeedEntry entry) throws XMLStreamException {
        out.writeStartElement("entry");
        text("id", entry.id());
        text("title", entry.title());
        text("updated", ChinaTime.format(entry.updated()));
        text("published", ChinaTime.format(entry.publishedAt()));
        link("alternate", entry.path(), "application/json");
        text("summary", summary(entry));
        out.writeEndElement();
    }

    private static String summary(FeedEntry entry) {
        return Stream.of(entry.documentNo(), entry.authority(), entry.decision()).filter(Objects::nonNull).collect(Collectors.joining("；"));
    }

    private void link(String relation, String target, String type) throws XMLStreamException {
        out.writeEmptyElement("link");
        out.writeAttribute("rel", relation);
        out.writeAttribute("type", type);
        out.writeAttribute("href", target);
    }

    private void text(String element, String text) throws XMLStreamException {
        out.writeStartElement(element);
        out.writeCharacters(storable(text));
        out.writeEndElement();
    }

    /** XML 1.0 knows no other control characters than these, and no half of a pair. */
    private static String storable(@Nullable String text) {
        return String.valueOf(text).codePoints().map(c -> c == '\t' || c == '\n' || c == '\r' || c >= ' ' && c < 0xD800 || c >= 0xE000 && c < 0xFFFE || c > 0xFFFF ? c : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
