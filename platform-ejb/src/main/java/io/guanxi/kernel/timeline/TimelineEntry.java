package io.guanxi.kernel.timeline;

import io.guanxi.kernel.record.HistoryEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One thing that happened.
 *
 * @param id      tells entries of the same instant apart
 * @param kind    of the source, such as {@code orders}
 * @param icon    PrimeIcons name
 * @param bundle  with the sentence
 * @param key     of the sentence in the bundle
 * @param args    what the sentence mentions
 * @param path    place of the record it is about in addresses, such as {@code orders/0H3KZ5Q8R4T2V}; empty for none
 * @param body    more words; empty for none
 * @param history what fields were before and after, for changes of the record itself
 */
public record TimelineEntry(
        long id,
        String kind,
        Instant at,
        String icon,
        String bundle,
        String key,
        List<String> args,
        String path,
        String body,
        Optional<HistoryEntry> history) {

    TimelinePosition position() {
        return new TimelinePosition(at, id);
    }
}
