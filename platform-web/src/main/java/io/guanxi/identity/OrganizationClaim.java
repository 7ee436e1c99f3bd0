package io.guanxi.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the {@code organization} claim of Keycloak; nothing else in the product does.
 *
 * <p>Keycloak writes it as an object by alias ({@code {"acme":{"id":"…","tenant_id":["1001"]}}}), as a list of such
 * objects, or, when the mapper adds neither ids nor attributes, as a list of bare aliases. An organization without
 * exactly one valid {@code tenant_id} is no membership: a wrongly set up organization opens nothing.
 */
final class OrganizationClaim {

    static final String NAME = "organization";
    private static final String TENANT_ID = "tenant_id";

    private OrganizationClaim() {}

    /** The memberships in the order of the claim, each tenant once; empty when the claim is absent. */
    static List<Membership> read(Object claim) {
        List<Membership> found = new ArrayList<>();
        collect(claim, found);
        return found.stream().distinct().toList();
    }

    private static void collect(Object claim, List<Membership> found) {
        if (claim instanceof Map<?, ?> byAlias) {
            byAlias.forEach((alias, attributes) ->
                    tenantOf(attributes).ifPresent(tenant -> found.add(new Membership(tenant, alias.toString()))));
        } else if (claim instanceof Collection<?> several) {
            several.stream().filter(Map.class::isInstance).forEach(one -> collect(one, found));
        }
    }

    private static Optional<Integer> tenantOf(Object attributes) {
        if (!(attributes instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        Object value = map.get(TENANT_ID);
        if (value instanceof Collection<?> values) {
            value = values.size() == 1 ? values.iterator().next() : null;
        }
        return value == null ? Optional.empty() : positive(value.toString());
    }

    private static Optional<Integer> positive(String text) {
        try {
            return Optional.of(Integer.parseInt(text)).filter(number -> number > 0);
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
