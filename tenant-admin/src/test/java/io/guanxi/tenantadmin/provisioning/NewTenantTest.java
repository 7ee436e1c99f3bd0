package io.guanxi.tenantadmin.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NewTenantTest {

    @Test
    void theLanguageGivesZoneCountryAndCurrency() {
        NewTenant tenant = NewTenant.checked(
                new NewTenant.Entered(" 环球电子 ", null, "Owner@Globex.EXAMPLE", "zh-CN", null, "", null));

        assertThat(tenant)
                .isEqualTo(new NewTenant(
                        "环球电子",
                        Optional.empty(),
                        "owner@globex.example",
                        Locale.SIMPLIFIED_CHINESE,
                        ZoneId.of("Asia/Shanghai"),
                        "CN",
                        "CNY",
                        Optional.empty()));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        InvalidRecord invalid = catchThrowableOfType(
                InvalidRecord.class,
                () -> NewTenant.checked(
                        new NewTenant.Entered(null, "Not a slug", "nobody", "fr", "Mars/Olympus", "XX", "gold")));

        assertThat(invalid.errors())
                .extracting(FieldError::pointer)
                .containsExactly("/name", "/ownerEmail", "/slug", "/locale", "/zone", "/country", "/currency");
    }

    @Test
    void aReservedSlugIsRefused() {
        InvalidRecord invalid = catchThrowableOfType(
                InvalidRecord.class,
                () -> NewTenant.checked(
                        new NewTenant.Entered("Acme", "operator", "a@example.com", null, null, null, null)));

        assertThat(invalid.errors()).extracting(FieldError::code).containsExactly("slug.reserved");
    }

    @Test
    void askingAgainForTheSameOwnerIsTheSameTenant() {
        NewTenant wanted = wanted("acme", "a@example.com");
        Provisioning begun = Provisioning.begin(wanted, "acme", 1_000_001);

        assertThat(begun.isFor(wanted)).isTrue();
        assertThat(begun.isFor(wanted("acme", "somebody@example.com"))).isFalse();
        assertThat(begun.isFor(wanted(null, "a@example.com"))).isTrue();
    }

    private static NewTenant wanted(String slug, String owner) {
        return NewTenant.checked(new NewTenant.Entered("Acme", slug, owner, null, null, null, null));
    }
}
