package io.guanxi.kernel.record;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.HexFormat;

/**
 * Sort keys of titles, stored beside them: Chinese by pinyin, all other scripts by the Unicode Collation Algorithm.
 *
 * <p>Databases have no collation that does both. Primary strength: case and accents do not order, ids break ties.
 */
public final class SortKeys {

    private static final int LENGTH = 200;

    private static final Collator COLLATOR = collator();

    private SortKeys() {}

    private static Collator collator() {
        Collator collator = Collator.getInstance(new ULocale("zh@collation=pinyin"));
        collator.setStrength(Collator.PRIMARY);
        return collator.freeze();
    }

    /**
     * ASCII text, at most 200 characters, whose byte order is the order of the titles. Whatever begins with a title has a
     * key that begins with the title's key.
     */
    public static String of(String title) {
        byte[] key = COLLATOR.getCollationKey(title == null ? "" : title).toByteArray();
        // ICU ends its keys with a zero byte that orders nothing.
        String hex = HexFormat.of().formatHex(key, 0, key.length - 1);
        return hex.length() > LENGTH ? hex.substring(0, LENGTH) : hex;
    }
}
