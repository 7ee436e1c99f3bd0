package io.guanxi.web.format;

import io.guanxi.web.format.Shown.Part;

/**
 * Writes values in the product's look. In Java, not in a page: a list has hundreds of them, and telling their kinds apart
 * by expressions took most of the time of a page.
 */
public final class ShownWriter {

    private final Markup out;

    public ShownWriter(Markup out) {
        this.out = out;
    }

    /** Writes one value; a dash for none. */
    public void write(Shown shown) {
        if (shown.nothing()) {
            out.start("span", "gx-subtle")
                    .attribute("aria-hidden", "true")
                    .text("—")
                    .end("span");
            return;
        }
        switch (shown.kind()) {
            case TEXT, NUMBER -> text(shown);
            case LINES -> out.element("span", "gx-lines", shown.text());
            case MARKUP ->
                out.start("div", "gx-markup").cleaned(shown.first().note()).end("div");
            case BADGE -> out.element("span", "gx-badge gx-badge--" + shown.colour(), shown.text());
            case TAGS -> tags(shown);
            case PERSON -> person(shown);
            case LINKS -> shown.parts().forEach(this::part);
        }
    }

    /** Writes the coloured square or circle of a record or person. */
    public void avatar(Avatar avatar, String form) {
        out.start("span", "gx-av " + form + " gx-av--" + avatar.colour())
                .attribute("aria-hidden", "true")
                .text(avatar.letters())
                .end("span");
    }

    private void text(Shown shown) {
        out.start("span");
        if (!shown.first().title().isEmpty()) {
            out.attribute("title", shown.first().title());
        }
        out.text(shown.text()).end("span");
    }

    private void tags(Shown shown) {
        out.start("span", "gx-tags");
        for (Part part : shown.parts()) {
            out.element("span", "gx-badge gx-badge--" + part.note(), part.text());
        }
        out.end("span");
    }

    private void person(Shown shown) {
        out.start("span", "gx-cell");
        avatar(shown.first().avatar(), "gx-av--s");
        out.start("span").text(shown.text()).end("span").end("span");
    }

    private void part(Part part) {
        out.start("span", "gx-part");
        link(part);
        if (!part.note().isEmpty()) {
            out.element("span", "gx-subtle gx-small", " " + part.note());
        }
        out.end("span");
    }

    private void link(Part part) {
        if (part.href().isEmpty()) {
            out.text(part.text());
            return;
        }
        out.start("a").attribute("href", part.href());
        if (part.outside()) {
            out.attribute("target", "_blank").attribute("rel", "noopener noreferrer");
        }
        out.text(part.text()).end("a");
    }
}
