package io.guanxi.infra.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.error.AccessDenied;
import io.guanxi.kernel.object.Shelf;
import io.guanxi.kernel.query.Filter;
import io.guanxi.kernel.query.Operator;
import io.guanxi.kernel.query.RecordPage;
import io.guanxi.kernel.query.RecordQuery;
import io.guanxi.kernel.query.SortKey;
import io.guanxi.kernel.record.RecordSearch;
import io.guanxi.kernel.record.RecordService;
import io.guanxi.kernel.record.RecordView;
import io.guanxi.kernel.record.SearchResult;
import io.guanxi.kernel.search.SearchRebuild;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is written is found by the very next question, in lists as in the search over all objects. */
@ExtendWith({ContainerNode.class, ArquillianExtension.class})
class SearchIndexIT {

    private static final int ACME = 1001;
    private static final int GLOBEX = 1002;

    @Inject
    private RecordService records;

    @Inject
    private RecordSearch search;

    @Inject
    private SearchRebuild rebuild;

    @Deployment
    static WebArchive kernel() {
        return KernelArchive.with(SearchIndexIT.class);
    }

    private static CallContext.Scope as(int tenant) {
        return CallContext.enter(Caller.system(tenant, "0"));
    }

    private String account(String name) {
        return records.create("account", Map.of("name", name)).id();
    }

    private List<String> found(String text) {
        return search.find(text, List.of(), 10).groups().stream()
                .flatMap(group -> group.best().stream())
                .map(hit -> hit.record().id())
                .toList();
    }

    private List<String> listed(RecordQuery query) {
        return ids(records.list("account", query));
    }

    private static List<String> ids(RecordPage page) {
        return page.items().stream().map(RecordView::id).toList();
    }

    @Test
    void aRecordIsFoundFromItsCreationToItsDeletion() {
        try (var scope = as(ACME)) {
            String id = account("Zyxvut 翡翠鲸鱼 Logistics");
            assertThat(found("zyxvut")).containsExactly(id);
            assertThat(found("fcjy zyxvut")).containsExactly(id);
            assertThat(found("zyvxut")).containsExactly(id);
            assertThat(listed(RecordQuery.all().text("zyxvut"))).containsExactly(id);
            records.update("account", id, OptionalLong.empty(), Map.of("name", "Wvutsr"));
            assertThat(found("zyxvut logistics")).isEmpty();
            assertThat(found("wvutsr")).containsExactly(id);
            records.delete("account", id, OptionalLong.empty());
            assertThat(found("wvutsr")).isEmpty();
            assertThat(listed(RecordQuery.all().text("wvutsr").on(Shelf.DELETED)))
                    .containsExactly(id);
            records.restore("account", id);
            assertThat(found("wvutsr")).containsExactly(id);
        }
    }

    @Test
    void nobodyFindsOrCountsRecordsOfAnotherTenant() {
        try (var scope = as(ACME)) {
            account("Qponml");
        }
        try (var scope = as(GLOBEX)) {
            SearchResult result = search.find("qponml", List.of(), 10);
            assertThat(result.groups()).isEmpty();
            assertThat(listed(RecordQuery.all().text("qponml"))).isEmpty();
        }
    }

    @Test
    void listsWithWordsAreFilteredSortedPagedAndCounted() {
        try (var scope = as(ACME)) {
            List<String> made = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                made.add(records.create(
                                "account", Map.of("name", "Kjihgf " + i, "type", i % 2 == 0 ? "customer" : "prospect"))
                        .id());
            }
            RecordQuery words = RecordQuery.all().text("kjihgf").limit(3);
            RecordPage newest = records.list("account", words.counted());
            assertThat(ids(newest)).containsExactly(made.get(6), made.get(5), made.get(4));
            assertThat(newest.total().orElseThrow().count()).isEqualTo(7);
            RecordPage next = records.list("account", words.after(newest.next().orElseThrow()));
            assertThat(ids(next)).containsExactly(made.get(3), made.get(2), made.get(1));
            RecordPage last = records.list("account", words.after(next.next().orElseThrow()));
            assertThat(ids(last)).containsExactly(made.get(0));
            assertThat(last.next()).isEmpty();
            RecordQuery sorted = words.sort(List.of(new SortKey("name", false)));
            RecordPage first = records.list("account", sorted);
            assertThat(ids(first)).isEqualTo(made.subList(0, 3));
            assertThat(listed(sorted.after(first.next().orElseThrow()))).isEqualTo(made.subList(3, 6));
            RecordQuery customers = words.filter(Filter.compare("type", Operator.EQUAL, "customer"));
            assertThat(listed(customers.limit(10))).containsExactly(made.get(6), made.get(4), made.get(2), made.get(0));
            assertThat(records.list("account", customers.counted().limit(1))
                            .total()
                            .orElseThrow()
                            .count())
                    .isEqualTo(4);
        }
    }

    @Test
    void aClientFindsOnlyWhatItMayRead() {
        String contact;
        try (var scope = as(ACME)) {
            account("Edcbaz");
            contact = records.create("contact", Map.of("lastName", "Edcbaz")).id();
        }
        Caller client =
                Caller.client(ACME, 4711, "Client", Set.of("contacts:read"), Locale.ENGLISH, ZoneOffset.UTC, "0");
        try (var scope = CallContext.enter(client)) {
            assertThat(found("edcbaz")).containsExactly(contact);
            assertThatThrownBy(rebuild::order).isInstanceOf(AccessDenied.class);
        }
    }

    @Test
    void theIndexIsBuiltAnewWhileItIsUsed() {
        try (var scope = as(ACME)) {
            String id = account("Tsrqpo");
            rebuild.order();
            for (int i = 0; i < 10; i++) {
                assertThat(found("tsrqpo")).containsExactly(id);
            }
            String another = account("Tsrqpo Foods");
            assertThat(found("tsrqpo")).containsExactly(id, another);
        }
    }

    @Test
    void aRenamedTagIsFoundUnderItsNewName() {
        try (var scope = as(ACME)) {
            String id = records.create("account", Map.of("name", "Some company", "tags", List.of("Lkjihg")))
                    .id();
            String tag = records.list("tag", RecordQuery.all().text("lkjihg"))
                    .items()
                    .get(0)
                    .id();
            assertThat(listed(RecordQuery.all().text("lkjihg"))).containsExactly(id);
            records.update("tag", tag, OptionalLong.empty(), Map.of("name", "Ponmlk"));
            assertThat(listed(RecordQuery.all().text("lkjihg"))).isEmpty();
            assertThat(listed(RecordQuery.all().text("ponmlk"))).containsExactly(id);
        }
    }
}
