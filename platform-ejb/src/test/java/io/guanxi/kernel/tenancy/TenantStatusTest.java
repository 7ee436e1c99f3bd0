package io.guanxi.kernel.tenancy;

import static io.guanxi.kernel.tenancy.Tenant.Status.ACTIVE;
import static io.guanxi.kernel.tenancy.Tenant.Status.CLOSED;
import static io.guanxi.kernel.tenancy.Tenant.Status.ERASED;
import static io.guanxi.kernel.tenancy.Tenant.Status.PAST_DUE;
import static io.guanxi.kernel.tenancy.Tenant.Status.READ_ONLY;
import static io.guanxi.kernel.tenancy.Tenant.Status.SUSPENDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kernel.access.Role;
import io.guanxi.kernel.tenancy.Tenant.Status;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class TenantStatusTest {

    @Test
    void onlyWhoWorksOrOwesMoneyChangesAnything() {
        assertThat(those(Status::allowsChanges)).containsExactly(ACTIVE, PAST_DUE);
    }

    @Test
    void everybodyComesIntoACompanyThatIsReadOnly() {
        assertThat(those(status -> status.admits(Role.ADMIN))).containsExactly(ACTIVE, PAST_DUE, READ_ONLY);
        assertThat(those(status -> status.admits(null))).containsExactly(ACTIVE, PAST_DUE, READ_ONLY);
    }

    @Test
    void ownersAloneComeIntoAClosedCompany() {
        assertThat(those(status -> status.admits(Role.OWNER))).containsExactly(ACTIVE, PAST_DUE, READ_ONLY, CLOSED);
        assertThat(those(Status::admitsAnybody)).containsExactly(ACTIVE, PAST_DUE, READ_ONLY, CLOSED);
    }

    @Test
    void nothingButItsClosingTakesAClosedCompanyBackAndNothingAnErasedOne() {
        assertThat(those(CLOSED::mayBecome)).containsExactly(ERASED);
        assertThat(those(ERASED::mayBecome)).isEmpty();
        for (Status status : List.of(ACTIVE, PAST_DUE, READ_ONLY, SUSPENDED)) {
            assertThat(those(status::mayBecome)).hasSize(4).doesNotContain(status, ERASED);
        }
    }

    @Test
    void thoseOfWhichSomethingHoldsAreListedForSql() {
        assertThat(Status.listed(Status::allowsChanges)).isEqualTo("'ACTIVE', 'PAST_DUE'");
    }

    private static List<Status> those(Predicate<Status> what) {
        return Arrays.stream(Status.values()).filter(what).toList();
    }
}
