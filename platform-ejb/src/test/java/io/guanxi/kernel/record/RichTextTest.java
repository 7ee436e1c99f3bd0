package io.guanxi.kernel.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RichTextTest {

    @Test
    void simpleMarksStay() {
        String html = "<h2>Title</h2><p>one <strong>two</strong> <em>three</em><br>four</p><ul><li>five</li></ul>";
        assertThat(RichText.clean(html)).isEqualTo(html);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<div style=\"background:url(javascript:alert(1))\"></div>",
                "<iframe src=\"https://example.com/alert\"></iframe>",
                "<svg><script>alert(1)</script></svg>",
                "<!-- alert -->"
            })
    void nothingStaysOfWhatRunsOrLoads(String html) {
        assertThat(RichText.clean("<p>kept</p>" + html)).isEqualTo("<p>kept</p>");
    }

    @Test
    void linksLeadToWebAndMailAddressesAlone() {
        assertThat(RichText.clean("<a href=\"javascript:alert(1)\">a</a>")).doesNotContain("href");
        assertThat(RichText.clean("<a href=\"//example.com\">a</a>")).doesNotContain("href");
        assertThat(RichText.clean("<a href=\"https://example.com\" onclick=\"x\">a</a>"))
                .contains("href=\"https://example.com\"", "noopener")
                .doesNotContain("onclick");
    }

    @Test
    void theListsOfTheEditorBecomePlainOnes() {
        String edited = "<ol><li data-list=\"bullet\"><span class=\"ql-ui\"></span>a</li>"
                + "<li data-list=\"ordered\">b</li><li data-list=\"ordered\">c</li></ol>";
        assertThat(RichText.clean(edited)).isEqualTo("<ul><li>a</li></ul><ol><li>b</li><li>c</li></ol>");
    }

    @Test
    void cleaningTwiceChangesNothing() {
        String once = RichText.clean("a < b & c <b>d</b>\n<p>e");
        assertThat(RichText.clean(once)).isEqualTo(once);
    }

    @Test
    void marksWithoutWordsAreNothing() {
        assertThat(RichText.clean("<p><br></p>")).isEmpty();
    }

    @Test
    void theWordsOfBlocksStandApart() {
        assertThat(RichText.text("<p>one</p><ul><li>two</li><li>three &amp; four</li></ul>"))
                .isEqualTo("one\ntwo\nthree & four");
    }
}
