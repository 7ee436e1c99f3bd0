package io.guanxi.tenantadmin.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.kernel.error.InvalidRecord;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a company may let this installation fetch from. */
class OutsideAddressesTest {

    private final OutsideAddresses outside = new OutsideAddresses(false);

    @ParameterizedTest
    @CsvSource({
        "http://8.8.8.8/, outside.https",
        "ftp://8.8.8.8/, outside.https",
        "file:///etc/passwd, outside.invalid",
        "https://user@8.8.8.8/, outside.invalid",
        "https://8.8.8.8/#x, outside.invalid",
        "https://127.0.0.1/, outside.inside",
        "https://localhost:8180/realms/guanxi, outside.inside",
        "https://10.1.2.3/, outside.inside",
        "https://172.20.0.1/, outside.inside",
        "https://192.168.1.1/, outside.inside",
        "https://169.254.169.254/latest/meta-data, outside.inside",
        "https://100.100.100.200/, outside.inside",
        "https://0.0.0.0/, outside.inside",
        "https://2130706433/, outside.inside",
        "https://[::1]/, outside.inside",
        "https://[fd00::1]/, outside.inside",
        "https://[fe80::1]/, outside.inside",
        "https://[::ffff:10.0.0.1]/, outside.inside",
        "https://[64:ff9b::a00:1]/, outside.inside",
        "https://[2002:7f00:1::]/, outside.inside",
        "https://nowhere.invalid/, outside.unknown"
    })
    void nothingInsideOfTheNetworkAndNothingWithoutTls(String address, String reason) {
        assertThatThrownBy(() -> outside.check("/address", address))
                .isInstanceOfSatisfying(
                        InvalidRecord.class,
                        refused -> assertThat(refused.errors().get(0).code()).isEqualTo(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://8.8.8.8/x", "https://[2606:4700::1111]:8443/x"})
    void whatIsOutsideIsTaken(String address) {
        assertThat(outside.check("/address", address)).hasToString(address);
    }

    @Test
    void whereItIsSetTheOwnNetworkIsTakenAsWell() {
        OutsideAddresses everywhere = new OutsideAddresses(true);
        assertThat(everywhere.check("/address", "http://127.0.0.1:8180/x")).isNotNull();
        assertThatThrownBy(() -> everywhere.check("/address", "file:///etc/passwd"))
                .isInstanceOf(InvalidRecord.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"198.18.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "203.0.113.7", "224.0.0.1"})
    void addressesOfNobodyAreNotOutside(String address) throws UnknownHostException {
        assertThat(OutsideNetwork.contains(InetAddress.getByName(address))).isFalse();
    }
}
