package io.guanxi.kernel.audit;

import io.guanxi.kernel.digest.Sha256;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Signs the seals of one tenant under a key derived from the installation's secret one: whoever has the database alone cannot
 * make a chain anew.
 */
final class SealKey {

    private static final String PURPOSE = "guanxi-audit";

    private final int tenant;
    private final byte[] key;

    /**
     * @param secret the installation's secret key in base64
     */
    SealKey(int tenant, String secret) {
        this.tenant = tenant;
        this.key = Sha256.mac(Base64.getDecoder().decode(secret), PURPOSE);
    }

    int tenant() {
        return tenant;
    }

    String sign(String hash) {
        return HexFormat.of().formatHex(Sha256.mac(key, hash));
    }
}
