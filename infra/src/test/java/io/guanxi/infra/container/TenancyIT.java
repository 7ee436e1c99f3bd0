package io.guanxi.infra.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.database.DataSourceDefinitions;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.query.RecordQuery;
import io.guanxi.kernel.query.SortKey;
import io.guanxi.kernel.record.RecordKey;
import io.guanxi.kernel.record.RecordService;
import io.guanxi.kernel.record.RecordView;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceUnit;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.eclipse.persistence.config.EntityManagerProperties;
import org.eclipse.persistence.sessions.UnitOfWork;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each known hole of single-table tenancy, with the proof that the test would see it. */
@ExtendWith({ContainerNode.class, ArquillianExtension.class})
class TenancyIT {

    private static final int ACME = 1001;
    private static final int GLOBEX = 1002;

    @Inject
    private RecordService records;

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @PersistenceUnit(unitName = "guanxi")
    private EntityManagerFactory factory;

    @Resource
    private UserTransaction transaction;

    @Resource(lookup = DataSourceDefinitions.NAME)
    private DataSource dataSource;

    @Deployment
    static WebArchive kernel() {
        return KernelArchive.with(TenancyIT.class, StatementCounter.class);
    }

    /** Work that may throw anything. */
    private interface Work {
        void run() throws Exception;
    }

    private static void as(int tenant, Work work) throws Exception {
        try (var scope = CallContext.enter(Caller.system(tenant, "0"))) {
            work.run();
        }
    }

    private void inTransaction(Work work) throws Exception {
        transaction.begin();
        try {
            work.run();
        } finally {
            transaction.rollback();
        }
    }

    private RecordView account(int tenant, String name) {
        try (var scope = CallContext.enter(Caller.system(tenant, "0"))) {
            return records.create("account", Map.of("name", name));
        }
    }

    private static long inner(String id) {
        return io.guanxi.kernel.id.RecordId.parse(id).orElseThrow();
    }

    @Test
    void anotherTenantCannotFindTheRecordByItsId() throws Exception {
        RecordView account = account(ACME, "Seen by Acme alone");
        as(
                ACME,
                () -> assertThat(records.require("account", account.id()).text("name"))
                        .isEqualTo("Seen by Acme alone"));
        as(
                GLOBEX,
                () -> assertThatThrownBy(() -> records.require("account", account.id()))
                        .isInstanceOf(RecordNotFound.class));
        as(
                GLOBEX,
                () -> assertThatThrownBy(() ->
                                records.update("account", account.id(), OptionalLong.empty(), Map.of("name", "x")))
                        .isInstanceOf(RecordNotFound.class));
        as(
                GLOBEX,
                () -> assertThatThrownBy(() -> records.delete("account", account.id(), OptionalLong.empty()))
                        .isInstanceOf(RecordNotFound.class));
    }

    @Test
    void queriesOfEveryKindSeeOneTenant() throws Exception {
        RecordView account = account(ACME, "Counted for Acme alone");
        for (String jpql : List.of(
                "SELECT COUNT(e) FROM Account e WHERE e.id = :id",
                "SELECT COUNT(e.id) FROM Account e WHERE e.id IN (SELECT a.id FROM Account a WHERE a.id = :id)",
                "SELECT COUNT(e.id) FROM Account e WHERE EXISTS (SELECT 1 FROM Account a WHERE a.id = e.id AND a.id = :id)")) {
            as(ACME, () -> inTransaction(() -> assertThat(count(jpql, account)).isEqualTo(1)));
            as(
                    GLOBEX,
                    () -> inTransaction(() -> assertThat(count(jpql, account)).isZero()));
        }
    }

    private long count(String jpql, RecordView account) {
        return entities.createQuery(jpql, Long.class)
                .setParameter("id", inner(account.id()))
                .getSingleResult();
    }

    @Test
    void bulkChangesTouchOneTenant() throws Exception {
        RecordView account = account(ACME, "Not to be changed by others");
        as(GLOBEX, () -> inTransaction(() -> assertThat(rename(account)).isZero()));
        as(ACME, () -> inTransaction(() -> assertThat(rename(account)).isEqualTo(1)));
    }

    private int rename(RecordView account) {
        return entities.createQuery("UPDATE Account e SET e.city = 'x' WHERE e.id = :id")
                .setParameter("id", inner(account.id()))
                .executeUpdate();
    }

    @Test
    void aTransactionCannotChangeItsTenant() throws Exception {
        transaction.begin();
        try {
            as(ACME, () -> records.list("account", RecordQuery.all()));
            as(
                    GLOBEX,
                    () -> assertThatThrownBy(() -> records.list("account", RecordQuery.all()))
                            .hasStackTraceContaining("the transaction belongs to another tenant"));
        } finally {
            transaction.rollback();
        }
    }

    @Test
    void withoutACallerNothingIsRead() {
        assertThatThrownBy(() -> records.list("account", RecordQuery.all()))
                .isInstanceOf(EJBException.class)
                .hasStackTraceContaining("no caller is bound to this thread");
        assertThatThrownBy(() -> inTransaction(() -> entities.createQuery("SELECT e.id FROM Account e", Long.class)
                        .getResultList()))
                .hasStackTraceContaining("no caller is bound to this thread");
    }

    /** With the first line removed – the entity manager told another tenant – the guard under it holds. */
    @Test
    void theGuardHoldsWhenTheEntityManagerIsToldAnotherTenant() throws Exception {
        as(
                ACME,
                () -> inTransaction(() -> {
                    entities.unwrap(UnitOfWork.class)
                            .setProperty(EntityManagerProperties.MULTITENANT_PROPERTY_DEFAULT, GLOBEX);
                    assertThatThrownBy(() -> entities.createQuery("SELECT e.id FROM Account e", Long.class)
                                    .setMaxResults(1)
                                    .getResultList())
                            .hasStackTraceContaining("another tenant was bound");
                }));
        as(
                ACME,
                () -> inTransaction(() -> assertThat(entities.createQuery("SELECT e.id FROM Account e", Long.class)
                                .setMaxResults(1)
                                .getResultList())
                        .hasSize(1)));
    }

    /** With the guard passed as well – the right tenant, a crossed id – the schema's composite keys hold. */
    @Test
    void aCrossedReferenceIsRefusedByTheSchema() throws Exception {
        RecordView foreign = account(GLOBEX, "Globex's own");
        RecordView own = account(ACME, "Acme's own");
        assertThatThrownBy(() -> pointParent(own, foreign)).hasStackTraceContaining("account_parent_fk");
        RecordView parent = account(ACME, "Acme's parent");
        pointParent(own, parent);
    }

    private void pointParent(RecordView child, RecordView parent) throws Exception {
        as(
                ACME,
                () -> inTransaction(() -> assertThat(
                                entities.createQuery("UPDATE Account e SET e.parent = :parent WHERE e.id = :id")
                                        .setParameter("parent", inner(parent.id()))
                                        .setParameter("id", inner(child.id()))
                                        .executeUpdate())
                        .isEqualTo(1)));
    }

    @Test
    void aReferenceToAnotherTenantsRecordIsToldAsUnknown() throws Exception {
        RecordView foreign = account(GLOBEX, "Not to be pointed to");
        as(
                ACME,
                () -> assertThatThrownBy(
                                () -> records.create("contact", Map.of("lastName", "X", "account", foreign.id())))
                        .hasMessage("record.invalid"));
    }

    @Test
    void nativeQueriesAreSwitchedOff() throws Exception {
        as(
                ACME,
                () -> inTransaction(
                        () -> assertThatThrownBy(() -> entities.createNativeQuery("SELECT name FROM account")
                                        .getResultList())
                                .isInstanceOf(RuntimeException.class)));
    }

    @Test
    void aBareConnectionReadsNoTenantTableWithoutItsTenant() throws Exception {
        as(ACME, () -> {
            try (Connection connection = dataSource.getConnection()) {
                assertThatThrownBy(() -> connection.prepareStatement("SELECT name FROM account"))
                        .isInstanceOf(SQLException.class)
                        .hasStackTraceContaining("not tied to the tenant");
                try (var statement = connection.createStatement()) {
                    assertThatThrownBy(() -> statement.executeQuery("SELECT name FROM account WHERE tenant_id = 1002"))
                            .isInstanceOf(SQLException.class);
                }
                try (var statement =
                        connection.prepareStatement("SELECT name FROM account WHERE tenant_id = ? LIMIT 1")) {
                    assertThatThrownBy(() -> statement.setInt(1, GLOBEX)).isInstanceOf(SQLException.class);
                    statement.setInt(1, ACME);
                    assertThat(statement.executeQuery().next()).isTrue();
                }
            }
        });
    }

    @Test
    void tenantsNeverShareACache() {
        assertThat(factory.getProperties().get("eclipselink.multitenant.tenants-share-cache"))
                .isEqualTo("false");
        RecordView account = account(ACME, "Cached for nobody");
        assertThat(factory.getCache()
                        .contains(io.guanxi.customers.Account.class, new RecordKey(ACME, inner(account.id()))))
                .isFalse();
    }

    @Test
    void aRowWithoutTenantIsRefused() throws Exception {
        as(ACME, () -> {
            try (Connection connection = dataSource.getConnection()) {
                assertThatThrownBy(() ->
                                connection.prepareStatement("INSERT INTO record_tag (object, tag_id) VALUES (?, ?)"))
                        .isInstanceOf(SQLException.class);
            }
        });
        assertThatThrownBy(() -> Caller.system(0, "0")).isInstanceOf(IllegalArgumentException.class);
    }

    /** One for the rows, and one for each kind of name they point to: people, clients, accounts, tags. */
    @Test
    void aListTakesFiveStatementsAtMostHoweverLongItIs() throws Exception {
        StatementCounter counter = StatementCounter.on(factory);
        int fewest = Integer.MAX_VALUE;
        // What a plan allows is asked anew every second: of several calls at least one does without.
        for (int call = 0; call < 5; call++) {
            counter.reset();
            as(ACME, () -> records.list("account", byName(120)));
            fewest = Math.min(fewest, counter.reset());
        }
        counter.remove();
        assertThat(fewest).isBetween(2, 5);
    }

    private static RecordQuery byName(int records) {
        return RecordQuery.all().sort(SortKey.parse("name")).limit(records).withLabels();
    }

    @Test
    void aMistakeInACallDoesNotPoisonTheNext() throws Exception {
        as(
                ACME,
                () -> assertThatThrownBy(() -> records.create("account", Map.of("foo", "x")))
                        .hasMessage("record.invalid"));
        as(
                GLOBEX,
                () -> assertThat(records.create("account", Map.of("name", "After a mistake"))
                                .text("name"))
                        .isEqualTo("After a mistake"));
        as(
                ACME,
                () -> assertThat(records.list("account", RecordQuery.all().text("after a mistake"))
                                .items())
                        .isEmpty());
    }
}
