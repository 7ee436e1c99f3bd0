package io.guanxi.web.format;

import io.guanxi.web.format.Shown.Part;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;

/**
 * Writes values in the product's look. In Java, not in a page: a list has hundreds of them, and telling their kinds apart
 * by expressions took most of the time of a page.
 */
public final class ShownWriter {

    private final ResponseWriter out;
    private final UIComponent component;

    /**
     * @param component on whose behalf it writes
     */
    public ShownWriter(ResponseWriter out, UIComponent component) {
        this.out = out;
        this.component = component;
    }

    /** Writes one value; a dash for none. */
    public void write(Shown shown) throws IOException {
        if (shown.nothing()) {
            out.startElement("span", component);
            out.writeAttribute("class", "gx-subtle", null);
            out.writeAttribute("aria-hidden", "true", null);
            out.writeText("—", null);
            out.endElement("span");
            return;
        }
        switch (shown.kind()) {
            case TEXT, NUMBER -> text(shown);
            case LINES -> span("gx-lines", shown.text());
            case MARKUP -> markup(shown);
            case BADGE -> span("gx-badge gx-badge--" + shown.colour(), shown.text());
            case TAGS -> tags(shown);
            case PERSON -> person(shown);
            case LINKS -> links(shown);
        }
    }

    /** Writes the coloured square or circle of a record or person. */
    public void avatar(Avatar avatar, String form) throws IOException {
        out.startElement("span", component);
        out.writeAttribute("class", "gx-av " + form + " gx-av--" + avatar.colour(), null);
        out.writeAttribute("aria-hidden", "true", null);
        out.writeText(avatar.letters(), null);
        out.endElement("span");
    }

    /** Writes some words in a look. */
    public void span(String look, String words) throws IOException {
        out.startElement("span", component);
        out.writeAttribute("class", look, null);
        out.writeText(words, null);
        out.endElement("span");
    }

    private void text(Shown shown) throws IOException {
        out.startElement("span", component);
        if (!shown.first().title().isEmpty()) {
            out.writeAttribute("title", shown.first().title(), null);
        }
        out.writeText(shown.text(), null);
        out.endElement("span");
    }

    private void markup(Shown shown) throws IOException {
        out.startElement("div", component);
        out.writeAttribute("class", "gx-markup", null);
        out.write(shown.first().note());
        out.endElement("div");
    }

    private void tags(Shown shown) throws IOException {
        out.startElement("span", component);
        out.writeAttribute("class", "gx-tags", null);
        for (Part part : shown.parts()) {
            span("gx-badge gx-badge--" + part.note(), part.text());
        }
        out.endElement("span");
    }

    private void person(Shown shown) throws IOException {
        out.startElement("span", component);
        out.writeAttribute("class", "gx-cell", null);
        avatar(shown.first().avatar(), "gx-av--s");
        out.startElement("span", component);
        out.writeText(shown.text(), null);
        out.endElement("span");
        out.endElement("span");
    }

    private void links(Shown shown) throws IOException {
        for (Part part : shown.parts()) {
            out.startElement("span", component);
            out.writeAttribute("class", "gx-part", null);
            link(part);
            if (!part.note().isEmpty()) {
                span("gx-subtle gx-small", " " + part.note());
            }
            out.endElement("span");
        }
    }

    private void link(Part part) throws IOException {
        if (part.href().isEmpty()) {
            out.writeText(part.text(), null);
            return;
        }
        out.startElement("a", component);
        out.writeURIAttribute("href", part.href(), null);
        if (part.outside()) {
            out.writeAttribute("target", "_blank", null);
            out.writeAttribute("rel", "noopener noreferrer", null);
        }
        out.writeText(part.text(), null);
        out.endElement("a");
    }
}
