package io.guanxi.kernel.people;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.error.LimitReached;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.record.TextRules;
import io.guanxi.kernel.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The programs of partners as an admin manages them. Keycloak is asked outside of transactions: of a step that fails there
 * nothing is kept here, and a name at Keycloak that the product does not know opens nothing.
 *
 * <p>A program that gets a new secret gets a new name with it, since a client of Keycloak has one secret: with the old pair it
 * goes on for a day, so that its owners change over while it works.
 */
@ApplicationScoped
public class PartnerClients {

    /** How long a program may log in by its old name and secret. */
    public static final Duration OVERLAP = Duration.ofDays(1);

    /** Programs of one tenant that may come in. */
    public static final int MOST = 100;

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_WORD = 40;
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int CHANCE = 6;

    private final SecureRandom random = new SecureRandom();

    @Inject
    private AccessPolicy access;

    @Inject
    private PartnerGrants grants;

    @Inject
    private PartnerClientRows rows;

    /** Absent where the kernel runs without tenant administration, as some tests have it. */
    @Inject
    private Instance<ClientIdentities> identities;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private Tenants tenants;

    /**
     * A program with what it logs in by; shown once.
     *
     * @param secret kept nowhere in the product
     */
    public record Issued(PartnerClient client, String secret) {}

    /** The programs of the tenant's partners by name. Needs {@link Feature#ADMINISTER}. */
    public List<PartnerClient> all() {
        return grants.clients();
    }

    /**
     * Needs {@link Feature#ADMINISTER}.
     *
     * @throws RecordNotFound when the tenant has no such program
     */
    public PartnerClient require(String id) {
        return all().stream()
                .filter(client -> RecordId.format(client.id()).equals(id))
                .findFirst()
                .orElseThrow(RecordNotFound::new);
    }

    /**
     * A new program. Needs {@link Feature#ADMINISTER}.
     *
     * @param allowed what it may do, such as {@code accounts:read}
     * @throws InvalidRecord when the name is no good or there is no such grant
     * @throws LimitReached when the tenant has as many as it may have
     */
    public Issued create(String name, Set<String> allowed) {
        access.require(Feature.ADMINISTER);
        String title = requireName(name, allowed);
        if (all().stream().filter(PartnerClient::isActive).count() >= MOST) {
            throw new LimitReached("partnerClients", MOST);
        }
        int tenant = CallContext.require().tenantId();
        String clientId = newId(title);
        String secret = identities.get().create(tenant, clientId, title);
        return new Issued(rows.add(clientId, title, allowed), secret);
    }

    private String requireName(String name, Set<String> allowed) {
        List<FieldError> errors = new ArrayList<>();
        String title = name == null ? null : TextRules.normalise(name);
        if (title == null) {
            errors.add(FieldError.of("/name", "required"));
        } else if (TextRules.hasForbidden(title, false)) {
            errors.add(FieldError.of("/name", "text.forbidden"));
        } else if (title.length() > LONGEST_NAME) {
            errors.add(FieldError.of("/name", "text.tooLong", LONGEST_NAME));
        }
        Set<String> known =
                objects.all().stream().flatMap(ObjectDescriptor::grants).collect(Collectors.toSet());
        allowed.stream()
                .filter(grant -> !known.contains(grant))
                .forEach(grant -> errors.add(FieldError.of("/grants", "grant.unknown", grant)));
        if (!errors.isEmpty()) {
            throw new InvalidRecord(errors);
        }
        return title;
    }

    /**
     * Gives a program a new name and secret; the ones it has are good for {@link #OVERLAP} longer, those before no more.
     * Needs {@link Feature#ADMINISTER}.
     *
     * @throws RecordNotFound when the tenant has no such program, or it was revoked
     */
    public Issued rotate(String id) {
        PartnerClient client = requireActive(id);
        int tenant = CallContext.require().tenantId();
        String clientId = newId(client.name());
        String secret = identities.get().create(tenant, clientId, client.name());
        rows.rotate(id, clientId, Instant.now().plus(OVERLAP).truncatedTo(ChronoUnit.MICROS))
                .ifPresent(last -> identities.get().remove(tenant, last));
        return new Issued(require(id), secret);
    }

    /**
     * Ends the old name and secret of a program before their time. Needs {@link Feature#ADMINISTER}.
     *
     * @throws RecordNotFound when the tenant has no such program, or it was revoked
     */
    public void endPrevious(String id) {
        requireActive(id);
        int tenant = CallContext.require().tenantId();
        rows.endPrevious(id).ifPresent(last -> identities.get().remove(tenant, last));
    }

    /**
     * Keeps a program out for good: at once on this node, after some seconds on others, whatever tokens it has. Needs an
     * admin.
     *
     * @throws RecordNotFound when the tenant has no such program, or it was revoked
     */
    public void revoke(String id) {
        PartnerClient client = requireActive(id);
        int tenant = CallContext.require().tenantId();
        rows.revoke(id);
        identities.get().remove(tenant, client.clientId());
        client.previousId().ifPresent(last -> identities.get().remove(tenant, last));
    }

    private PartnerClient requireActive(String id) {
        PartnerClient client = require(id);
        if (!client.isActive()) {
            throw new RecordNotFound();
        }
        return client;
    }

    /** Begins with the tenant's own name and ends with chance: no tenant can take a name that another one wants. */
    private String newId(String title) {
        String slug =
                tenants.find(CallContext.require().tenantId()).orElseThrow().slug();
        String word = Normalizer.normalize(title, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        StringBuilder id = new StringBuilder(slug)
                .append('-')
                .append(word.isEmpty() ? "client" : word.substring(0, Math.min(LONGEST_WORD, word.length())))
                .append('-');
        for (int i = 0; i < CHANCE; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return id.toString();
    }
}
