package io.guanxi.tenantadmin.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kernel.object.Labels;
import java.text.MessageFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final String BUNDLE = "io.guanxi.tenantadmin.messages";

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(Labels.keys(BUNDLE, Locale.SIMPLIFIED_CHINESE)).isEqualTo(Labels.keys(BUNDLE, Locale.ENGLISH));
    }

    @Test
    void whatBecameOfTheSamplesIsToldInWholeSentences() {
        assertThat(removed(Locale.ENGLISH, 34, 0)).isEqualTo("34 sample records were removed.");
        assertThat(removed(Locale.ENGLISH, 1, 1))
                .isEqualTo("One sample record was removed. One stays: somebody has changed it or works with it.");
        assertThat(removed(Locale.ENGLISH, 0, 2))
                .isEqualTo("No sample record was removed. 2 stay: somebody has changed them or works with them.");
        assertThat(removed(Locale.SIMPLIFIED_CHINESE, 30, 4)).isEqualTo("已移除 30 条示例记录。保留 4 条：已有人修改或正在使用。");
    }

    private static String removed(Locale locale, int removed, int kept) {
        return new MessageFormat(Labels.text(BUNDLE, "samples.removed", locale), locale)
                .format(new Object[] {removed, kept});
    }
}
