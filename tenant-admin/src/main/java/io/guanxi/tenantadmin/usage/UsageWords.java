package io.guanxi.tenantadmin.usage;

import io.guanxi.kernel.entitlement.Usage;
import java.text.NumberFormat;
import java.util.Locale;

/** Amounts of what plans limit, as people read them. */
public final class UsageWords {

    private static final long STEP = 1024;
    private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB"};

    private UsageWords() {}

    /** The amount with its unit: bytes in the unit that leaves few digits. */
    public static String amount(String limit, long amount, Locale locale) {
        return limit.equals(Usage.STORAGE)
                ? bytes(amount, locale)
                : NumberFormat.getIntegerInstance(locale).format(amount);
    }

    private static String bytes(long bytes, Locale locale) {
        double shown = bytes;
        int unit = 0;
        while (shown >= STEP && unit < UNITS.length - 1) {
            shown /= STEP;
            unit++;
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(unit == 0 ? 0 : 1);
        return format.format(shown) + " " + UNITS[unit];
    }
}
