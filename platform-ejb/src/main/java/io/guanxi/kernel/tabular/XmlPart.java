package io.guanxi.kernel.tabular;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One XML part of a workbook, read forward.
 *
 * <p>Document types are refused whole, and with them entities, internal or external. The text is always UTF-8, whatever
 * its declaration says, as the office formats demand.
 */
final class XmlPart implements Closeable {

    private static final XMLInputFactory FACTORY = factory();

    private final Reader text;
    private final XMLStreamReader xml;

    XmlPart(InputStream in, int longestMarkup) {
        this.text = new MarkupGuard(new InputStreamReader(in, StandardCharsets.UTF_8), longestMarkup);
        try {
            this.xml = FACTORY.createXMLStreamReader(text);
        } catch (XMLStreamException e) {
            throw damaged(e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, Boolean.FALSE);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, Boolean.FALSE);
        return factory;
    }

    /** Goes to the next start of one of the elements; false at the end of the part. */
    boolean toStart(Set<String> elements) {
        int event = next();
        while (event != XMLStreamConstants.END_DOCUMENT) {
            if (event == XMLStreamConstants.START_ELEMENT && elements.contains(xml.getLocalName())) {
                return true;
            }
            event = next();
        }
        return false;
    }

    /** Goes to the next start of an element within the current one; empty at the end of the element named. */
    Optional<String> toChild(String parent) {
        int event = next();
        while (event != XMLStreamConstants.END_DOCUMENT) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                return Optional.of(xml.getLocalName());
            }
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(parent)) {
                return Optional.empty();
            }
            event = next();
        }
        return Optional.empty();
    }

    /** Appends the text up to the end of the current element, without that of elements in it. */
    void text(LimitedText into) {
        int depth = 1;
        while (depth > 0) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (depth == 1) {
                        into.append(xml.getText());
                    }
                }
                case XMLStreamConstants.END_DOCUMENT -> throw new UnreadableFile("file.damaged");
                default -> {
                    // Comments and processing instructions say nothing.
                }
            }
        }
    }

    /** Passes over the rest of the current element. */
    void skip() {
        int depth = 1;
        while (depth > 0) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    /** Attribute by its local name, in whatever namespace. */
    Optional<String> attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return Optional.of(xml.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private int next() {
        try {
            if (!xml.hasNext()) {
                return XMLStreamConstants.END_DOCUMENT;
            }
            int event = xml.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new UnreadableFile("file.entities");
            }
            return event;
        } catch (XMLStreamException | UncheckedStreamException e) {
            throw damaged(e);
        }
    }

    private static UnreadableFile damaged(Exception cause) {
        UnreadableFile damaged = new UnreadableFile("file.damaged");
        damaged.initCause(cause);
        return damaged;
    }
}
