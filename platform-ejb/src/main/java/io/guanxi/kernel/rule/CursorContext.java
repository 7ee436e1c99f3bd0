package io.guanxi.kernel.rule;

import io.guanxi.kernel.rule.Tokens.Kind;
import io.guanxi.kernel.rule.Tokens.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Where in a source the cursor is.
 *
 * @param place    what is being written
 * @param path     names before the point, or of the field that is compared; empty where there is none
 * @param prefix   what is written already of the word or text at the cursor
 * @param from     start of that word or text
 * @param quote    the quote a text has been opened with; empty where there is none
 * @param loops    the loops around, the innermost first; other brackets count as loops without a variable
 */
record CursorContext(Place place, List<String> path, String prefix, int from, String quote, List<Loop> loops) {

    /** What is being written. */
    enum Place {
        /** A field, variable or function. */
        NAME,
        /** Behind a point. */
        MEMBER,
        /** A value that is compared with a field. */
        VALUE,
        /** Inside a text or comment that is compared with nothing. */
        NOTHING
    }

    /** A loop around the cursor: its variable, and the path of the list it goes through. */
    record Loop(String variable, List<String> list) {}

    private static final Set<String> MACROS = Set.of("exists", "all", "exists_one", "filter", "map");

    static CursorContext at(String source, int cursor) {
        List<Token> tokens = Tokens.of(source.substring(0, cursor));
        List<Loop> loops = loops(tokens);
        int last = tokens.size() - 1;
        Token token = last < 0 ? null : tokens.get(last);
        if (token == null) {
            return new CursorContext(Place.NAME, List.of(), "", cursor, "", loops);
        }
        boolean touches = token.end() == cursor;
        if (token.kind() == Kind.COMMENT && touches || token.kind() == Kind.NUMBER && touches) {
            return new CursorContext(Place.NOTHING, List.of(), "", cursor, "", loops);
        }
        if (token.kind() == Kind.TEXT && (!token.closed() || token.text().length() == 1)) {
            List<String> path = compared(tokens, last - 1);
            return new CursorContext(
                    path.isEmpty() ? Place.NOTHING : Place.VALUE,
                    path,
                    token.text().substring(1),
                    token.start(),
                    token.text().substring(0, 1),
                    loops);
        }
        boolean word = token.kind() == Kind.WORD && touches;
        String prefix = word ? token.text() : "";
        int from = word ? token.start() : cursor;
        int before = word ? last - 1 : last;
        if (before >= 0 && tokens.get(before).is(".")) {
            return new CursorContext(Place.MEMBER, pathEndingAt(tokens, before - 1), prefix, from, "", loops);
        }
        List<String> path = compared(tokens, before);
        return new CursorContext(path.isEmpty() ? Place.NAME : Place.VALUE, path, prefix, from, "", loops);
    }

    /** The path before {@code ==}, {@code !=} or {@code in [ …,}, when the token there ends such a thing. */
    private static List<String> compared(List<Token> tokens, int end) {
        if (end < 0) {
            return List.of();
        }
        if (tokens.get(end).is("==") || tokens.get(end).is("!=")) {
            return pathEndingAt(tokens, end - 1);
        }
        int at = end;
        while (at >= 0 && (tokens.get(at).is(",") || tokens.get(at).kind() == Kind.TEXT)) {
            at--;
        }
        boolean list = at >= 1 && tokens.get(at).is("[") && tokens.get(at - 1).is("in");
        boolean open = tokens.get(end).is(",") || tokens.get(end).is("[");
        return list && open ? pathEndingAt(tokens, at - 2) : List.of();
    }

    private static List<String> pathEndingAt(List<Token> tokens, int end) {
        ArrayDeque<String> path = new ArrayDeque<>();
        for (int at = end; at >= 0 && tokens.get(at).kind() == Kind.WORD; at -= 2) {
            path.addFirst(tokens.get(at).text());
            if (at == 0 || !tokens.get(at - 1).is(".")) {
                break;
            }
        }
        return List.copyOf(path);
    }

    private static List<Loop> loops(List<Token> tokens) {
        Deque<Loop> open = new ArrayDeque<>();
        for (int at = 0; at < tokens.size(); at++) {
            if (tokens.get(at).is("(")) {
                boolean macro = at >= 3
                        && at + 1 < tokens.size()
                        && MACROS.contains(tokens.get(at - 1).text())
                        && tokens.get(at - 2).is(".");
                open.push(
                        macro
                                ? new Loop(tokens.get(at + 1).text(), pathEndingAt(tokens, at - 3))
                                : new Loop("", List.of()));
            } else if (tokens.get(at).is(")") && !open.isEmpty()) {
                open.pop();
            }
        }
        return List.copyOf(open);
    }
}
