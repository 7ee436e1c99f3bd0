package io.guanxi.web.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkupTest {

    @Test
    void elementsNestAndEmptyOnesStayOpen() {
        String html = new Markup()
                .start("p", "gx-field")
                .start("input")
                .attribute("type", "checkbox")
                .endEmpty()
                .element("span", "gx-note", "Leeds")
                .end("p")
                .toString();

        assertThat(html)
                .isEqualTo("<p class=\"gx-field\"><input type=\"checkbox\"><span class=\"gx-note\">Leeds</span></p>");
    }

    @Test
    void nothingFromOutsideBecomesAnElementOrAnAttribute() {
        String html = new Markup()
                .start("a")
                .attribute("title", "\" onclick=\"alert(1)")
                .text("<script>alert('1') && 2</script>")
                .end("a")
                .toString();

        assertThat(html)
                .isEqualTo("<a title=\"&#34; onclick=&#34;alert(1)\">"
                        + "&lt;script&gt;alert('1') &amp;&amp; 2&lt;/script&gt;</a>");
    }

    @Test
    void chineseStaysAsItIs() {
        assertThat(new Markup().text("环球电子 – Größe").toString()).isEqualTo("环球电子 – Größe");
    }
}
