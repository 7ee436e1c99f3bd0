package io.guanxi.kernel.portability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TenantExportTest {

    @Test
    void oneExportIsWrittenAtATimeOnEachNode() {
        TenantExport exports = new TenantExport();
        assertThat(exports.takeRoom()).isTrue();
        assertThat(exports.takeRoom()).isFalse();
        exports.leaveRoom();
        assertThat(exports.takeRoom()).isTrue();
    }
}
