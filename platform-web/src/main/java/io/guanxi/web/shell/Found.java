package io.guanxi.web.shell;

import io.guanxi.web.format.Avatar;
import java.util.List;

/** Records as pages show them that look for records of every kind. */
public final class Found {

    private Found() {}

    /**
     * Hits of one object.
     *
     * @param allHref leads to its list with the same words; empty where there are no words
     * @param people  whether avatars are round
     */
    public record Group(String name, String label, String count, List<Hit> hits, String allHref, boolean people) {}

    /**
     * @param title  in pieces, some of which are what was typed
     * @param detail says what else it is, or in which other field the words stand
     */
    public record Hit(String id, List<Piece> title, List<Piece> detail, String href, Avatar avatar) {}

    public record Piece(String text, boolean marked) {}
}
