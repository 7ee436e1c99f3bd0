package io.guanxi.kernel.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompanyInputTest {

    private static final Company BEFORE = new Company(
            "Acme",
            Locale.ENGLISH,
            ZoneId.of("UTC"),
            "US",
            "USD",
            Optional.empty(),
            Optional.empty(),
            WorkingWeek.DEFAULT,
            Optional.empty(),
            3);

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        InvalidRecord invalid = catchThrowableOfType(
                InvalidRecord.class,
                () -> new CompanyInput(
                                " ",
                                "fr",
                                "Mars/Olympus",
                                "XX",
                                "gold",
                                "red",
                                "FR",
                                Map.of(DayOfWeek.MONDAY, List.of("18:00", "09:00")))
                        .checked(BEFORE));

        assertThat(invalid.errors())
                .extracting(FieldError::pointer)
                .containsExactly(
                        "/name", "/locale", "/zone", "/country", "/currency", "/accent", "/holidays", "/week/monday");
    }

    @Test
    void aWeekIsReadAsItWasWritten() {
        Company company = new CompanyInput(
                        "Acme",
                        "zh-CN",
                        "Asia/Shanghai",
                        "CN",
                        "CNY",
                        "#0B5E59",
                        "CN",
                        Map.of(DayOfWeek.SUNDAY, List.of("08:30", "12:00")))
                .checked(BEFORE);

        assertThat(WorkingWeek.read(company.week().write())).isEqualTo(company.week());
        assertThat(WorkingWeek.read(WorkingWeek.DEFAULT.write())).isEqualTo(WorkingWeek.DEFAULT);
        assertThat(WorkingWeek.read("").hours()).isEmpty();
        assertThat(company.version()).isEqualTo(4);
        assertThat(company.accent()).contains(new AccentColour("#0b5e59"));
    }

    @ParameterizedTest
    @CsvSource({"#ffff00, false", "#ffffff, false", "#777777, false", "#767676, true", "#0b5e59, true", "#000000, true"
    })
    void aColourThatCannotBeReadIsNotTaken(String hex, boolean readable) {
        AccentColour colour = AccentColour.parse(hex).orElseThrow();

        assertThat(colour.isReadable()).isEqualTo(readable);
        assertThat(colour.readable().isReadable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"#000000", "#0b5e59", "#990000", "#2222ff"})
    void everyColourHasOneThatCanBeReadInTheDark(String hex) {
        String dark = new AccentColour(hex).onDark().hex();

        assertThat(AccentColour.contrast(Integer.parseInt(dark.substring(1), 16), 0x181c1d))
                .isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void aLogoIsKnownByWhatIsInIt() throws IOException {
        assertThat(Logo.of(picture("png", 64)).mediaType()).isEqualTo("image/png");
        assertThat(Logo.of(picture("jpeg", 64)).mediaType()).isEqualTo("image/jpeg");
        assertThat(refused(picture("gif", 64))).isEqualTo("logo.invalid");
        assertThat(refused("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("logo.invalid");
        assertThat(refused(picture("png", 2_001))).isEqualTo("logo.tooWide");
        assertThat(refused(new byte[Logo.LARGEST + 1])).isEqualTo("logo.tooLarge");
        assertThat(refused(new byte[0])).isEqualTo("logo.invalid");
    }

    private static String refused(byte[] content) {
        return catchThrowableOfType(InvalidRecord.class, () -> Logo.of(content))
                .errors()
                .get(0)
                .code();
    }

    private static byte[] picture(String kind, int width) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, 8, BufferedImage.TYPE_INT_RGB), kind, out);
        return out.toByteArray();
    }
}
