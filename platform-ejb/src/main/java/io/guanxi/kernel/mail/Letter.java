package io.guanxi.kernel.mail;

import java.util.List;
import java.util.Locale;

/**
 * A mail that asks somebody to open one address: some sentences, a button, some sentences more. It is sent as plain text
 * and as HTML.
 *
 * @param locale  language of all its texts
 * @param subject also its heading
 * @param before  paragraphs over the button
 * @param button  label of the button
 * @param link    where the button leads
 * @param after   paragraphs under it
 */
public record Letter(
        Locale locale, String subject, List<String> before, String button, String link, List<String> after) {

    String text() {
        StringBuilder text = new StringBuilder();
        before.forEach(paragraph -> text.append(paragraph).append("\n\n"));
        text.append(button).append(":\n").append(link).append("\n\n");
        after.forEach(paragraph -> text.append(paragraph).append("\n\n"));
        return text.append("-- \nGuanxi\n").toString();
    }

    String html() {
        StringBuilder html = new StringBuilder("<!DOCTYPE html><html lang=\"")
                .append(locale.toLanguageTag())
                .append("\"><body style=\"margin:0;padding:24px;background:#f6f6f4;color:#1c1c1a;")
                .append("font:15px/23px -apple-system,'Segoe UI','PingFang SC','Microsoft YaHei',sans-serif\">")
                .append("<div style=\"max-width:520px;margin:0 auto;padding:28px;background:#fff;border-radius:8px\">")
                .append("<h1 style=\"margin:0 0 16px;font-size:20px;line-height:28px\">")
                .append(escaped(subject))
                .append("</h1>");
        before.forEach(
                paragraph -> html.append("<p>").append(escaped(paragraph)).append("</p>"));
        html.append("<p style=\"margin:24px 0\"><a href=\"")
                .append(escaped(link))
                .append("\" style=\"display:inline-block;padding:10px 18px;border-radius:6px;background:#0b5e59;")
                .append("color:#fff;text-decoration:none;font-weight:600\">")
                .append(escaped(button))
                .append("</a></p>");
        after.forEach(paragraph -> html.append("<p style=\"color:#5c5c57\">")
                .append(escaped(paragraph))
                .append("</p>"));
        return html.append("</div></body></html>").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
