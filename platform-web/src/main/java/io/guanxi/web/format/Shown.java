package io.guanxi.web.format;

import java.util.List;

/**
 * A value ready to be put on a page.
 *
 * @param kind   how it looks
 * @param parts  what it says; empty when the field is
 * @param colour of a badge, one of the tag colours; empty for other kinds
 */
public record Shown(Kind kind, List<Part> parts, String colour) {

    /** How a value looks. */
    public enum Kind {
        TEXT,
        NUMBER,
        LINES,
        /** Rich text: {@link Part#note} is HTML that is safe to write as it is. */
        MARKUP,
        BADGE,
        TAGS,
        PERSON,
        LINKS
    }

    /**
     * One thing to read.
     *
     * @param text   escaped when it is written
     * @param href   address to go to; empty for none
     * @param note   small words after it, such as the kind of a phone; of a tag its colour
     * @param title  the whole truth where {@code text} is shortened; empty for none
     * @param avatar of a person; null for others
     */
    public record Part(String text, String href, String note, String title, Avatar avatar) {

        static Part of(String text) {
            return new Part(text, "", "", "", null);
        }

        static Part link(String text, String href) {
            return new Part(text, href, "", "", null);
        }

        Part noted(String words) {
            return new Part(text, href, words, title, avatar);
        }

        Part titled(String words) {
            return new Part(text, href, note, words.equals(text) ? "" : words, avatar);
        }

        /** Leads out of the product. */
        public boolean outside() {
            return href.startsWith("http");
        }
    }

    static final Shown NOTHING = new Shown(Kind.TEXT, List.of(), "");

    static Shown of(Kind kind, Part... parts) {
        return new Shown(kind, List.of(parts), "");
    }

    /** The same without a badge around it. */
    public Shown plain() {
        return kind == Kind.BADGE ? new Shown(Kind.TEXT, parts, "") : this;
    }

    public boolean nothing() {
        return parts.isEmpty();
    }

    public String text() {
        return parts.isEmpty() ? "" : parts.get(0).text();
    }

    public Part first() {
        return parts.get(0);
    }
}
