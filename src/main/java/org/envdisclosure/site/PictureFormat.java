package org.envdisclosure.site;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What a base map is drawn in, told by its content and by nothing its name says. */
enum PictureFormat {
    PNG("image/png"),
    JPEG("image/jpeg"),
    WEBP("image/webp"),
    SVG(MediaTypes.SVG);

    private static final String SVG_NAMES = "http://www.w3.org/2000/svg";

    private final String mediaType;

    PictureFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /** Empty for whatever is none of them. */
    static Optional<PictureFormat> of(byte[] content) {
        return Arrays.stream(values()).filter(format -> format.opens(content)).findFirst();
    }

    private boolean opens(byte[] content) {
        String start = new String(content, 0, Math.min(content.length, 16), StandardCharsets.ISO_8859_1);
        return switch (this) {
            case PNG -> start.startsWith("\u0089PNG\r\n\u001a\n");
            case JPEG -> start.startsWith("\u00ff\u00d8\u00ff");
            case WEBP -> start.startsWith("RIFF") && start.startsWith("WEBP", 8);
            case SVG -> isSvg(content);
        };
    }

    /** Well-formed to its end, and a drawing. Nothing it names is fetched. */
    private static boolean isSvg(byte[] content) {
        XMLInputFactory xml = XMLInputFactory.newDefaultFactory();
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = xml.createXMLStreamReader(new ByteArrayInputStream(content));
            while (!reader.isStartElement()) {
                reader.next();
            }
            boolean drawing = reader.getLocalName().equals("svg") && SVG_NAMES.equals(reader.getNamespaceURI());
            while (drawing && reader.hasNext()) {
                reader.next();
            }
            return drawing;
        } catch (XMLStreamException notXml) {
            return false;
        }
    }
}
