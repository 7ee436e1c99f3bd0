package io.guanxi.kernel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LetterTest {

    private final Letter letter = new Letter(
            Locale.ENGLISH,
            "A <b>subject</b>",
            List.of("Before"),
            "Open",
            "https://crm.example/signup?a=1&b=2",
            List.of("After"));

    @Test
    void bothFormsSayTheSame() {
        assertThat(letter.text()).contains("Before", "Open:\nhttps://crm.example/signup?a=1&b=2", "After");
        assertThat(letter.html()).contains("Before", "Open</a>", "After");
    }

    @Test
    void nothingInATextBecomesMarkup() {
        assertThat(letter.html())
                .contains("A &lt;b&gt;subject&lt;/b&gt;", "href=\"https://crm.example/signup?a=1&amp;b=2\"");
    }

    @Test
    void aPasswordIsNeverSentInTheClear() {
        assertThat(new MailServer(URI.create("smtp://me:p%40ss@mail.example")).properties())
                .containsEntry("mail.smtp.starttls.required", "true")
                .containsEntry("mail.smtp.port", "587");
        assertThat(new MailServer(URI.create("smtps://me:pass@mail.example")).properties())
                .containsEntry("mail.smtp.ssl.enable", "true")
                .containsEntry("mail.smtp.port", "465");
    }
}
