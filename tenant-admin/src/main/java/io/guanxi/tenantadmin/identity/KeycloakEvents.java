package io.guanxi.tenantadmin.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** What Keycloak remembers of log-ins that failed. Every method throws {@link ProvisioningFailed} when it does not answer. */
@ApplicationScoped
public class KeycloakEvents {

    private static final List<String> FAILED = List.of("LOGIN_ERROR");
    private static final int PAGE = 200;

    /** What goes beyond it is not told: somebody floods the log-in page. */
    private static final int MOST = 5_000;

    private static final Duration LONGEST_LOCK = Duration.ofMinutes(15);

    @Inject
    private KeycloakAdmin keycloak;

    /** Those from one time up to another, the earliest first, at most 5,000. */
    public List<FailedLogIn> failures(Instant from, Instant until) {
        return keycloak.run("read failed log-ins", realm -> {
            List<FailedLogIn> all = new ArrayList<>();
            List<EventRepresentation> page;
            do {
                page = realm.getEvents(
                        FAILED,
                        null,
                        null,
                        from.toEpochMilli() + 1,
                        until.toEpochMilli(),
                        null,
                        all.size(),
                        PAGE,
                        "asc");
                page.forEach(event -> all.add(new FailedLogIn(
                        event.getUserId(),
                        event.getIpAddress(),
                        event.getError(),
                        Instant.ofEpochMilli(event.getTime()))));
            } while (page.size() == PAGE && all.size() < MOST);
            return all;
        });
    }

    /** The person; empty when they are gone. */
    public Optional<Acquaintance> find(String subject) {
        return keycloak.run("find person", realm -> {
            try {
                UserRepresentation user = realm.users().get(subject).toRepresentation();
                List<Integer> tenants = realm.organizations().members().getOrganizations(subject, false).stream()
                        .flatMap(organization -> KeycloakAdmin.tenantOf(organization).stream())
                        .toList();
                return Optional.of(new Acquaintance(user.getEmail(), tenants, lockedUntil(realm, subject)));
            } catch (NotFoundException gone) {
                return Optional.empty();
            }
        });
    }

    private static Optional<Instant> lockedUntil(RealmResource realm, String subject) {
        Map<String, Object> status = realm.attackDetection().bruteForceUserStatus(subject);
        if (!Boolean.TRUE.equals(status.get("disabled"))) {
            return Optional.empty();
        }
        long seconds = status.get("failedLoginNotBefore") instanceof Number number ? number.longValue() : 0;
        return Optional.of(
                seconds > 0 ? Instant.ofEpochSecond(seconds) : Instant.now().plus(LONGEST_LOCK));
    }
}
