package io.guanxi.kernel.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kernel.audit.Member.Source;
import io.guanxi.kernel.digest.Sha256;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealTest {

    private static final LocalDateTime NOON = LocalDateTime.of(2026, 3, 1, 12, 0);
    private final SealKey key = new SealKey(7, secret("one"));
    private final List<Member> members =
            List.of(member(2, Source.AUDIT_ENTRY), member(1, Source.RECORD_CHANGE), member(2, Source.RECORD_CHANGE));

    private static String secret(String words) {
        return Base64.getEncoder().encodeToString(words.repeat(16).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static Member member(long id, Source source) {
        byte[] digest = new byte[Sha256.LENGTH];
        digest[0] = (byte) id;
        return new Member(id, source, digest);
    }

    @Test
    void membersKeepTheirOrderWhateverTheOrderTheyWereReadIn() {
        assertThat(Member.unpack(Member.pack(members)).stream().map(Member::key))
                .containsExactly(
                        new Member.Key(1, Source.RECORD_CHANGE),
                        new Member.Key(2, Source.RECORD_CHANGE),
                        new Member.Key(2, Source.AUDIT_ENTRY));
    }

    @Test
    void aSealGoesOnFromTheOneBeforeAndIsWhole() {
        Seal first = Seal.after(Seal.Link.NONE, false, 5, members, NOON, key);
        Seal second = Seal.after(first.link(), false, 9, members, NOON, key);
        assertThat(first.number()).isEqualTo(1);
        assertThat(first.previousHash()).isEqualTo(Seal.BEGINNING);
        assertThat(second.previousHash()).isEqualTo(first.hash());
        assertThat(second.fromId()).isEqualTo(5);
        assertThat(first.isWhole(7)).isTrue();
        assertThat(first.isWhole(8)).as("of another tenant").isFalse();
    }

    @Test
    void anotherInstallationsKeySignsOtherwise() {
        String hash = Sha256.hex("x");
        assertThat(new SealKey(7, secret("two")).sign(hash)).isNotEqualTo(key.sign(hash));
    }
}
