package io.guanxi.tenantadmin.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One tenant comes of a sign-up, wherever its making was cut off. */
class TenantProvisioningTest {

    private static final Optional<Password> PASSWORD = Optional.of(new Password("Correct-Horse-9"));

    @Test
    void killedAtAnyMomentAndRepeatedThereIsExactlyOneTenant() {
        int moments = moments();
        assertThat(moments).isGreaterThan(15);
        for (int moment = 1; moment <= moments; moment++) {
            World world = new World();
            world.killAt(moment);
            assertThatThrownBy(() -> signUp(world, "acme")).isInstanceOf(World.Killed.class);
            world.killNoMore();

            Provisioning made = signUp(world, "another-name");

            assertOne(world, made, "killed at moment " + moment);
            assertThat(made.ownerMailed()).as("moment %s", moment).isFalse();
        }
    }

    @Test
    void whatWasBegunIsFinishedWithoutAnybodyAsking() {
        for (int moment = 3; moment <= moments(); moment++) {
            World world = new World();
            world.killAt(moment);
            assertThatThrownBy(() -> signUp(world, "acme")).isInstanceOf(World.Killed.class);
            world.killNoMore();

            world.provisioning().resume(Duration.ZERO);

            assertOne(world, signUp(world, "acme"), "killed at moment " + moment);
        }
    }

    @Test
    void killedTwiceThereIsStillOneTenant() {
        for (int moment = 1; moment <= moments(); moment++) {
            for (int second = 1; second < 12; second++) {
                World world = new World();
                world.killAt(moment);
                assertThatThrownBy(() -> signUp(world, "acme")).isInstanceOf(World.Killed.class);
                world.killAt(second);
                try {
                    signUp(world, "acme");
                } catch (World.Killed again) {
                    assertThat(world.tenants).hasSizeLessThanOrEqualTo(1);
                }
                world.killNoMore();
                assertOne(world, signUp(world, "acme"), "killed at moments " + moment + " and " + second);
            }
        }
    }

    @Test
    void anOwnerWhosePasswordDiedWithTheRunIsMailedALink() {
        World world = new World();
        TenantProvisioning provisioning = world.provisioning();
        provisioning.reserve(wanted("acme", 1));

        provisioning.resume(Duration.ZERO);

        assertThat(provisioning.reserve(wanted("acme", 1)).ownerMailed()).isTrue();
    }

    @Test
    void twoSignUpsOfOnePersonAreTwoTenants() {
        World world = new World();
        TenantProvisioning provisioning = world.provisioning();

        provisioning.advance(provisioning.reserve(wanted("acme", 1)), PASSWORD);
        provisioning.advance(provisioning.reserve(wanted("acme-two", 2)), PASSWORD);

        assertThat(world.tenants).hasSize(2);
    }

    @Test
    void aPasswordIsNeverPrinted() {
        assertThat(new Password("Correct-Horse-9")).hasToString("Password");
    }

    private static int moments() {
        World world = new World();
        world.killAt(0);
        signUp(world, "acme");
        return world.moments();
    }

    private static Provisioning signUp(World world, String slug) {
        TenantProvisioning provisioning = world.provisioning();
        return provisioning.advance(provisioning.reserve(wanted(slug, 1)), PASSWORD);
    }

    private static void assertOne(World world, Provisioning made, String when) {
        assertThat(made.isComplete()).as(when).isTrue();
        assertThat(world.tenants).as(when).containsExactly(made.tenantId());
        assertThat(world.organizations).as(when).containsExactly(made.tenantId());
        assertThat(world.filled).as(when).containsExactly(made.tenantId());
        assertThat(world.members).as(when).containsExactly(made.tenantId() + " ada@example.com");
    }

    private static NewTenant wanted(String slug, long signUp) {
        return NewTenant.checked(
                        new NewTenant.Entered("Acme", slug, "ada@example.com", "en", "Europe/Berlin", "DE", "EUR"))
                .by(new SelfSignUp(signUp, "Ada Lovelace", true, "1", "1", Instant.EPOCH));
    }
}
