package io.guanxi.tenantadmin.provisioning;

import io.guanxi.kernel.tenancy.Tenants;
import io.guanxi.samples.Samples;
import io.guanxi.tenantadmin.identity.KeycloakAdmin;
import io.guanxi.tenantadmin.people.Invitations;
import io.guanxi.tenantadmin.provisioning.Provisioning.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Database and Keycloak in memory, as far as the making of tenants needs them. Every step can break before or after it had
 * its effect, as a kill would break it.
 */
final class World {

    /** What stands for a kill. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    final List<Integer> tenants = new ArrayList<>();
    final List<Integer> organizations = new ArrayList<>();
    final Set<String> members = new HashSet<>();
    final List<Integer> filled = new ArrayList<>();
    final Map<String, String> passwords = new HashMap<>();

    private final Map<String, Provisioning> rows = new HashMap<>();
    private int moments;
    private int fatal = -1;

    /** From now on the n-th moment is the last. */
    void killAt(int moment) {
        moments = 0;
        fatal = moment;
    }

    void killNoMore() {
        fatal = -1;
    }

    int moments() {
        return moments;
    }

    private void moment() {
        moments++;
        if (moments == fatal) {
            throw new Killed();
        }
    }

    TenantProvisioning provisioning() {
        return new TenantProvisioning(ledger(), tenantRows(), platform(), keycloak(), invitations(), samples());
    }

    /** Repeating an effect that is there does nothing, as with the real ones. */
    private void once(List<Integer> effects, int tenant) {
        moment();
        if (!effects.contains(tenant)) {
            effects.add(tenant);
        }
        moment();
    }

    private TenantRows tenantRows() {
        return new TenantRows() {
            @Override
            public void store(Provisioning wanted) {
                once(tenants, wanted.tenantId());
            }

            @Override
            public long owner(String email) {
                return 7;
            }
        };
    }

    private Tenants platform() {
        return new Tenants() {
            private int next = 1_000_000;

            @Override
            public int unusedId() {
                return ++next;
            }

            @Override
            public boolean isTaken(String slug) {
                return false;
            }
        };
    }

    private KeycloakAdmin keycloak() {
        return new KeycloakAdmin() {
            @Override
            public void createOrganization(int tenantId, String alias, String name) {
                once(organizations, tenantId);
            }
        };
    }

    private Invitations invitations() {
        return new Invitations() {
            @Override
            public boolean welcome(int tenant, String email, String name, Locale language, Optional<String> password) {
                moment();
                members.add(tenant + " " + email);
                password.ifPresent(text -> passwords.putIfAbsent(email, text));
                moment();
                return !passwords.containsKey(email);
            }
        };
    }

    private Samples samples() {
        return new Samples() {
            @Override
            public void fill(long owner) {
                once(filled, io.guanxi.kernel.access.CallContext.require().tenantId());
            }
        };
    }

    private ProvisioningLedger ledger() {
        return new ProvisioningLedger() {
            @Override
            public Optional<Provisioning> find(String slug) {
                return Optional.ofNullable(rows.get(slug));
            }

            @Override
            public Optional<Provisioning> findBySignUp(long signUp) {
                return rows.values().stream()
                        .filter(one -> one.wanted()
                                .signUp()
                                .filter(itself -> itself.id() == signUp)
                                .isPresent())
                        .findFirst();
            }

            @Override
            public void add(Provisioning one) {
                moment();
                if (findBySignUp(one.wanted().signUp().orElseThrow().id()).isEmpty()) {
                    rows.putIfAbsent(one.slug(), one);
                }
                moment();
            }

            /** Whoever held it is dead: its time has run out when another comes. */
            @Override
            public boolean take(String slug) {
                moment();
                return true;
            }

            @Override
            public void reached(String slug, Step step, boolean ownerMailed) {
                moment();
                rows.put(slug, rows.get(slug).reached(step, ownerMailed));
                moment();
            }

            @Override
            public void leave(String slug) {
                // Nothing to give back.
            }

            @Override
            public void brokeOff(String slug, String failure, boolean refused) {
                // Nobody asks for it here.
            }

            @Override
            public Optional<Provisioning> findStale(Duration age) {
                return rows.values().stream().filter(one -> !one.isComplete()).findFirst();
            }
        };
    }
}
