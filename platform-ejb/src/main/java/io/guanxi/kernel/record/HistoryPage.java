package io.guanxi.kernel.record;

import java.util.List;
import java.util.Optional;

/** Changes newest first; {@code next} is the cursor of older ones. */
public record HistoryPage(List<HistoryEntry> entries, Optional<String> next) {}
