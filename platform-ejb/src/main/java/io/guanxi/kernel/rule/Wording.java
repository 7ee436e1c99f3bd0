package io.guanxi.kernel.rule;

import java.util.Locale;

/** Something that a sentence mentions and that has words of its own in each language. */
public interface Wording {

    /** English, or Chinese. */
    String in(Locale locale);
}
