package io.guanxi.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseVersionTest {

    @ParameterizedTest
    @ValueSource(strings = {"11.4.5-MariaDB", "11.8.1-MariaDB-log", "12.0.2-MariaDB", "8.4.3", "9.7.4"})
    void presentServersAreTaken(String version) {
        assertThat(DatabaseVersion.parse(version).supported()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.11.14-MariaDB-0+deb12u2", "11.3.2-MariaDB", "8.0.40", "5.7.44-log"})
    void olderServersAreRefused(String version) {
        assertThat(DatabaseVersion.parse(version).supported()).isFalse();
    }

    @Test
    void aServerThatNamesNoVersionIsRefused() {
        assertThatThrownBy(() -> DatabaseVersion.parse("unknown")).isInstanceOf(PartFailed.class);
    }
}
