package io.guanxi.kernel.duplicate;

import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.MatchKind;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.text.MessageFormat;
import java.util.Locale;

/** Why two records may be one, in words. */
public final class ReasonTexts {

    private static final String BUNDLE = "io.guanxi.kernel.duplicate.messages";

    private ReasonTexts() {}

    public static String of(ObjectDescriptor object, Score.Reason reason, Locale locale) {
        String key =
                switch (reason.kind()) {
                    case DOMAIN -> "reason.DOMAIN";
                    case PHONE -> reason.percent() == 100 ? "reason.same" : "reason.tail";
                    default -> reason.percent() == 100 ? "reason.same" : "reason.alike";
                };
        String label = Labels.field(object, object.require(reason.field()), locale);
        return new MessageFormat(Labels.text(BUNDLE, key, locale), locale)
                .format(new Object[] {label, reason.percent()});
    }

    /** Stable name of a reason for programs, such as {@code phone}. */
    public static String code(MatchKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
