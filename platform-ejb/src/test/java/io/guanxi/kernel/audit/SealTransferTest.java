package io.guanxi.kernel.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealTransferTest {

    private static final String SECRET = Base64.getEncoder().encodeToString(new byte[32]);

    @Test
    void aSealThatIsTakenOverIsWholeForItsNewTenantAndForNoOther() {
        SealKey before = new SealKey(1001, SECRET);
        SealKey after = new SealKey(1002, SECRET);
        Seal seal = Seal.after(
                Seal.Link.NONE,
                false,
                7,
                List.of(new Member(7, Member.Source.AUDIT_ENTRY, new byte[32])),
                LocalDateTime.of(2026, 1, 31, 9, 0),
                before);
        Seal taken = seal.takenOver(Seal.BEGINNING, after);
        assertThat(taken.isWhole(1002)).isTrue();
        assertThat(taken.isWhole(1001)).isFalse();
        assertThat(taken.signature()).isEqualTo(after.sign(taken.hash()));
        assertThat(taken.contentHash()).isEqualTo(seal.contentHash());
        assertThat(seal.isWhole(1001)).isTrue();
    }
}
