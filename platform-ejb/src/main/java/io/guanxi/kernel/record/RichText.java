package io.guanxi.kernel.record;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * Text with simple marks as HTML: paragraphs, headings, lists, quotes, code, emphasis and links to web and mail addresses.
 * Everything else is taken out when a value comes in, and nothing that runs, loads or styles is ever stored.
 */
public final class RichText {

    private static final Safelist ALLOWED = new Safelist()
            .addTags("p", "br", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "pre", "code")
            .addTags("strong", "em", "u", "s", "a")
            .addAttributes("a", "href")
            .addProtocols("a", "href", "http", "https", "mailto")
            .addEnforcedAttribute("a", "rel", "noopener noreferrer")
            .addEnforcedAttribute("a", "target", "_blank");

    private static final OutputSettings COMPACT = new OutputSettings().prettyPrint(false);

    private RichText() {}

    /** The form that is stored: what is allowed of the HTML; empty when no text is left. */
    public static String clean(String html) {
        Document given = Jsoup.parseBodyFragment(html);
        given.body().select("ol").forEach(RichText::separateLists);
        rename(given, "h1", "h2");
        rename(given, "b", "strong");
        rename(given, "i", "em");
        Document clean = new Cleaner(ALLOWED).clean(given);
        clean.outputSettings(COMPACT);
        return clean.text().isBlank() ? "" : clean.body().html();
    }

    /** The words alone, blocks apart by a line break. */
    public static String text(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.select("br").forEach(element -> element.after("\n"));
        document.select("p, h2, h3, h4, li, blockquote, pre").forEach(element -> element.append("\n"));
        return document.wholeText().strip();
    }

    private static void rename(Document document, String from, String to) {
        document.select(from).forEach(element -> element.tagName(to));
    }

    /** Editors write every list as a numbered one whose items say that they have bullets. */
    private static void separateLists(Element list) {
        List<Element> items = list.children().stream()
                .filter(item -> item.normalName().equals("li"))
                .toList();
        if (items.stream().noneMatch(item -> item.hasAttr("data-list"))) {
            return;
        }
        Element run = null;
        for (Element item : items) {
            String kind = item.attr("data-list").equals("ordered") ? "ol" : "ul";
            if (run == null || !run.normalName().equals(kind)) {
                run = new Element(kind);
                list.before(run);
            }
            run.appendChild(item);
        }
        list.remove();
    }
}
