package io.guanxi.tenantadmin.people;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.kernel.access.Role;
import io.guanxi.kernel.error.AccessDenied;
import io.guanxi.kernel.people.Member;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnerRulesTest {

    private final Member owner = member(1, Role.OWNER, true);
    private final Member second = member(2, Role.OWNER, true);
    private final Member invited = member(3, Role.OWNER, false);

    @Test
    void theLastOwnerCannotLeave() {
        assertThatThrownBy(() -> OwnerRules.requireAnother(List.of(owner), owner))
                .isInstanceOf(LastOwner.class);
    }

    @Test
    void anOwnerMayLeaveWhenAnotherIsActive() {
        assertThatCode(() -> OwnerRules.requireAnother(List.of(owner, second), owner))
                .doesNotThrowAnyException();
    }

    @Test
    void anOwnerWhoWasOnlyInvitedOrIsDeactivatedDoesNotCount() {
        second.deactivate();

        assertThatThrownBy(() -> OwnerRules.requireAnother(List.of(owner, second, invited), owner))
                .isInstanceOf(LastOwner.class);
    }

    @Test
    void whoIsNoOwnerMayAlwaysLeave() {
        assertThatCode(() -> OwnerRules.requireAnother(List.of(owner), member(9, Role.ADMIN, true)))
                .doesNotThrowAnyException();
    }

    @Test
    void anAdminNeitherMakesNorTouchesOwners() {
        assertThatThrownBy(() -> OwnerRules.requireMayChange(Role.ADMIN, Role.MEMBER, Role.OWNER))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> OwnerRules.requireMayChange(Role.ADMIN, Role.OWNER, Role.MEMBER))
                .isInstanceOf(AccessDenied.class);
        assertThatCode(() -> OwnerRules.requireMayChange(Role.ADMIN, Role.MEMBER, Role.ADMIN))
                .doesNotThrowAnyException();
    }

    @Test
    void anOwnerMakesOwners() {
        assertThatCode(() -> OwnerRules.requireMayChange(Role.OWNER, Role.MEMBER, Role.OWNER))
                .doesNotThrowAnyException();
    }

    private static Member member(long id, Role role, boolean active) {
        Member member = new Member(id, "p" + id + "@example.com", "P " + id, role, Instant.EPOCH);
        return active ? new LoggedIn(member).member() : member;
    }

    /** A log-in makes somebody active; only the directory of the kernel can do it. */
    private record LoggedIn(Member member) {
        LoggedIn {
            see(member);
            member.reactivate();
        }

        private static void see(Member member) {
            try {
                var seen = Member.class.getDeclaredField("lastSeenAt");
                seen.setAccessible(true);
                seen.set(member, Instant.EPOCH);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
