package io.guanxi.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A person's log-in, kept in the session; replaced as a whole whenever something about it changes, so that a replicated
 * session carries the change.
 *
 * @param who          what Keycloak last said about the person
 * @param idToken      names the log-in to Keycloak at log-out
 * @param refreshToken brings news about the person
 * @param checkAgainAt when Keycloak is to be asked again
 * @param endsAt       when the person has to log in again, come what may
 * @param tenantId     the tenant the person works in; 0 until one of several is chosen
 */
record SignedIn(
        VerifiedToken who, String idToken, String refreshToken, Instant checkAgainAt, Instant endsAt, int tenantId)
        implements Serializable {

    /** Longest log-in; the realm's longest session is as long. */
    private static final Duration LONGEST = Duration.ofHours(12);

    private static final String ATTRIBUTE = "guanxi.signedIn";

    /** A fresh log-in; a person of one tenant is already in it. */
    static SignedIn now(VerifiedToken who, TokenResponse tokens) {
        Instant now = Instant.now();
        int only = who.memberships().size() == 1 ? who.memberships().get(0).tenantId() : 0;
        return new SignedIn(
                who, tokens.idToken(), tokens.refreshToken(), now.plus(tokens.lifetime()), now.plus(LONGEST), only);
    }

    static Optional<SignedIn> in(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null
                ? Optional.empty()
                : Optional.ofNullable((SignedIn) session.getAttribute(ATTRIBUTE))
                        .filter(one -> Instant.now().isBefore(one.endsAt));
    }

    void keepIn(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }

    /** The tenant being worked in, as long as the person still belongs to it. */
    Optional<Membership> membership() {
        return who.memberships().stream()
                .filter(one -> one.tenantId() == tenantId)
                .findFirst();
    }

    SignedIn inTenant(int chosen) {
        return new SignedIn(who, idToken, refreshToken, checkAgainAt, endsAt, chosen);
    }

    /** The same log-in with newer word from Keycloak. */
    SignedIn renewed(VerifiedToken fresh, TokenResponse tokens) {
        // An operator may work in a tenant without belonging to it, as long as the tenant lets support in.
        boolean stays = fresh.isOperator() || fresh.memberships().stream().anyMatch(one -> one.tenantId() == tenantId);
        return new SignedIn(
                fresh,
                tokens.idToken(),
                tokens.refreshToken() == null ? refreshToken : tokens.refreshToken(),
                Instant.now().plus(tokens.lifetime()),
                endsAt,
                stays ? tenantId : 0);
    }

    /** Keycloak could not be asked: the log-in goes on and asks again after the pause. */
    SignedIn postponed(Duration pause) {
        return new SignedIn(who, idToken, refreshToken, Instant.now().plus(pause), endsAt, tenantId);
    }
}
