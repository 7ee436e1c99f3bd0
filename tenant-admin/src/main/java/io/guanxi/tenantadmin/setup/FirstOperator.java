package io.guanxi.tenantadmin.setup;

import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.tenantadmin.identity.KeycloakAdmin;
import io.guanxi.tenantadmin.identity.ProvisioningFailed;
import io.guanxi.tenantadmin.link.LinkToken;
import io.guanxi.tenantadmin.page.Input;
import io.guanxi.tenantadmin.people.GivenAndFamily;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The set-up link and what it is good for: making the first operator, once, within 24 hours of the start. Without an
 * operator every start makes a new link and ends the one before.
 */
@ApplicationScoped
public class FirstOperator {

    private static final Duration VALID = Duration.ofHours(24);
    private static final String TOKEN = "setup.token";
    private static final String DONE = "setup.done";
    private static final int LONGEST_NAME = 200;
    private static final int SHORTEST_PASSWORD = 10;
    private static final int LONGEST_PASSWORD = 128;

    private PlatformSettings settings;
    private KeycloakAdmin keycloak;
    private SetupLinkFile file;
    private boolean demo;

    protected FirstOperator() {}

    @Inject
    public FirstOperator(
            PlatformSettings settings,
            KeycloakAdmin keycloak,
            SetupLinkFile file,
            @ConfigProperty(name = "guanxi.demo", defaultValue = "false") boolean demo) {
        this.settings = settings;
        this.keycloak = keycloak;
        this.file = file;
        this.demo = demo;
    }

    /** What the first operator enters. */
    public record Entered(String email, String name, String password, String repeated) {}

    /** Writes a new link when there is no operator yet; takes an old one away when there is. */
    void offer() {
        if (isNeeded()) {
            LinkToken token = LinkToken.random();
            settings.put(TOKEN, token.digest(), Instant.now().plus(VALID));
            file.write(token);
        } else {
            withdraw();
        }
    }

    /** Whether the link still leads to the form. */
    public boolean isOpen(String token) {
        return token != null
                && settings.find(TOKEN)
                        .filter(new LinkToken(token).digest()::equals)
                        .isPresent();
    }

    /**
     * Makes the operator and ends the link. False when the link is used up or has expired.
     *
     * @throws InvalidRecord with everything that is wrong with the input; the link stays good
     * @throws SetupFailed when Keycloak does not do it; the link stays good
     */
    public boolean create(String token, Entered entered, Locale language) {
        List<FieldError> errors = new ArrayList<>();
        String email = Input.email("/email", entered.email(), errors);
        String name = Input.text("/name", entered.name(), LONGEST_NAME, errors);
        checkPassword(entered, errors);
        if (!errors.isEmpty()) {
            throw new InvalidRecord(errors);
        }
        String digest = new LinkToken(token).digest();
        Optional<Instant> expiresAt = settings.take(TOKEN, digest);
        if (expiresAt.isEmpty()) {
            return false;
        }
        try {
            if (!keycloak.hasOperator()) {
                requireUnknown(email);
                GivenAndFamily names = GivenAndFamily.of(name);
                keycloak.createOperator(email, names.given(), names.family(), entered.password(), language);
            }
        } catch (InvalidRecord invalid) {
            settings.put(TOKEN, digest, expiresAt.get());
            throw invalid;
        } catch (ProvisioningFailed failed) {
            settings.put(TOKEN, digest, expiresAt.get());
            throw failed.isPassing()
                    ? new SetupFailed(failed)
                    : new InvalidRecord(FieldError.of("/password", "password.weak"));
        }
        settings.put(DONE, "true");
        withdraw();
        return true;
    }

    private void requireUnknown(String email) {
        if (keycloak.findPerson(email).isPresent()) {
            throw new InvalidRecord(FieldError.of("/email", "email.known"));
        }
    }

    private static void checkPassword(Entered entered, List<FieldError> errors) {
        int length = Optional.ofNullable(entered.password()).map(String::length).orElse(0);
        if (length < SHORTEST_PASSWORD || length > LONGEST_PASSWORD) {
            errors.add(FieldError.of("/password", "password.weak"));
        } else if (!entered.password().equals(entered.repeated())) {
            errors.add(FieldError.of("/repeated", "password.repeat"));
        }
    }

    /** When Keycloak cannot be asked the link is made: using it asks again. */
    private boolean isNeeded() {
        if (demo || settings.find(DONE).isPresent()) {
            return false;
        }
        try {
            return !keycloak.hasOperator();
        } catch (ProvisioningFailed unknown) {
            return unknown.isPassing();
        }
    }

    private void withdraw() {
        settings.remove(TOKEN);
        file.delete();
    }
}
