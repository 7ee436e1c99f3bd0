package io.guanxi.kernel.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RightsTest {

    @Test
    void rightsOfEveryShippedRoleAreReadAsTheyWereWritten() {
        Role.shipped()
                .forEach(role -> assertThat(RightsJson.read(RightsJson.write(role.shippedRights())))
                        .as(role.name())
                        .isEqualTo(role.shippedRights()));
    }

    @Test
    void nobodyChangesOrTakesAwayWhatTheyDoNotSee() {
        ObjectRights rights = new ObjectRights(Scope.OWN, true, Scope.ALL, Scope.TEAM, true, true, Map.of());
        assertThat(rights.scope(Operation.UPDATE)).isEqualTo(Scope.OWN);
        assertThat(rights.scope(Operation.DELETE)).isEqualTo(Scope.OWN);
        assertThat(rights.scope(Operation.EXPORT)).isEqualTo(Scope.OWN);
        ObjectRights none = new ObjectRights(Scope.NONE, true, Scope.ALL, Scope.ALL, true, true, Map.of());
        assertThat(none).isEqualTo(ObjectRights.NONE);
    }

    @Test
    void aWordThatIsNoneIsNoRight() {
        assertThatThrownBy(() -> RightsJson.read(Map.of("otherwise", Map.of("read", "some"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(RightsJson.read(Map.of())).isEqualTo(Rights.NONE);
    }

    @Test
    void aCircleWidensWithTheScopeAndByRulesForSeeingAndChangingAlone() {
        Circle circle = new Circle(
                Set.of(1L, 2L),
                Set.of(3L),
                Set.of(),
                Map.of("account", Set.of(8L, 9L)),
                Map.of("account", Set.of(9L)),
                Set.of());
        assertThat(circle.owners(1, Scope.OWN, "contact", Operation.READ)).containsExactly(1L);
        assertThat(circle.owners(1, Scope.TEAM, "contact", Operation.READ)).containsExactlyInAnyOrder(1L, 2L);
        assertThat(circle.owners(1, Scope.SUBTREE, "contact", Operation.READ)).containsExactlyInAnyOrder(1L, 2L, 3L);
        assertThat(circle.owners(1, Scope.OWN, "account", Operation.READ)).containsExactlyInAnyOrder(1L, 8L, 9L);
        assertThat(circle.owners(1, Scope.OWN, "account", Operation.UPDATE)).containsExactlyInAnyOrder(1L, 9L);
        assertThat(circle.owners(1, Scope.OWN, "account", Operation.DELETE)).containsExactly(1L);
    }
}
