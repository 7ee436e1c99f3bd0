package io.guanxi.kernel.portability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.kernel.database.ColumnKind;
import io.guanxi.kernel.database.ColumnShape;
import io.guanxi.kernel.database.TableShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortableSchemaTest {

    static TableShape table(String name, boolean nullable, String... targets) {
        List<ColumnShape> columns = new ArrayList<>(List.of(
                column("tenant_id", ColumnKind.INTEGER, false),
                column("id", ColumnKind.LONG, false),
                column("name", ColumnKind.TEXT, true),
                new ColumnShape("live_name", ColumnKind.TEXT, true, true),
                column("client_secret", ColumnKind.TEXT, true)));
        List<TableShape.Reference> references = new ArrayList<>();
        for (String target : targets) {
            columns.add(column(target + "_id", ColumnKind.LONG, nullable));
            references.add(new TableShape.Reference(Set.of(target + "_id"), target));
        }
        return new TableShape(name, columns, List.of("tenant_id", "id"), references);
    }

    private static ColumnShape column(String name, ColumnKind kind, boolean nullable) {
        return new ColumnShape(name, kind, nullable, false);
    }

    @Test
    void whatIsPointedToComesFirst() {
        List<PortableTable> ordered = PortableSchema.ordered(
                List.of(table("a", true, "c"), table("b", true, "a"), table("c", true, "left_out")));
        assertThat(ordered).extracting(PortableTable::name).containsExactly("c", "a", "b");
        assertThat(ordered).allMatch(table -> table.deferred().isEmpty());
    }

    @Test
    void whatPointsToItsOwnKindIsWrittenAtTheEnd() {
        PortableTable account = PortableSchema.ordered(List.of(table("account", true, "account")))
                .get(0);
        assertThat(account.deferred()).containsExactly("account_id");
        assertThat(account.complete())
                .isEqualTo("UPDATE `account` SET `account_id` = ? WHERE `id` = ? AND tenant_id = ?");
    }

    @Test
    void tablesThatCannotBeFilledInAnyOrderAreFoundOut() {
        assertThatThrownBy(() -> PortableSchema.ordered(List.of(table("a", true, "b"), table("b", true, "a"))))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> PortableSchema.ordered(List.of(table("a", false, "a"))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theTenantComputedColumnsAndSecretsAreNotWritten() {
        assertThat(PortableTable.of(table("account", true), Set.of()).columns())
                .extracting(ColumnShape::name)
                .containsExactly("id", "name");
    }

    @Test
    void aPageGoesOnBehindTheLastKey() {
        TableShape shape = new TableShape(
                "value",
                List.of(
                        column("tenant_id", ColumnKind.INTEGER, false),
                        column("a", ColumnKind.LONG, false),
                        column("b", ColumnKind.LONG, false)),
                List.of("tenant_id", "a", "b"),
                List.of());
        PortableTable table = PortableTable.of(shape, Set.of());
        assertThat(table.page(true, 10))
                .isEqualTo("SELECT `a`, `b` FROM `value` WHERE tenant_id = ? ORDER BY `a`, `b` LIMIT 10");
        assertThat(table.page(false, 10)).contains("AND (`a` > ? OR `a` = ? AND (`b` > ?)) ORDER BY");
        assertThat(table.after(List.of(1L, 2L))).containsExactly(1L, 1L, 2L);
    }
}
