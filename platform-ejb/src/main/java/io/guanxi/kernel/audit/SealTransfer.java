package io.guanxi.kernel.audit;

import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.digest.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Makes the chain of another tenant, or of an installation with another key, the chain of the caller's: what each seal is of stays,
 * and its hash and signature are made again.
 */
@ApplicationScoped
public class SealTransfer {

    private static final int PORTION = 200;

    @Inject
    private SealStore seals;

    @Inject
    private SqlGateway sql;

    /**
     * Where the chain of the caller's tenant ends now; nobody goes on with it before the transaction ends. To be called before
     * the tenant is locked: sealing takes its locks in this order.
     */
    public String lastHash() {
        return seals.lockLast().map(Seal::hash).orElse(Seal.BEGINNING);
    }

    /**
     * Goes through the chain that was put in, in the transaction that did it.
     *
     * @param from number of the tenant that it was made for
     * @return false when it is no whole chain of that tenant
     */
    public boolean takeOver(int from) {
        SealKey key = seals.key();
        Seal last = null;
        Seal made = null;
        List<Seal> some = seals.after(0, PORTION);
        while (!some.isEmpty()) {
            for (Seal seal : some) {
                if (!follows(seal, last) || !seal.isWhole(from) || !isOfItsMembers(seal)) {
                    return false;
                }
                Seal next = seal.takenOver(made == null ? seal.previousHash() : made.hash(), key);
                sql.change(
                        "UPDATE audit_seal SET previous_hash = ?, seal_hash = ?, signature = ? WHERE seal_no = ?"
                                + " AND tenant_id = ?",
                        next.previousHash(),
                        next.hash(),
                        next.signature(),
                        next.number());
                last = seal;
                made = next;
            }
            some = seals.after(last.number(), PORTION);
        }
        return true;
    }

    private static boolean follows(Seal seal, Seal last) {
        return last == null
                || seal.number() == last.number() + 1 && seal.previousHash().equals(last.hash());
    }

    private boolean isOfItsMembers(Seal seal) {
        List<Member> members = seals.members(seal.number());
        return members.size() == seal.entries() && seal.contentHash().equals(Sha256.hex(Member.pack(members)));
    }
}
