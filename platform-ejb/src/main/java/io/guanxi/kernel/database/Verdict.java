package io.guanxi.kernel.database;

import java.util.Set;

/**
 * What the guard found out about one SQL text.
 *
 * @param tenantParameters 1-based positions of the parameters that must hold the caller's tenant; empty for statements
 *     on platform tables only
 */
record Verdict(Set<Integer> tenantParameters) {}
